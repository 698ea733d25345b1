using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("020_agency_history")]
internal sealed class M020AgencyHistory : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE agency_moves (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            from_parent_id integer REFERENCES agencies,
            to_parent_id integer REFERENCES agencies,
            "on" date NOT NULL);
        CREATE INDEX agency_moves_agency ON agency_moves (agency_id, "on", id);
        CREATE INDEX agency_moves_from_parent ON agency_moves (from_parent_id);

        CREATE UNIQUE INDEX agencies_parent_name ON agencies (parent_id, name) WHERE valid_to IS NULL;

        CREATE TABLE agency_imports (
            id uuid PRIMARY KEY,
            account_id uuid NOT NULL,
            file_name text NOT NULL,
            content bytea NOT NULL,
            created_at timestamptz NOT NULL,
            applied_at timestamptz);
        CREATE INDEX agency_imports_created ON agency_imports (created_at);
        """;
}
