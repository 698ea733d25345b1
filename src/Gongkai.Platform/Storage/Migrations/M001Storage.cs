using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("001_storage")]
internal sealed class M001Storage : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE protection_keys (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            xml text NOT NULL);

        CREATE TABLE settings (
            name text PRIMARY KEY,
            value text NOT NULL);

        CREATE TABLE blobs (
            id uuid PRIMARY KEY,
            name text NOT NULL,
            content_type text NOT NULL,
            sha256 text NOT NULL,
            length bigint NOT NULL,
            created_at timestamptz NOT NULL);

        CREATE TABLE blob_chunks (
            blob_id uuid NOT NULL REFERENCES blobs ON DELETE CASCADE,
            number integer NOT NULL,
            content bytea NOT NULL,
            PRIMARY KEY (blob_id, number));
        ALTER TABLE blob_chunks ALTER COLUMN content SET STORAGE EXTERNAL;

        CREATE TABLE audit_chains (
            chain integer PRIMARY KEY,
            number bigint NOT NULL,
            hash text NOT NULL);

        CREATE TABLE audit_entries (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            chain integer NOT NULL,
            number bigint NOT NULL,
            at timestamptz NOT NULL,
            account_id uuid,
            actor_name text NOT NULL,
            address text,
            action text NOT NULL,
            subject text NOT NULL,
            before text,
            after text,
            previous_hash text NOT NULL,
            hash text NOT NULL,
            CONSTRAINT audit_entries_chain_number UNIQUE (chain, number));
        CREATE INDEX audit_entries_subject ON audit_entries (subject, id);
        CREATE INDEX audit_entries_account ON audit_entries (account_id, id);

        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'The table % is append-only.', TG_TABLE_NAME;
        END $$;
        CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

        CREATE TABLE jobs (
            id uuid PRIMARY KEY,
            kind text NOT NULL,
            input text NOT NULL,
            state text NOT NULL,
            attempts integer NOT NULL,
            max_attempts integer NOT NULL,
            created_at timestamptz NOT NULL,
            run_after timestamptz NOT NULL,
            leased_until timestamptz,
            leased_by text,
            finished_at timestamptz,
            done integer NOT NULL,
            total integer NOT NULL,
            last_error text,
            agency_id integer,
            created_by uuid);
        CREATE INDEX jobs_due ON jobs (run_after) WHERE state IN ('Waiting', 'Running');
        CREATE INDEX jobs_newest ON jobs (created_at DESC, id);
        """;
}
