using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>
/// The words of published documents. A change marks its document in its own transaction, and takes what was kept of an older text out at once; the words are kept right after.
/// What is withdrawn goes with its publication. Texts lie outside of the rows, so that going through many rows stays cheap.
/// </summary>
[DbContext(typeof(GongkaiDb))]
[Migration("116_search_documents")]
internal sealed class M116SearchDocuments : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE search_documents (
            document_id bigint PRIMARY KEY REFERENCES publications ON DELETE CASCADE,
            agency_id integer NOT NULL,
            kind text NOT NULL,
            category text,
            year integer,
            published_at timestamptz NOT NULL,
            effective_on date,
            expires_on date,
            amended_on date,
            repealed_on date,
            shown_until date,
            title text NOT NULL,
            names tsvector NOT NULL,
            words tsvector NOT NULL,
            text text NOT NULL,
            attachments text NOT NULL) WITH (toast_tuple_target = 256);
        ALTER TABLE search_documents ALTER COLUMN words SET STORAGE EXTERNAL;
        CREATE INDEX search_documents_words ON search_documents USING gin (words) WITH (fastupdate = off);
        CREATE INDEX search_documents_names ON search_documents USING gin (names) WITH (fastupdate = off);
        CREATE INDEX search_documents_newest ON search_documents (published_at DESC, document_id DESC);
        CREATE INDEX search_documents_title ON search_documents (left(title, 60) text_pattern_ops);

        CREATE SEQUENCE search_marks;
        CREATE TABLE search_dirty (
            document_id bigint PRIMARY KEY,
            mark bigint NOT NULL,
            taken_until timestamptz);

        CREATE FUNCTION mark_search(document bigint) RETURNS void LANGUAGE sql AS $$
            INSERT INTO search_dirty (document_id, mark) VALUES (document, nextval('search_marks'))
            ON CONFLICT (document_id) DO UPDATE SET mark = excluded.mark, taken_until = NULL
        $$;

        CREATE FUNCTION keep_search_of_publication() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM mark_search(NEW.document_id);
            IF TG_OP = 'UPDATE' THEN
                IF (NEW.title, NEW.number, NEW.issuer, NEW.topic, NEW.keywords, NEW.summary, NEW.body)
                    IS DISTINCT FROM (OLD.title, OLD.number, OLD.issuer, OLD.topic, OLD.keywords, OLD.summary, OLD.body) THEN
                    DELETE FROM search_documents WHERE document_id = NEW.document_id;
                ELSE
                    UPDATE search_documents SET kind = NEW.kind, category = NEW.category, year = extract(year FROM NEW.made_on), effective_on = NEW.effective_on,
                        expires_on = NEW.expires_on, amended_on = NEW.amended_on, repealed_on = NEW.repealed_on, shown_until = NEW.shown_until
                    WHERE document_id = NEW.document_id;
                END IF;
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER publications_search AFTER INSERT OR UPDATE ON publications
            FOR EACH ROW EXECUTE FUNCTION keep_search_of_publication();

        CREATE FUNCTION keep_search_of_file() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM mark_search(NEW.document_id);
            DELETE FROM search_documents WHERE document_id = NEW.document_id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER document_files_search_added AFTER INSERT ON document_files
            FOR EACH ROW WHEN (NEW.is_public) EXECUTE FUNCTION keep_search_of_file();
        CREATE TRIGGER document_files_search_changed AFTER UPDATE ON document_files
            FOR EACH ROW WHEN (OLD.is_public IS DISTINCT FROM NEW.is_public OR (NEW.is_public AND (OLD.blob_id, OLD.name) IS DISTINCT FROM (NEW.blob_id, NEW.name)))
            EXECUTE FUNCTION keep_search_of_file();

        CREATE FUNCTION keep_search_of_agency() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM mark_search(document_id) FROM publications WHERE agency_id = NEW.id;
            RETURN NULL;
        END $$;
        CREATE TRIGGER agencies_search AFTER UPDATE OF name, short_name ON agencies
            FOR EACH ROW WHEN ((OLD.name, OLD.short_name) IS DISTINCT FROM (NEW.name, NEW.short_name)) EXECUTE FUNCTION keep_search_of_agency();

        CREATE INDEX documents_search ON documents USING gin (search_pairs(title || ' ' || coalesce(index_number, '') || ' ' || coalesce(content ->> 'number', '')));

        SELECT mark_search(document_id) FROM publications;
        """;
}
