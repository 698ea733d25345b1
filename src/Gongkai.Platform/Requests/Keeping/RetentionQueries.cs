using System.Globalization;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Keeping;

/// <summary>The closed cases whose time is over, the oldest first. One about which a dispute or a complaint is open is not among them.</summary>
public sealed class RetentionQueries(GongkaiDb db, InstallationSettings settings, TimeProvider time)
{
    /// <summary>The most lines of an export.</summary>
    public const int MostExported = 20_000;

    private const int PageSize = 50;

    public async Task<Page<RetentionRow>> ListAsync(RetentionFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var found = await Rows(filter, actor, await RulesAsync(cancellation), after).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<RetentionRow>([.. found.Take(PageSize)], found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].ConcludedOn:yyyyMMdd}-{found[PageSize - 1].Id}") : null);
    }

    public async Task<List<RetentionRow>> ExportAsync(RetentionFilter filter, Actor actor, CancellationToken cancellation) =>
        await Rows(filter, actor, await RulesAsync(cancellation), null).Take(MostExported).ToListAsync(cancellation);

    public async Task<RetentionRules> RulesAsync(CancellationToken cancellation) => await settings.ReadAsync<RetentionRules>(RetentionRules.Setting, cancellation) ?? new RetentionRules();

    /// <summary>Whether the time of a case is over.</summary>
    internal async Task<bool> IsDueAsync(long requestId, CancellationToken cancellation) => await Due(await RulesAsync(cancellation)).AnyAsync(request => request.Id == requestId, cancellation);

    private IQueryable<RetentionRow> Rows(RetentionFilter filter, Actor actor, RetentionRules rules, string? after)
    {
        var requests = Due(rules);
        if (filter.IsProposed is { } isProposed)
        {
            requests = requests.Where(request => db.RetentionProposals.Any(open => open.RequestId == request.Id && open.DecidedAt == null) == isProposed);
        }

        if (after?.Split('-') is [var day, var number]
            && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            requests = requests.Where(request => request.ConcludedOn > on || (request.ConcludedOn == on && request.Id > id));
        }

        return
            from request in requests
            join agency in db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewApplicants)) on request.AgencyId equals agency.Id
            from proposal in db.RetentionProposals.Where(open => open.RequestId == request.Id && open.DecidedAt == null).DefaultIfEmpty()
            orderby request.ConcludedOn, request.Id
            select new RetentionRow
            {
                Id = request.Id,
                Number = request.Number,
                AgencyName = agency.ShortName ?? agency.Name,
                Wanted = request.Wanted,
                Outcome = request.Outcome,
                ConcludedOn = request.ConcludedOn!.Value,
                IsDisputed = db.Disputes.Any(dispute => dispute.RequestId == request.Id),
                KeptUntil = request.KeptUntil,
                FilesDestroyedOn = request.FilesDestroyedOn,
                ProposalId = proposal == null ? null : proposal.Id,
                Proposed = proposal == null ? null : proposal.Action,
                Until = proposal == null ? null : proposal.Until,
                Reason = proposal == null ? null : proposal.Reason,
                ProposedBy = proposal == null ? null : proposal.ProposedBy,
                ProposedByName = proposal == null ? null : proposal.ProposedByName,
            };
    }

    private IQueryable<Request> Due(RetentionRules rules)
    {
        var today = time.Today();
        var answered = CutOf(rules.Answered, today);
        var withheld = CutOf(rules.Withheld, today);
        var ended = CutOf(rules.Ended, today);
        var disputed = CutOf(rules.Disputed, today);
        var withheldOutcomes = RetentionRules.WithheldOutcomes;
        var endedOutcomes = RetentionRules.EndedOutcomes;
        return db.Requests.AsNoTracking().Where(request => request.Stage == RequestStage.Concluded && request.AnonymisedOn == null && (request.KeptUntil == null || request.KeptUntil < today)
            && !db.Disputes.Any(dispute => dispute.RequestId == request.Id && dispute.Result == null)
            && !db.Complaints.Any(complaint => complaint.RequestId == request.Id && !complaint.IsClosed)
            && (db.Disputes.Any(dispute => dispute.RequestId == request.Id) ? request.ConcludedOn < disputed
                : withheldOutcomes.Contains(request.Outcome) ? request.ConcludedOn < withheld
                : endedOutcomes.Contains(request.Outcome) ? request.ConcludedOn < ended
                : request.ConcludedOn < answered));
    }

    /// <summary>The years are full ones after that in which the case ended.</summary>
    private static DateOnly CutOf(int years, DateOnly today) => new(today.Year - years, 1, 1);
}

/// <summary>Which of the cases whose time is over.</summary>
public sealed record RetentionFilter
{
    /// <summary>Only those for which something was proposed, or only those for which nothing was.</summary>
    public bool? IsProposed { get; init; }
}

/// <summary>A case whose time is over, and what is proposed for it.</summary>
public sealed record RetentionRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required string AgencyName { get; init; }

    public required string Wanted { get; init; }

    public required Outcome? Outcome { get; init; }

    public required DateOnly ConcludedOn { get; init; }

    public required bool IsDisputed { get; init; }

    public required DateOnly? KeptUntil { get; init; }

    public required DateOnly? FilesDestroyedOn { get; init; }

    public required long? ProposalId { get; init; }

    public required RetentionAction? Proposed { get; init; }

    public required DateOnly? Until { get; init; }

    public required string? Reason { get; init; }

    public required Guid? ProposedBy { get; init; }

    public required string? ProposedByName { get; init; }

    public RetentionClass Class => RetentionRules.ClassOf(Outcome, IsDisputed);
}
