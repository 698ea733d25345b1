using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Whatever changes what the public sees is told to every listening node, with the commit of the change.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("050_public_changes")]
internal sealed class M050PublicChanges : SqlMigration
{
    protected override string Sql => """
        CREATE FUNCTION tell_public_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('gongkai_public', TG_ARGV[0]);
            RETURN NULL;
        END $$;

        CREATE FUNCTION tell_published_filing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('gongkai_public', 'reports');
            IF TG_OP <> 'INSERT' THEN
                PERFORM pg_notify('gongkai_public', 'reports:' || OLD.agency_id);
            END IF;
            IF TG_OP <> 'DELETE' THEN
                PERFORM pg_notify('gongkai_public', 'reports:' || NEW.agency_id);
            END IF;
            RETURN NULL;
        END $$;

        CREATE FUNCTION tell_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('gongkai_public', 'reports');
            PERFORM pg_notify('gongkai_public', 'reports:' || agency_id) FROM filings WHERE id = NEW.filing_id;
            RETURN NULL;
        END $$;

        CREATE TRIGGER agencies_public AFTER INSERT OR UPDATE OR DELETE ON agencies
            FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change('agencies');
        CREATE TRIGGER agency_successions_public AFTER INSERT OR UPDATE OR DELETE ON agency_successions
            FOR EACH STATEMENT EXECUTE FUNCTION tell_public_change('agencies');
        CREATE TRIGGER settings_public AFTER INSERT OR UPDATE ON settings
            FOR EACH ROW WHEN (NEW.name = 'site') EXECUTE FUNCTION tell_public_change('site');
        CREATE TRIGGER filings_public_added AFTER INSERT ON filings
            FOR EACH ROW WHEN (NEW.published_version IS NOT NULL) EXECUTE FUNCTION tell_published_filing();
        CREATE TRIGGER filings_public_changed AFTER UPDATE OF agency_id, year, published_at, published_version ON filings
            FOR EACH ROW WHEN (OLD.published_version IS NOT NULL OR NEW.published_version IS NOT NULL) EXECUTE FUNCTION tell_published_filing();
        CREATE TRIGGER filings_public_removed AFTER DELETE ON filings
            FOR EACH ROW WHEN (OLD.published_version IS NOT NULL) EXECUTE FUNCTION tell_published_filing();
        CREATE TRIGGER filing_versions_public AFTER INSERT OR UPDATE ON filing_versions
            FOR EACH ROW WHEN (NEW.published_at IS NOT NULL) EXECUTE FUNCTION tell_published_version();
        """;
}
