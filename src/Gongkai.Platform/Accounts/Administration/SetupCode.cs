using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.Administration;

/// <summary>What proves that whoever sets up the first administrators can see the console. It stands in the database, so that every node prints the same one, until the first account exists.</summary>
public sealed class SetupCode(GongkaiDb db)
{
    private const string SettingName = "setup.code";

    /// <summary>The code to be printed at the start; null once there are accounts.</summary>
    public async Task<string?> EnsureAsync(CancellationToken cancellation)
    {
        if (!await IsOpenAsync(cancellation))
        {
            return null;
        }

        await db.Database.ExecuteSqlAsync($"INSERT INTO settings (name, value) VALUES ({SettingName}, {OneTimeSecret.Create()}) ON CONFLICT DO NOTHING", cancellation);
        return await ValueAsync(cancellation);
    }

    public async Task<bool> IsOpenAsync(CancellationToken cancellation) => !await db.Users.AnyAsync(cancellation);

    public async Task<bool> IsRightAsync(string code, CancellationToken cancellation) =>
        await ValueAsync(cancellation) is { } value && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(value), Encoding.UTF8.GetBytes(code.Trim()));

    public Task<int> RemoveAsync(CancellationToken cancellation) => db.Settings.Where(setting => setting.Name == SettingName).ExecuteDeleteAsync(cancellation);

    private Task<string?> ValueAsync(CancellationToken cancellation) =>
        db.Settings.AsNoTracking().Where(setting => setting.Name == SettingName).Select(setting => setting.Value).SingleOrDefaultAsync(cancellation)!;
}
