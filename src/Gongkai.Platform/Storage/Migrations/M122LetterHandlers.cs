using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Who is in charge of a letter; by what consultations, public answers and questionnaires are found. What of a draft is written beyond is not found, so that what is kept of it stays within bounds.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("122_letter_handlers")]
internal sealed class M122LetterHandlers : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE letters ADD COLUMN handler_id uuid;
        CREATE INDEX letters_handler ON letters (handler_id, id) WHERE handler_id IS NOT NULL;

        CREATE FUNCTION consultation_words(name text, content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT left(name || ' ' || (content ->> 'note') || ' ' || regexp_replace(content ->> 'body', '<[^>]*>', '', 'g'), 20000)
        $$;
        CREATE FUNCTION questionnaire_words(name text, content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT name || ' ' || (content ->> 'intro') || ' ' || jsonb_path_query_array(content, '$.questions[*].text')::text
        $$;

        ALTER TABLE consultations ADD COLUMN pairs tsvector GENERATED ALWAYS AS (search_pairs(consultation_words(name, text))) STORED;
        ALTER TABLE letter_publications ADD COLUMN pairs tsvector GENERATED ALWAYS AS (search_pairs(subject || ' ' || question || ' ' || answer)) STORED;
        ALTER TABLE questionnaires ADD COLUMN pairs tsvector GENERATED ALWAYS AS (search_pairs(questionnaire_words(name, text))) STORED;
        CREATE INDEX consultations_pairs ON consultations USING gin (pairs);
        CREATE INDEX letter_publications_pairs ON letter_publications USING gin (pairs);
        CREATE INDEX questionnaires_pairs ON questionnaires USING gin (pairs);
        """;
}
