using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tokens;

/// <summary>Ends a token at once.</summary>
public sealed class RevokeToken(GongkaiDb db, TimeProvider time, AuditTrail audit)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var token = await (
            from candidate in db.Set<AgencyToken>().AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on candidate.AgencyId equals agency.Id
            where candidate.Id == command.Id
            select new { candidate.AgencyId, candidate.Name, agency.Path }).SingleOrDefaultAsync(cancellation);
        if (token is null || !Gate.May(actor, Act.ManageTokens, token.Path))
        {
            return Refusal.NotFound;
        }

        var now = time.GetUtcNow();
        var revoked = await db.Set<AgencyToken>().Where(candidate => candidate.Id == command.Id && candidate.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(candidate => candidate.RevokedAt, now), cancellation);
        if (revoked == 0)
        {
            return Refusal.AlreadyRevoked;
        }

        await audit.RecordAsync(actor, token.AgencyId, "token.revoked", $"token/{command.Id}", new { token.Name }, null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public sealed record Command(Guid Id);

    public enum Refusal
    {
        NotFound,
        AlreadyRevoked,
    }
}
