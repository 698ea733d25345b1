using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Questionnaires with their answers, reading points.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("120_questionnaires")]
internal sealed class M120Questionnaires : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE questionnaires (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            text jsonb NOT NULL,
            name text NOT NULL,
            first_day date NOT NULL,
            last_day date NOT NULL,
            stage text NOT NULL,
            writers uuid[] NOT NULL,
            revision integer NOT NULL DEFAULT 0,
            remark text,
            changed_by_name text NOT NULL,
            changed_at timestamptz NOT NULL,
            released_at timestamptz,
            released_by_name text,
            form_key uuid NOT NULL UNIQUE,
            results_at timestamptz,
            results_by_name text,
            results_note text NOT NULL DEFAULT '');
        CREATE INDEX questionnaires_agency ON questionnaires (agency_id, id);
        CREATE INDEX questionnaires_public ON questionnaires (last_day DESC, id DESC) WHERE stage = 'Released';

        CREATE TABLE questionnaire_answers (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            questionnaire_id bigint NOT NULL REFERENCES questionnaires,
            browser_hash bytea NOT NULL,
            form_key uuid NOT NULL UNIQUE,
            answers jsonb NOT NULL,
            sent_on date NOT NULL,
            UNIQUE (questionnaire_id, browser_hash));

        CREATE TABLE reading_points (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            kind text NOT NULL,
            name text NOT NULL,
            address text NOT NULL,
            telephone text NOT NULL,
            hours text NOT NULL,
            workday_from time,
            workday_to time,
            rest_day_from time,
            rest_day_to time,
            offers text NOT NULL,
            longitude numeric(9, 6),
            latitude numeric(9, 6),
            closed_on date,
            form_key uuid NOT NULL UNIQUE,
            changed_by_name text NOT NULL,
            changed_at timestamptz NOT NULL);
        CREATE INDEX reading_points_agency ON reading_points (agency_id, id);

        CREATE TRIGGER questionnaires_public AFTER INSERT OR UPDATE OR DELETE ON questionnaires
            FOR EACH ROW EXECUTE FUNCTION tell_publication();
        CREATE TRIGGER reading_points_public AFTER INSERT OR UPDATE OR DELETE ON reading_points
            FOR EACH ROW EXECUTE FUNCTION tell_publication();
        """;
}
