using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("093_papers")]
internal sealed class M093Papers : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE remedy_bodies (
            agency_id integer PRIMARY KEY REFERENCES agencies,
            review_body text,
            court text,
            online_channel text,
            number_word text);

        CREATE TABLE paper_templates (
            paper text PRIMARY KEY,
            blob_id uuid NOT NULL REFERENCES blobs,
            changed_at timestamptz NOT NULL,
            changed_by_name text NOT NULL);
        """;
}
