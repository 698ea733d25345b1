using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("080_saved_views")]
internal sealed class M080SavedViews : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE saved_views (
            id uuid PRIMARY KEY,
            account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
            list text NOT NULL,
            name text NOT NULL,
            query text NOT NULL,
            created_at timestamptz NOT NULL);
        CREATE UNIQUE INDEX saved_views_name ON saved_views (account_id, list, name);
        """;
}
