using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Subscriptions;

/// <summary>Seals the addresses of those who subscribe.</summary>
public sealed class SubscriptionSeal(GongkaiDb db, IDataProtectionProvider protection)
{
    private const string Setting = "subscription-key";
    private const int TokenBytes = 24;

    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Channels.Subscriptions");

    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));

    public byte[] Seal(SubscriberFacts facts) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(facts));

    public SubscriberFacts Open(byte[] content) => JsonSerializer.Deserialize<SubscriberFacts>(protector.Unprotect(content))!;

    public async Task<byte[]> KeyOfAsync(string address, CancellationToken cancellation) => HMACSHA256.HashData(await SecretAsync(cancellation), Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant()));

    private async Task<byte[]> SecretAsync(CancellationToken cancellation)
    {
        var made = JsonSerializer.Serialize(protector.Protect(RandomNumberGenerator.GetBytes(32)));
        await db.Database.ExecuteSqlAsync($"INSERT INTO settings (name, value) VALUES ({Setting}, {made}) ON CONFLICT (name) DO NOTHING", cancellation);
        var kept = await db.Settings.AsNoTracking().Where(setting => setting.Name == Setting).Select(setting => setting.Value).SingleAsync(cancellation);
        return protector.Unprotect(JsonSerializer.Deserialize<byte[]>(kept)!);
    }
}
