using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tokens;

/// <summary>Issues a token for an agency's own systems. The secret is returned this once.</summary>
public sealed class IssueToken(GongkaiDb db, TimeProvider time, AuditTrail audit)
{
    public const string Prefix = "gk_";
    public const int LongestName = 60;

    private const int MostYears = 2;

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == command.AgencyId && (agency.ValidTo == null || agency.ValidTo >= today))
            .Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.ManageTokens, path))
        {
            return new Result(Refusal.NotAllowed, null);
        }

        if (command.Name.Trim() is not { Length: > 0 and <= LongestName } name)
        {
            return new Result(Refusal.NameMissing, null);
        }

        if (command.ExpiresOn < today || command.ExpiresOn > today.AddYears(MostYears))
        {
            return new Result(Refusal.ExpiryWrong, null);
        }

        var secret = Prefix + OneTimeSecret.Create();
        var now = time.GetUtcNow();
        var token = new AgencyToken
        {
            Id = Guid.CreateVersion7(now),
            AgencyId = command.AgencyId,
            Name = name,
            SecretHash = OneTimeSecret.HashOf(secret),
            CreatedAt = now,
            CreatedByName = actor.Name,
            ExpiresOn = command.ExpiresOn,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.Add(token);
        await audit.RecordAsync(actor, command.AgencyId, "token.issued", $"token/{token.Id}", null, new { token.Name, token.ExpiresOn }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, secret);
    }

    public sealed record Command(int AgencyId, string Name, DateOnly ExpiresOn);

    public sealed record Result(Refusal? Refusal, string? Secret);

    public enum Refusal
    {
        NotAllowed,
        NameMissing,

        /// <summary>In the past, or more than two years away.</summary>
        ExpiryWrong,
    }
}
