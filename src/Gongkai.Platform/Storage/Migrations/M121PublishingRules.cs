using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>The procedure of normative documents with their unified number, and the ways of review that agencies set.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("121_publishing_rules")]
internal sealed class M121PublishingRules : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE normative_procedures (
            document_id bigint PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
            procedure jsonb NOT NULL,
            register_number text UNIQUE,
            changed_at timestamptz NOT NULL,
            changed_by_name text NOT NULL);
        ALTER TABLE publications ADD COLUMN register_number text;

        CREATE TABLE review_ways (
            agency_id integer NOT NULL REFERENCES agencies,
            kind text NOT NULL,
            way text NOT NULL,
            changed_at timestamptz NOT NULL,
            changed_by_name text NOT NULL,
            PRIMARY KEY (agency_id, kind));

        CREATE INDEX search_documents_agency ON search_documents (agency_id, published_at DESC, document_id DESC);
        ALTER TABLE document_file_screenings ADD COLUMN words_stamp text NOT NULL DEFAULT '';
        """;
}
