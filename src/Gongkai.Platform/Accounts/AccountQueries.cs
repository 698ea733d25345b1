using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>The accounts that a security administrator sees: those with a post, held or ended, in the administrator's part of the tree.</summary>
public sealed class AccountQueries(GongkaiDb db, TimeProvider time)
{
    private const int PageSize = 50;
    private const int MostExported = 20_000;

    public Task<Page<AccountRow>> ListAsync(AccountFilter filter, string? after, Actor actor, CancellationToken cancellation) => PageAsync(filter, after, PageSize, actor, cancellation);

    /// <summary>All that a filter leaves, as far as one file can hold them.</summary>
    public async Task<IReadOnlyList<AccountRow>> ExportAsync(AccountFilter filter, Actor actor, CancellationToken cancellation) => (await PageAsync(filter, null, MostExported, actor, cancellation)).Items;

    private async Task<Page<AccountRow>> PageAsync(AccountFilter filter, string? after, int size, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageAccounts));
        if (filter.AgencyId is { } agencyId)
        {
            agencies = agencies.Where(agency => agency.Id == agencyId);
        }

        var posts = db.Posts.AsNoTracking().Where(post => agencies.Any(agency => agency.Id == post.AgencyId));
        if (filter.Role is { } role)
        {
            posts = posts.Where(post => post.Role == role);
        }

        var accounts = db.Users.AsNoTracking().Where(account => posts.Any(post => post.AccountId == account.Id));
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var pattern = $"%{Escape(filter.Search.Trim())}%";
            accounts = accounts.Where(account => EF.Functions.ILike(account.UserName!, pattern, "\\") || EF.Functions.ILike(account.DisplayName, pattern, "\\"));
        }

        if (after is not null)
        {
#pragma warning disable CA1309 // The database compares, in the order by which it sorts.
            accounts = accounts.Where(account => string.Compare(account.NormalizedUserName, after) > 0);
#pragma warning restore CA1309
        }

        var now = time.GetUtcNow();
        var found = await accounts.OrderBy(account => account.NormalizedUserName).Take(size + 1)
            .Select(account => new
            {
                account.Id, account.UserName, account.DisplayName, account.IsDisabled, account.TwoFactorEnabled, account.NormalizedUserName,
                IsLocked = account.LockoutEnd > now, HasPassword = account.PasswordHash != null,
                LastSeen = db.Sessions.Where(session => session.AccountId == account.Id).Max(session => (DateTimeOffset?)session.LastSeenAt),
            }).ToListAsync(cancellation);
        var shown = found.Take(size).ToList();
        var held = await HeldAsync([.. shown.Select(account => account.Id)], cancellation);
        return new Page<AccountRow>(
            [.. shown.Select(account => new AccountRow(
                account.Id, account.UserName ?? "", account.DisplayName, [.. held[account.Id].Where(post => post.Counts)], account.IsDisabled, account.IsLocked, account.HasPassword, account.TwoFactorEnabled, account.LastSeen))],
            found.Count > size ? shown[^1].NormalizedUserName : null);
    }

    /// <summary>One account; null where the actor does not see it.</summary>
    public async Task<AccountDetails?> FindAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageAccounts));
        var now = time.GetUtcNow();
        var account = await db.Users.AsNoTracking()
            .Where(account => account.Id == id && db.Posts.Any(post => post.AccountId == id && agencies.Any(agency => agency.Id == post.AgencyId)))
            .Select(account => new
            {
                account.UserName, account.DisplayName, account.Email, account.PhoneNumber, account.IsDisabled, account.TwoFactorEnabled, account.CreatedAt, account.PasswordChangedAt,
                HasPassword = account.PasswordHash != null,
                LockedUntil = account.LockoutEnd > now ? account.LockoutEnd : null,
                InvitedUntil = db.Invitations.Where(invitation => invitation.AccountId == id && invitation.UsedAt == null && invitation.ExpiresAt > now).Max(invitation => (DateTimeOffset?)invitation.ExpiresAt),
            }).SingleOrDefaultAsync(cancellation);
        return account is null ? null : new AccountDetails
        {
            Id = id, UserName = account.UserName ?? "", DisplayName = account.DisplayName, Email = account.Email, Telephone = account.PhoneNumber, IsDisabled = account.IsDisabled,
            HasSecondFactor = account.TwoFactorEnabled, HasPassword = account.HasPassword, CreatedAt = account.CreatedAt, PasswordChangedAt = account.PasswordChangedAt,
            LockedUntil = account.LockedUntil, InvitedUntil = account.InvitedUntil, Posts = [.. (await HeldAsync([id], cancellation))[id]],
        };
    }

    /// <summary>The own account, for the page of the person.</summary>
    public async Task<OwnAccount> OwnAsync(Actor actor, CancellationToken cancellation)
    {
        var account = await db.Users.AsNoTracking().Where(account => account.Id == actor.AccountId).Select(account => new { account.UserName, account.PasswordChangedAt }).SingleAsync(cancellation);
        return new OwnAccount(account.UserName ?? "", account.PasswordChangedAt, [.. (await HeldAsync([actor.AccountId], cancellation))[actor.AccountId].Where(post => post.Counts)]);
    }

    /// <summary>The account of a user name, whoever's it is, for giving a post or making a deputy.</summary>
    public async Task<Guid?> IdOfAsync(string userName, Actor actor, CancellationToken cancellation)
    {
        var normalized = Secrets.LoginName.Normalize(userName);
        return Gate.MayAnywhere(actor, Act.ManageAccounts)
            ? await db.Users.Where(account => account.NormalizedUserName == normalized).Select(account => (Guid?)account.Id).SingleOrDefaultAsync(cancellation)
            : null;
    }

    /// <summary>The agencies at which the actor may give posts, for a choice.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        return await db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ManageAccounts))
            .Where(agency => agency.ValidTo == null || agency.ValidTo >= today)
            .OrderBy(agency => agency.Path).Select(agency => new AgencyChoice(agency.Id, agency.Name)).ToListAsync(cancellation);
    }

    private async Task<ILookup<Guid, PostRow>> HeldAsync(IReadOnlyList<Guid> accounts, CancellationToken cancellation)
    {
        var today = time.Today();
        var posts = await (
            from post in db.Posts.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on post.AgencyId equals agency.Id
            where accounts.Contains(post.AccountId)
            orderby post.To != null && post.To < today, post.DeputyFor != null, post.Id
            select new
            {
                post.AccountId, post.Id, post.Role, post.AgencyId, agency.Name, agency.Path, post.From, post.To,
                DeputyFor = db.Users.Where(account => account.Id == post.DeputyFor).Select(account => account.DisplayName).FirstOrDefault(),
            }).ToListAsync(cancellation);
        return posts.ToLookup(
            post => post.AccountId,
            post => new PostRow(post.Id, post.Role, post.AgencyId, post.Name, post.Path, post.From, post.To, post.DeputyFor, post.From <= today && (post.To is null || post.To >= today), post.To < today));
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

public sealed record AccountFilter(string? Search, Role? Role, int? AgencyId);

public sealed record AccountRow(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<PostRow> Posts, bool IsDisabled, bool IsLocked, bool HasPassword, bool HasSecondFactor, DateTimeOffset? LastSeenAt);

/// <summary>A post as a list shows it; <see cref="Counts"/> is whether it is held today.</summary>
public sealed record PostRow(int Id, Role Role, int AgencyId, string AgencyName, string Path, DateOnly From, DateOnly? To, string? DeputyFor, bool Counts, bool HasEnded);

public sealed record AccountDetails
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required string? Email { get; init; }

    public required string? Telephone { get; init; }

    public required bool IsDisabled { get; init; }

    public required bool HasSecondFactor { get; init; }

    public required bool HasPassword { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? PasswordChangedAt { get; init; }

    public required DateTimeOffset? LockedUntil { get; init; }

    public required DateTimeOffset? InvitedUntil { get; init; }

    public required IReadOnlyList<PostRow> Posts { get; init; }
}

public sealed record OwnAccount(string UserName, DateTimeOffset? PasswordChangedAt, IReadOnlyList<PostRow> Posts);

public sealed record AgencyChoice(int Id, string Name);
