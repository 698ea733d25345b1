using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Query codes that were issued anew, and letters to applicants, whose address stays sealed with the case.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("106_query_codes")]
internal sealed class M106QueryCodes : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE requests ADD COLUMN code_reissued_at timestamptz;
        ALTER TABLE mails ADD COLUMN request_id bigint REFERENCES requests;
        """;
}
