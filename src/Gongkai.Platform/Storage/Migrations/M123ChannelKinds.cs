using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

/// <summary>Which kinds of documents go to which channel by themselves, and articles that go out as one publication.</summary>
[DbContext(typeof(GongkaiDb))]
[Migration("123_channel_kinds")]
internal sealed class M123ChannelKinds : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE channel_kinds (
            agency_id integer NOT NULL REFERENCES agencies,
            channel_id bigint NOT NULL REFERENCES channels,
            kind text NOT NULL,
            is_chosen boolean NOT NULL,
            changed_at timestamptz NOT NULL,
            changed_by_name text NOT NULL,
            PRIMARY KEY (agency_id, channel_id, kind));
        CREATE INDEX channel_kinds_channel ON channel_kinds (channel_id, kind);

        ALTER TABLE deliveries ADD COLUMN bundle_id uuid, ADD COLUMN place integer NOT NULL DEFAULT 0;
        CREATE INDEX deliveries_bundle ON deliveries (bundle_id) WHERE bundle_id IS NOT NULL;
        """;
}
