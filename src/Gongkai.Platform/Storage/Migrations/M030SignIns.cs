using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Platform.Storage.Migrations;

[DbContext(typeof(GongkaiDb))]
[Migration("030_sign_ins")]
internal sealed class M030SignIns : SqlMigration
{
    protected override string Sql => """
        CREATE TABLE unknown_names (
            name_hash text PRIMARY KEY,
            failed_count integer NOT NULL,
            failed_at timestamptz NOT NULL,
            locked_until timestamptz);
        CREATE INDEX unknown_names_failed ON unknown_names (failed_at);

        CREATE TABLE kept_forms (
            id uuid PRIMARY KEY,
            account_id uuid NOT NULL REFERENCES accounts ON DELETE CASCADE,
            content text NOT NULL,
            created_at timestamptz NOT NULL);
        CREATE INDEX kept_forms_account ON kept_forms (account_id);
        CREATE INDEX kept_forms_created ON kept_forms (created_at);

        CREATE INDEX audit_entries_at ON audit_entries (at);
        CREATE INDEX audit_entries_action ON audit_entries (action, id);
        """;
}
