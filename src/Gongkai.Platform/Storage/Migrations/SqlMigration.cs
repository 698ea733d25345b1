using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>A step of the schema, written as SQL. Steps go forward only: what went wrong is mended by the next one.</summary>
internal abstract class SqlMigration : Migration
{
    protected abstract string Sql { get; }

    protected sealed override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Sql);

    protected sealed override void Down(MigrationBuilder migrationBuilder) =>
        throw new NotSupportedException("The schema only goes forward; restore a backup to go back.");
}
