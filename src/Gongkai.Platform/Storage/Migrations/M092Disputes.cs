using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("092_disputes")]
internal sealed class M092Disputes : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE disputes (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            number text NOT NULL,
            kind text NOT NULL,
            request_id bigint REFERENCES requests,
            earlier_id bigint REFERENCES disputes,
            body text NOT NULL,
            case_number text,
            complainant_label text NOT NULL,
            subject text NOT NULL,
            begun_on date,
            result text,
            result_on date,
            next_due_on date,
            created_at timestamptz NOT NULL,
            created_by_name text NOT NULL,
            UNIQUE (agency_id, number));
        CREATE INDEX disputes_by_agency ON disputes (agency_id, id);
        CREATE INDEX disputes_open ON disputes (next_due_on, id) WHERE result IS NULL;
        CREATE INDEX disputes_of_request ON disputes (request_id) WHERE request_id IS NOT NULL;

        CREATE TABLE dispute_events (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            dispute_id bigint NOT NULL REFERENCES disputes,
            step text NOT NULL,
            happened_on date NOT NULL,
            result text,
            note text,
            recorded_at timestamptz NOT NULL,
            recorded_by_name text NOT NULL,
            retracted_at timestamptz,
            retracted_by_name text,
            retracted_because text);
        CREATE INDEX dispute_events_of ON dispute_events (dispute_id, id);

        CREATE TABLE ledger_starts (
            agency_id integer PRIMARY KEY REFERENCES agencies,
            year integer NOT NULL);

        CREATE TABLE ledger_closures (
            agency_id integer NOT NULL REFERENCES agencies,
            year integer NOT NULL,
            closed_at timestamptz NOT NULL,
            closed_by_name text NOT NULL,
            figures jsonb NOT NULL,
            carried_out bigint[] NOT NULL,
            PRIMARY KEY (agency_id, year));
        """;
}
