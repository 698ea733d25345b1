using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Storage;

/// <summary>Brings the database to the schema of this program. Several nodes may start at once: one does it, the others wait.</summary>
public static class Schema
{
    private const long Lock = 0x676F6E676B6169;

    public static async Task MigrateAsync(GongkaiDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Lock})", cancellation);
            await db.Database.MigrateAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
