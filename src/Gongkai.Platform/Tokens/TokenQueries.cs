using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tokens;

/// <summary>The tokens of the actor's part of the tree, and who stands behind a token that is shown.</summary>
public sealed class TokenQueries(GongkaiDb db, TimeProvider time)
{
    private const int PageSize = 50;

    private static readonly TimeSpan NotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>The newest first, revoked and expired ones among them.</summary>
    public async Task<Page<TokenRow>> ListAsync(string? after, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var tokens =
            from token in db.Set<AgencyToken>().AsNoTracking()
            join agency in db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageTokens)) on token.AgencyId equals agency.Id
            select new { token, agency.Name };
        if (Guid.TryParse(after, out var last))
        {
            tokens = tokens.Where(row => row.token.Id.CompareTo(last) < 0);
        }

        var rows = await tokens.OrderByDescending(row => row.token.Id).Take(PageSize + 1)
            .Select(row => new TokenRow(
                row.token.Id, row.Name, row.token.Name, row.token.CreatedAt, row.token.CreatedByName, row.token.ExpiresOn, row.token.RevokedAt, row.token.LastUsedAt,
                row.token.RevokedAt == null && row.token.ExpiresOn >= today)).ToListAsync(cancellation);
        return new Page<TokenRow>([.. rows.Take(PageSize)], rows.Count > PageSize ? rows[PageSize - 1].Id.ToString() : null);
    }

    /// <summary>The agencies for which the actor may issue tokens.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        return await db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageTokens)).Where(agency => agency.ValidTo == null || agency.ValidTo >= today)
            .OrderBy(agency => agency.Path).Select(agency => new AgencyChoice(agency.Id, agency.Name)).ToListAsync(cancellation);
    }

    /// <summary>The agency's system behind a secret, acting as a clerk of that agency and nothing else; null where the token does not count.</summary>
    public async Task<Actor?> FindAsync(string secret, string? address, CancellationToken cancellation)
    {
        var hash = OneTimeSecret.HashOf(secret);
        var today = time.Today();
        var found = await (
            from token in db.Set<AgencyToken>().AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on token.AgencyId equals agency.Id
            where token.SecretHash == hash && token.RevokedAt == null && token.ExpiresOn >= today && (agency.ValidTo == null || agency.ValidTo >= today)
            select new { token.Id, token.Name, token.LastUsedAt, token.AgencyId, agency.Path, AgencyName = agency.ShortName ?? agency.Name }).SingleOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (found.LastUsedAt is not { } used || now - used >= NotedEvery)
        {
            await db.Set<AgencyToken>().Where(token => token.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), cancellation);
        }

        return new Actor(found.Id, $"接口令牌“{found.Name}”", found.AgencyId, [new HeldPost(Role.Clerk, found.AgencyId, found.Path, found.AgencyName)], address);
    }
}

/// <summary>A token in a list.</summary>
public sealed record TokenRow(
    Guid Id, string Agency, string Name, DateTimeOffset CreatedAt, string CreatedBy, DateOnly ExpiresOn, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt, bool Counts);
