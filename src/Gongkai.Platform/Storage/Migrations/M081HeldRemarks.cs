using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("081_held_remarks")]
internal sealed class M081HeldRemarks : SqlMigration
{
    protected override string Sql => "ALTER TABLE filing_remarks ADD COLUMN is_held boolean NOT NULL DEFAULT false;";
}
