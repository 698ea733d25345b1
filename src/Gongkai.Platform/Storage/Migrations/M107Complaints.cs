using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("107_complaints")]
internal sealed class M107Complaints : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE complaints (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            against_id integer NOT NULL REFERENCES agencies,
            number text NOT NULL,
            kind text NOT NULL,
            channel text NOT NULL,
            request_id bigint REFERENCES requests,
            complainant_label text NOT NULL,
            sealed bytea,
            content text NOT NULL,
            handler_id uuid,
            received_on date NOT NULL,
            step text NOT NULL,
            is_closed boolean NOT NULL,
            due_on date NOT NULL,
            closed_on date,
            finding text,
            measure text,
            form_key uuid NOT NULL UNIQUE,
            created_at timestamptz NOT NULL,
            created_by_name text NOT NULL,
            UNIQUE (agency_id, number));
        CREATE INDEX complaints_by_agency ON complaints (agency_id, id);
        CREATE INDEX complaints_open ON complaints (agency_id, due_on, id) WHERE NOT is_closed;
        CREATE INDEX complaints_of_request ON complaints (request_id) WHERE request_id IS NOT NULL;

        CREATE TABLE complaint_events (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            complaint_id bigint NOT NULL REFERENCES complaints,
            step text NOT NULL,
            happened_on date NOT NULL,
            finding text,
            measure text,
            note text,
            recorded_at timestamptz NOT NULL,
            recorded_by_name text NOT NULL,
            retracted_at timestamptz,
            retracted_by_name text,
            retracted_because text);
        CREATE INDEX complaint_events_of ON complaint_events (complaint_id, id);
        """;
}
