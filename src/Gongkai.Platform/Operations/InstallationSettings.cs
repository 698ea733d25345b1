using System.Text.Json;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Operations;

/// <summary>The settings of the whole installation, each a record kept as JSON under its name.</summary>
public sealed class InstallationSettings(GongkaiDb db)
{
    /// <summary>A setting, or null where it was never made.</summary>
    public async Task<TSetting?> ReadAsync<TSetting>(string name, CancellationToken cancellation)
        where TSetting : class =>
        await db.Settings.AsNoTracking().Where(setting => setting.Name == name).Select(setting => setting.Value).SingleOrDefaultAsync(cancellation) is { } value
            ? JsonSerializer.Deserialize<TSetting>(value, JsonSerializerOptions.Web)
            : null;

    internal Task WriteAsync<TSetting>(string name, TSetting value, CancellationToken cancellation)
    {
        var json = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
        return db.Database.ExecuteSqlAsync($"INSERT INTO settings (name, value) VALUES ({name}, {json}) ON CONFLICT (name) DO UPDATE SET value = excluded.value", cancellation);
    }
}
