using System.Text.Json;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts.SignIns;

/// <summary>Keeps forms that were sent by a person whose session had ended, until that person has signed in again.</summary>
public sealed class KeptForms(GongkaiDb db, TimeProvider time, IDataProtectionProvider protection)
{
    public const int LongestForm = 1024 * 1024;
    private const int MostOfAPerson = 20;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(1);
    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Accounts.KeptForms");

    /// <summary>Keeps a form for the person of an ended session; null where there was no such session or the person has kept too much.</summary>
    public async Task<Guid?> KeepAsync(Guid endedSessionId, LostFields form, CancellationToken cancellation)
    {
        var accountId = await db.Sessions.Where(session => session.Id == endedSessionId).Select(session => (Guid?)session.AccountId).SingleOrDefaultAsync(cancellation);
        var content = JsonSerializer.Serialize(form);
        var now = time.GetUtcNow();
        await db.Set<KeptForm>().Where(kept => kept.CreatedAt < now - Lasts).ExecuteDeleteAsync(cancellation);
        if (accountId is null || content.Length > LongestForm || await db.Set<KeptForm>().CountAsync(kept => kept.AccountId == accountId, cancellation) >= MostOfAPerson)
        {
            return null;
        }

        var id = Guid.CreateVersion7(now);
        db.Add(new KeptForm { Id = id, AccountId = accountId.Value, Content = protector.Protect(content), CreatedAt = now });
        await db.SaveChangesAsync(cancellation);
        return id;
    }

    /// <summary>A kept form, for the person who typed it only.</summary>
    public async Task<LostFields?> FindAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow() - Lasts;
        var content = await db.Set<KeptForm>().Where(kept => kept.Id == id && kept.AccountId == actor.AccountId && kept.CreatedAt >= oldest).Select(kept => kept.Content).SingleOrDefaultAsync(cancellation);
        return content is null ? null : JsonSerializer.Deserialize<LostFields>(protector.Unprotect(content));
    }

    public Task<int> DropAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        db.Set<KeptForm>().Where(kept => kept.Id == id && kept.AccountId == actor.AccountId).ExecuteDeleteAsync(cancellation);
}

/// <summary>A form that was sent: where to, and its fields in their order. Files are not kept.</summary>
public sealed record LostFields(string Target, bool IsMultipart, bool HadFiles, IReadOnlyList<LostField> Fields);

public sealed record LostField(string Name, string Value);
