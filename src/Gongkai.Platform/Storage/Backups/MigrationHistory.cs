using Npgsql;

namespace Gongkai.Platform.Storage.Backups;

internal static class MigrationHistory
{
    public const string Table = "__EFMigrationsHistory";

    public static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1", connection);
        var migrations = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            migrations.Add(reader.GetString(0));
        }

        return migrations;
    }
}
