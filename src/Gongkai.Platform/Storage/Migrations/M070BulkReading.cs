using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("070_bulk_reading")]
internal sealed class M070BulkReading : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE bulk_uploads (
            id uuid PRIMARY KEY,
            campaign_id integer NOT NULL REFERENCES campaigns,
            file_name text NOT NULL,
            blob_id uuid REFERENCES blobs,
            job_id uuid,
            entries integer NOT NULL,
            created_at timestamptz NOT NULL,
            created_by uuid NOT NULL,
            created_by_name text NOT NULL,
            finished_at timestamptz);
        CREATE INDEX bulk_uploads_campaign ON bulk_uploads (campaign_id, id DESC);

        CREATE TABLE bulk_entries (
            upload_id uuid NOT NULL REFERENCES bulk_uploads ON DELETE CASCADE,
            number integer NOT NULL,
            name text NOT NULL,
            state text NOT NULL,
            blob_id uuid REFERENCES blobs,
            agency_id integer REFERENCES agencies,
            filing_id integer REFERENCES filings ON DELETE SET NULL,
            read_agency text,
            read_year integer,
            message text,
            errors integer NOT NULL DEFAULT 0,
            warnings integer NOT NULL DEFAULT 0,
            unsettled integer NOT NULL DEFAULT 0,
            PRIMARY KEY (upload_id, number));
        CREATE INDEX bulk_entries_state ON bulk_entries (upload_id, state, number);
        """;
}
