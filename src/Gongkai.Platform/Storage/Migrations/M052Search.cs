using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>The words of published reports. Chinese has no spaces, so every two letters that stand together are looked for.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("052_search")]
internal sealed class M052Search : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE search_reports (
            filing_id integer PRIMARY KEY REFERENCES filings ON DELETE CASCADE,
            text text NOT NULL,
            pairs tsvector NOT NULL);
        CREATE INDEX search_reports_pairs ON search_reports USING gin (pairs);

        CREATE FUNCTION search_pairs(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT coalesce(array_to_tsvector(array_agg(DISTINCT pair)), ''::tsvector)
            FROM (
                SELECT letter || lead(letter) OVER (ORDER BY place) AS pair
                FROM unnest(string_to_array(lower(words), NULL)) WITH ORDINALITY AS letters (letter, place)) AS pairs
            WHERE pair IS NOT NULL AND pair !~ '\s'
        $$;

        CREATE FUNCTION keep_search_report(filing integer) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            DELETE FROM search_reports WHERE filing_id = filing;
            INSERT INTO search_reports (filing_id, text, pairs)
            SELECT found.id, found.text, search_pairs(found.text)
            FROM (
                SELECT filings.id, concat_ws(' ', agencies.name, filings.year || '年政府信息公开工作年度报告', (
                    SELECT string_agg(concat_ws(' ', section ->> 'heading', section ->> 'text'), ' ') FROM json_array_elements(filing_versions.content::json -> 'sections') AS section)) AS text
                FROM filings
                JOIN agencies ON agencies.id = filings.agency_id
                JOIN filing_versions ON filing_versions.filing_id = filings.id AND filing_versions.number = filings.published_version
                WHERE filings.id = filing) AS found;
        END $$;

        CREATE FUNCTION keep_published_filing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM keep_search_report(NEW.id);
            RETURN NULL;
        END $$;

        CREATE FUNCTION keep_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM keep_search_report(NEW.filing_id);
            RETURN NULL;
        END $$;

        CREATE TRIGGER filings_search_added AFTER INSERT ON filings
            FOR EACH ROW WHEN (NEW.published_version IS NOT NULL) EXECUTE FUNCTION keep_published_filing();
        CREATE TRIGGER filings_search_changed AFTER UPDATE OF agency_id, year, published_version ON filings
            FOR EACH ROW WHEN (OLD.published_version IS NOT NULL OR NEW.published_version IS NOT NULL) EXECUTE FUNCTION keep_published_filing();
        CREATE TRIGGER filing_versions_search AFTER INSERT OR UPDATE ON filing_versions
            FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION keep_published_version();

        SELECT keep_search_report(id) FROM filings WHERE published_version IS NOT NULL;
        """;
}
