using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Places of files that are covered, files made from others, and what was found hidden in them.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("100_redaction")]
internal sealed class M100Redaction : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE request_files
            ADD COLUMN made_from bigint REFERENCES request_files ON DELETE SET NULL,
            ADD COLUMN making text,
            ADD COLUMN is_original boolean NOT NULL DEFAULT false;

        CREATE TABLE request_marks (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            file_id bigint NOT NULL REFERENCES request_files ON DELETE CASCADE,
            result_id bigint REFERENCES request_files ON DELETE CASCADE,
            page integer NOT NULL,
            area_left double precision NOT NULL,
            area_top double precision NOT NULL,
            area_width double precision NOT NULL,
            area_height double precision NOT NULL,
            ground text NOT NULL,
            made_at timestamptz NOT NULL,
            made_by uuid,
            made_by_name text NOT NULL);
        CREATE INDEX request_marks_working ON request_marks (file_id, id) WHERE result_id IS NULL;
        CREATE INDEX request_marks_made ON request_marks (request_id, id) WHERE result_id IS NOT NULL;

        CREATE TABLE request_screenings (
            file_id bigint PRIMARY KEY REFERENCES request_files ON DELETE CASCADE,
            screened_at timestamptz NOT NULL,
            hits text NOT NULL,
            complaint text,
            needs_word boolean NOT NULL,
            explanation text,
            explained_at timestamptz,
            explained_by_name text);
        """;
}
