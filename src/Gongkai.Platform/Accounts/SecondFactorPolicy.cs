using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Which roles need a second factor, in the whole installation. Who holds one without gets nowhere until it is set up.</summary>
public sealed class SecondFactorPolicy(GongkaiDb db, AuditTrail audit)
{
    public const string SettingName = "accounts.second-factor-roles";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<Role> Read(string? value) => value is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<Role>>(value, Json) ?? [];

    public async Task<IReadOnlyList<Role>> RolesAsync(CancellationToken cancellation) =>
        Read(await db.Settings.AsNoTracking().Where(setting => setting.Name == SettingName).Select(setting => setting.Value).SingleOrDefaultAsync(cancellation));

    /// <summary>Whether the actor answers for the accounts of the whole installation.</summary>
    public static bool MayChange(Actor actor) => Gate.ScopeOf(actor, Act.ManageAccounts).HoldsRoot;

    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!MayChange(actor))
        {
            return Refusal.NotAllowed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var roles = command.Roles.Distinct().Order().ToList();
        var setting = await db.Settings.SingleOrDefaultAsync(setting => setting.Name == SettingName, cancellation);
        await audit.RecordAsync(actor, null, "settings.second-factor-changed", "setting/second-factor", new { roles = Read(setting?.Value) }, new { roles }, cancellation);
        if (setting is null)
        {
            db.Settings.Add(new Setting { Name = SettingName, Value = JsonSerializer.Serialize(roles, Json) });
        }
        else
        {
            setting.Value = JsonSerializer.Serialize(roles, Json);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(IReadOnlyList<Role> Roles);

    public enum Refusal
    {
        NotAllowed,
    }
}
