using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Cases that were closed into an earlier one, and cases that went to the agency to which they were addressed.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("104_case_moves")]
internal sealed class M104CaseMoves : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE requests ADD COLUMN merged_into_id bigint REFERENCES requests;
        CREATE INDEX requests_merged ON requests (merged_into_id) WHERE merged_into_id IS NOT NULL;

        CREATE TABLE request_passings (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            from_agency_id integer NOT NULL REFERENCES agencies,
            from_number text NOT NULL,
            to_agency_id integer NOT NULL REFERENCES agencies,
            reason text NOT NULL,
            passed_at timestamptz NOT NULL,
            passed_by_name text NOT NULL);
        CREATE INDEX request_passings_of ON request_passings (request_id);
        CREATE INDEX request_passings_number ON request_passings (from_number);
        CREATE INDEX request_passings_from ON request_passings (from_agency_id, id);
        """;
}
