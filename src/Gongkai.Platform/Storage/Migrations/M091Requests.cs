using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("091_requests")]
internal sealed class M091Requests : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE request_numbers (
            agency_id integer NOT NULL REFERENCES agencies,
            series text NOT NULL,
            year integer NOT NULL,
            last integer NOT NULL,
            PRIMARY KEY (agency_id, series, year));

        CREATE TABLE requests (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            number text NOT NULL,
            kind text NOT NULL,
            channel text NOT NULL,
            arrived_on date NOT NULL,
            applicant_kind text NOT NULL,
            applicant_label text NOT NULL,
            applicant_key bytea NOT NULL,
            wanted text NOT NULL,
            document_number text,
            features text,
            carrier text NOT NULL,
            supply text NOT NULL,
            unit text,
            handler_id uuid,
            desk_step text NOT NULL,
            received_on date,
            stage text NOT NULL,
            turn text NOT NULL,
            clock_state text,
            due_on date,
            outcome text,
            concluded_on date,
            first_outcome text,
            first_concluded_on date,
            parent_id bigint REFERENCES requests,
            form_key uuid NOT NULL,
            query_hash bytea NOT NULL,
            created_at timestamptz NOT NULL,
            created_by uuid,
            UNIQUE (agency_id, number),
            UNIQUE (form_key));
        CREATE INDEX requests_open ON requests (agency_id, due_on, id) WHERE stage <> 'Concluded';
        CREATE INDEX requests_by_agency ON requests (agency_id, id);
        CREATE INDEX requests_received ON requests (agency_id, received_on);
        CREATE INDEX requests_concluded ON requests (agency_id, first_concluded_on);
        CREATE INDEX requests_applicant ON requests (agency_id, applicant_key, arrived_on);
        CREATE INDEX requests_due ON requests (due_on, id) WHERE stage <> 'Concluded';

        CREATE TABLE request_applicants (
            request_id bigint PRIMARY KEY REFERENCES requests,
            sealed bytea NOT NULL);

        CREATE TABLE request_events (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            kind text NOT NULL,
            happened_on date NOT NULL,
            served_on date,
            due_on date,
            days integer,
            party integer NOT NULL,
            outcome text,
            note text,
            recorded_at timestamptz NOT NULL,
            recorded_by uuid,
            recorded_by_name text NOT NULL,
            retracted_at timestamptz,
            retracted_by_name text,
            retracted_because text);
        CREATE INDEX request_events_of ON request_events (request_id, id);

        CREATE TABLE request_steps (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            step text NOT NULL,
            at timestamptz NOT NULL,
            account_id uuid,
            actor_name text NOT NULL,
            role text,
            note text);
        CREATE INDEX request_steps_of ON request_steps (request_id, id);

        CREATE TABLE request_items (
            request_id bigint NOT NULL REFERENCES requests,
            number integer NOT NULL,
            wanted text NOT NULL,
            outcome text,
            reason text,
            supplied text,
            PRIMARY KEY (request_id, number));

        CREATE TABLE request_parties (
            request_id bigint NOT NULL REFERENCES requests,
            number integer NOT NULL,
            is_agency boolean NOT NULL,
            name text NOT NULL,
            agrees boolean,
            opinion text,
            PRIMARY KEY (request_id, is_agency, number));

        CREATE TABLE request_searches (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            searched_on date NOT NULL,
            systems text NOT NULL,
            words text NOT NULL,
            found text NOT NULL,
            recorded_at timestamptz NOT NULL,
            recorded_by_name text NOT NULL);
        CREATE INDEX request_searches_of ON request_searches (request_id, id);

        CREATE TABLE request_fees (
            request_id bigint PRIMARY KEY REFERENCES requests,
            scale text NOT NULL,
            ordinal integer NOT NULL,
            pages integer NOT NULL,
            amount integer NOT NULL,
            paid_on date,
            receipt_number text,
            refunded_on date);
        CREATE INDEX request_fees_paid ON request_fees (paid_on) WHERE paid_on IS NOT NULL;

        CREATE TABLE request_papers (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            paper text NOT NULL,
            number text,
            blob_id uuid NOT NULL REFERENCES blobs,
            made_at timestamptz NOT NULL,
            made_by_name text NOT NULL,
            way text,
            sent_on date,
            signed_on date,
            proof text);
        CREATE INDEX request_papers_of ON request_papers (request_id, id);

        CREATE TABLE request_files (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            blob_id uuid NOT NULL REFERENCES blobs,
            purpose text NOT NULL,
            added_at timestamptz NOT NULL,
            added_by_name text NOT NULL);
        CREATE INDEX request_files_of ON request_files (request_id, id);
        """;
}
