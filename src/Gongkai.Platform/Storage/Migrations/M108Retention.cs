using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>How long closed cases are kept, and what two persons decided to do with them then.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("108_retention")]
internal sealed class M108Retention : SqlMigration
{
    protected override string Sql => """
        ALTER TABLE requests ADD COLUMN kept_until date, ADD COLUMN files_destroyed_on date, ADD COLUMN anonymised_on date;

        CREATE TABLE retention_proposals (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            request_id bigint NOT NULL REFERENCES requests,
            action text NOT NULL,
            until date,
            reason text NOT NULL,
            proposed_at timestamptz NOT NULL,
            proposed_by uuid NOT NULL,
            proposed_by_name text NOT NULL,
            decided_at timestamptz,
            decided_by_name text,
            is_confirmed boolean,
            decided_because text);
        CREATE UNIQUE INDEX retention_proposals_open ON retention_proposals (request_id) WHERE decided_at IS NULL;
        CREATE INDEX retention_proposals_of ON retention_proposals (request_id, id);
        """;
}
