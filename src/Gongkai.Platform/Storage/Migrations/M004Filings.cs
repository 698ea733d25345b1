using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("004_filings")]
internal sealed class M004Filings : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE campaigns (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            year integer NOT NULL,
            opens_on date NOT NULL,
            internal_due_on date,
            opened_at timestamptz NOT NULL,
            closed_at timestamptz,
            CONSTRAINT campaigns_agency_year UNIQUE (agency_id, year));

        CREATE TABLE campaign_members (
            campaign_id integer NOT NULL REFERENCES campaigns ON DELETE CASCADE,
            agency_id integer NOT NULL REFERENCES agencies,
            statutory_due_on date NOT NULL,
            counted_in_sum boolean NOT NULL,
            last_urged_at timestamptz,
            times_urged integer NOT NULL DEFAULT 0,
            PRIMARY KEY (campaign_id, agency_id));
        CREATE INDEX campaign_members_agency ON campaign_members (agency_id);

        CREATE TABLE filings (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            year integer NOT NULL,
            state text NOT NULL,
            content text NOT NULL,
            revision integer NOT NULL,
            field_revisions text NOT NULL,
            figures numeric[] NOT NULL,
            errors integer NOT NULL,
            warnings integer NOT NULL,
            unsettled integer NOT NULL,
            created_at timestamptz NOT NULL,
            saved_at timestamptz NOT NULL,
            saved_by uuid,
            signed_at timestamptz,
            submitted_at timestamptz,
            accepted_at timestamptz,
            published_at timestamptz,
            published_version integer,
            source_blob_id uuid REFERENCES blobs,
            CONSTRAINT filings_agency_year UNIQUE (agency_id, year));
        CREATE INDEX filings_year ON filings (year, agency_id);
        CREATE INDEX filings_published ON filings (year DESC, published_at DESC, id) WHERE published_version IS NOT NULL;

        CREATE TABLE filing_versions (
            filing_id integer NOT NULL REFERENCES filings ON DELETE CASCADE,
            number integer NOT NULL,
            content text NOT NULL,
            figures numeric[] NOT NULL,
            created_at timestamptz NOT NULL,
            created_by uuid,
            created_by_name text NOT NULL,
            reason text NOT NULL,
            published_at timestamptz,
            PRIMARY KEY (filing_id, number));

        CREATE TABLE filing_events (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            filing_id integer NOT NULL REFERENCES filings ON DELETE CASCADE,
            step text NOT NULL,
            at timestamptz NOT NULL,
            account_id uuid,
            actor_name text NOT NULL,
            note text,
            version_number integer);
        CREATE INDEX filing_events_filing ON filing_events (filing_id, id);

        CREATE TABLE filing_findings (
            filing_id integer NOT NULL REFERENCES filings ON DELETE CASCADE,
            number integer NOT NULL,
            rule text NOT NULL,
            severity text NOT NULL,
            at text NOT NULL,
            section integer,
            message text NOT NULL,
            PRIMARY KEY (filing_id, number));
        CREATE INDEX filing_findings_rule ON filing_findings (rule, filing_id);

        CREATE TABLE filing_remarks (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            filing_id integer NOT NULL REFERENCES filings ON DELETE CASCADE,
            at text NOT NULL,
            text text NOT NULL,
            written_at timestamptz NOT NULL,
            written_by uuid,
            writer_name text NOT NULL,
            settled_at timestamptz);
        CREATE INDEX filing_remarks_filing ON filing_remarks (filing_id, id);

        CREATE TABLE filing_explanations (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            filing_id integer NOT NULL REFERENCES filings ON DELETE CASCADE,
            rule text NOT NULL,
            at text NOT NULL,
            message text NOT NULL,
            text text NOT NULL,
            written_at timestamptz NOT NULL,
            writer_name text NOT NULL);
        CREATE INDEX filing_explanations_filing ON filing_explanations (filing_id);

        CREATE UNLOGGED TABLE filing_presence (
            filing_id integer NOT NULL,
            account_id uuid NOT NULL,
            name text NOT NULL,
            field text,
            seen_at timestamptz NOT NULL,
            PRIMARY KEY (filing_id, account_id));
        """;
}
