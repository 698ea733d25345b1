using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("010_filing_steps")]
internal sealed class M010FilingSteps : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE filing_events ADD COLUMN role text;
        ALTER TABLE filings ADD COLUMN pending_blob_id uuid REFERENCES blobs;
        """;
}
