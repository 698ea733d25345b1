using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>What citizens subscribe to, and letters that are written when they are sent.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("118_subscriptions")]
internal sealed class M118Subscriptions : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE subscriptions (
            id uuid PRIMARY KEY,
            subject text NOT NULL,
            agency_id integer REFERENCES agencies,
            category text,
            query text,
            pace text NOT NULL,
            sealed bytea NOT NULL,
            address_key bytea NOT NULL,
            token_hash bytea NOT NULL UNIQUE,
            form_key uuid NOT NULL UNIQUE,
            created_at timestamptz NOT NULL,
            confirmed_at timestamptz);
        CREATE INDEX subscriptions_address ON subscriptions (address_key);
        CREATE INDEX subscriptions_pace ON subscriptions (pace, id) WHERE confirmed_at IS NOT NULL;

        CREATE TABLE subscription_letters (
            subscription_id uuid NOT NULL REFERENCES subscriptions ON DELETE CASCADE,
            document_id bigint NOT NULL REFERENCES documents,
            PRIMARY KEY (subscription_id, document_id));

        CREATE TABLE mailed_documents (
            document_id bigint PRIMARY KEY REFERENCES documents,
            agency_id integer NOT NULL REFERENCES agencies,
            first_at timestamptz NOT NULL);
        CREATE INDEX mailed_documents_agency ON mailed_documents (agency_id, first_at);

        ALTER TABLE mails ADD COLUMN subscription_id uuid, ADD COLUMN document_ids bigint[];
        """;
}
