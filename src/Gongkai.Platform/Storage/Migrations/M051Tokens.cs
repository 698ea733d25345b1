using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("051_tokens")]
internal sealed class M051Tokens : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE agency_tokens (
            id uuid PRIMARY KEY,
            agency_id integer NOT NULL REFERENCES agencies,
            name text NOT NULL,
            secret_hash text NOT NULL,
            created_at timestamptz NOT NULL,
            created_by_name text NOT NULL,
            expires_on date NOT NULL,
            revoked_at timestamptz,
            last_used_at timestamptz);
        CREATE UNIQUE INDEX agency_tokens_secret ON agency_tokens (secret_hash);
        CREATE INDEX agency_tokens_agency ON agency_tokens (agency_id, id DESC);

        CREATE TABLE kept_answers (
            token_id uuid NOT NULL REFERENCES agency_tokens ON DELETE CASCADE,
            key text NOT NULL,
            request_hash text NOT NULL,
            begun_at timestamptz NOT NULL,
            status integer,
            answer text,
            PRIMARY KEY (token_id, key));
        CREATE INDEX kept_answers_begun ON kept_answers (begun_at);
        """;
}
