using Npgsql;

namespace Gongkai.Platform.Storage.Backups;

/// <summary>What stands in the schema <c>public</c> of a database, extensions left out.</summary>
internal static class Catalogue
{
    private const string NotOfAnExtension = "NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')";

    /// <summary>The lasting tables with their columns; unlogged ones hold what may be lost.</summary>
    public static async Task<IReadOnlyList<(string Name, string[] Columns)>> TablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT c.relname::text, array_agg(a.attname::text ORDER BY a.attnum)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND {NotOfAnExtension}
            GROUP BY c.relname ORDER BY c.relname
            """,
            connection);
        return await ReadAsync(command, row => (row.GetString(0), row.GetFieldValue<string[]>(1)), cancellation);
    }

    public static async Task<IReadOnlyList<BackupSequence>> SequencesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var list = new NpgsqlCommand(
            $"SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' AND {NotOfAnExtension} ORDER BY 1", connection);
        var sequences = new List<BackupSequence>();
        foreach (var name in await ReadAsync(list, row => row.GetString(0), cancellation))
        {
            await using var command = new NpgsqlCommand($"SELECT last_value, is_called FROM {Quoted(name)}", connection);
            sequences.AddRange(await ReadAsync(command, row => new BackupSequence(name, row.GetInt64(0), row.GetBoolean(1)), cancellation));
        }

        return sequences;
    }

    public static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"SELECT NOT EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND {NotOfAnExtension})", connection);
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    public static async Task<IReadOnlyList<(string Table, string Name, string Definition)>> ForeignKeysAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname::text, k.conname::text, pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1, 2
            """,
            connection);
        return await ReadAsync(command, row => (row.GetString(0), row.GetString(1), row.GetString(2)), cancellation);
    }

    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(row(reader));
        }

        return rows;
    }
}
