using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("040_operations")]
internal sealed class M040Operations : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE jobs ADD COLUMN unique_key text;
        CREATE UNIQUE INDEX jobs_unique_key ON jobs (unique_key) WHERE unique_key IS NOT NULL;
        CREATE INDEX jobs_state ON jobs (state, id DESC);

        CREATE TABLE notifications (
            id uuid PRIMARY KEY,
            account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
            text text NOT NULL,
            link text,
            created_at timestamptz NOT NULL,
            read_at timestamptz,
            unique_key text);
        CREATE INDEX notifications_account ON notifications (account_id, created_at DESC, id DESC);
        CREATE UNIQUE INDEX notifications_unique_key ON notifications (account_id, unique_key) WHERE unique_key IS NOT NULL;

        CREATE TABLE mails (
            id uuid PRIMARY KEY,
            recipient text NOT NULL,
            subject text NOT NULL,
            text text NOT NULL,
            created_at timestamptz NOT NULL,
            handed_over_at timestamptz,
            sent_at timestamptz,
            last_error text);
        CREATE INDEX mails_unsent ON mails (created_at DESC, id) WHERE sent_at IS NULL;
        """;
}
