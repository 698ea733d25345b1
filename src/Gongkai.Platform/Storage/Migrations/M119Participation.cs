using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Consultations with their comments and feedback, letters with their public answers.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("119_participation")]
internal sealed class M119Participation : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE consultations (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            text jsonb NOT NULL,
            name text NOT NULL,
            first_day date NOT NULL,
            last_day date NOT NULL,
            document_id bigint REFERENCES documents,
            stage text NOT NULL,
            writers uuid[] NOT NULL,
            revision integer NOT NULL DEFAULT 0,
            remark text,
            changed_by_name text NOT NULL,
            changed_at timestamptz NOT NULL,
            released_at timestamptz,
            released_by_name text,
            form_key uuid NOT NULL UNIQUE);
        CREATE INDEX consultations_agency ON consultations (agency_id, id);
        CREATE INDEX consultations_public ON consultations (last_day DESC, id DESC) WHERE stage = 'Released';
        CREATE INDEX consultations_document ON consultations (document_id) WHERE document_id IS NOT NULL;

        CREATE TABLE consultation_files (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            consultation_id bigint NOT NULL REFERENCES consultations,
            blob_id uuid NOT NULL REFERENCES blobs,
            name text NOT NULL,
            added_at timestamptz NOT NULL,
            added_by_name text NOT NULL);
        CREATE INDEX consultation_files_of ON consultation_files (consultation_id, id);

        CREATE TABLE consultation_comments (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            consultation_id bigint NOT NULL REFERENCES consultations,
            number integer NOT NULL,
            about text NOT NULL,
            content text NOT NULL,
            sender_label text NOT NULL,
            sealed bytea,
            form_key uuid NOT NULL UNIQUE,
            sent_at timestamptz NOT NULL,
            verdict text,
            verdict_reason text NOT NULL DEFAULT '',
            judged_by_name text,
            judged_at timestamptz,
            UNIQUE (consultation_id, number));

        CREATE TABLE consultation_feedbacks (
            consultation_id bigint PRIMARY KEY REFERENCES consultations,
            agency_id integer NOT NULL REFERENCES agencies,
            name text NOT NULL,
            body text NOT NULL DEFAULT '',
            received integer NOT NULL DEFAULT 0,
            adopted integer NOT NULL DEFAULT 0,
            partly_adopted integer NOT NULL DEFAULT 0,
            not_adopted integer NOT NULL DEFAULT 0,
            stage text NOT NULL,
            writers uuid[] NOT NULL,
            revision integer NOT NULL DEFAULT 0,
            remark text,
            changed_by_name text NOT NULL,
            changed_at timestamptz NOT NULL,
            released_at timestamptz,
            released_by_name text);

        CREATE TABLE letters (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            first_agency_id integer NOT NULL REFERENCES agencies,
            number text NOT NULL,
            kind text NOT NULL,
            subject text NOT NULL,
            content text NOT NULL,
            sender_label text NOT NULL,
            sealed bytea,
            wants_public boolean NOT NULL,
            document_id bigint REFERENCES documents,
            query_hash bytea NOT NULL,
            form_key uuid NOT NULL UNIQUE,
            sent_at timestamptz NOT NULL,
            counted_from date NOT NULL,
            due_on date NOT NULL,
            transfers integer NOT NULL DEFAULT 0,
            answer text,
            answered_on date,
            UNIQUE (first_agency_id, number));
        CREATE INDEX letters_agency ON letters (agency_id, id);
        CREATE INDEX letters_number ON letters (number);
        CREATE INDEX letters_open ON letters (agency_id, due_on, id) WHERE answered_on IS NULL;

        CREATE TABLE letter_steps (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            letter_id bigint NOT NULL REFERENCES letters,
            step text NOT NULL,
            agency_id integer NOT NULL REFERENCES agencies,
            note text,
            at timestamptz NOT NULL,
            by_name text NOT NULL);
        CREATE INDEX letter_steps_of ON letter_steps (letter_id, id);

        CREATE TABLE letter_publications (
            letter_id bigint PRIMARY KEY REFERENCES letters,
            agency_id integer NOT NULL REFERENCES agencies,
            kind text NOT NULL,
            subject text NOT NULL,
            question text NOT NULL,
            answer text NOT NULL,
            document_id bigint REFERENCES documents,
            sent_on date NOT NULL,
            answered_on date NOT NULL,
            stage text NOT NULL,
            writers uuid[] NOT NULL,
            revision integer NOT NULL DEFAULT 0,
            remark text,
            changed_by_name text NOT NULL,
            changed_at timestamptz NOT NULL,
            released_at timestamptz,
            released_by_name text);
        CREATE INDEX letter_publications_public ON letter_publications (released_at DESC, letter_id DESC) WHERE stage = 'Released';
        CREATE INDEX letter_publications_document ON letter_publications (document_id) WHERE document_id IS NOT NULL;

        CREATE TRIGGER consultations_public AFTER INSERT OR UPDATE OR DELETE ON consultations
            FOR EACH ROW EXECUTE FUNCTION tell_publication();
        CREATE TRIGGER consultation_feedbacks_public AFTER INSERT OR UPDATE OR DELETE ON consultation_feedbacks
            FOR EACH ROW EXECUTE FUNCTION tell_publication();
        CREATE TRIGGER letter_publications_public AFTER INSERT OR UPDATE OR DELETE ON letter_publications
            FOR EACH ROW EXECUTE FUNCTION tell_publication();
        """;
}
