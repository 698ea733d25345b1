using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Audit;

/// <summary>The audit trail as an audit administrator reads it: the chains of the agencies in the own part of the tree, and that of the installation from the root. Personal data is masked.</summary>
public sealed class AuditQueries(GongkaiDb db, AuditTrail audit)
{
    private const int PageSize = 50;
    private const int MostOfASubject = 1000;

    public async Task<Page<AuditRow>> ListAsync(AuditFilter filter, long? before, Actor actor, CancellationToken cancellation)
    {
        var entries = Matching(filter, actor);
        if (before is { } key)
        {
            entries = entries.Where(entry => entry.Id < key);
        }

        var rows = await Rows(entries.OrderByDescending(entry => entry.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<AuditRow>([.. rows.Take(PageSize).Select(Masked)], rows.Count > PageSize ? rows[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>What one agency's chain says of one thing, in order, for those who may see the thing itself; without the addresses from which it was done.</summary>
    /// <param name="agencyId">The agency whose chain it is.</param>
    /// <param name="subject">As <c>request/17</c>; the caller has found that the actor may see it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<AuditRow>> OfSubjectAsync(int agencyId, string subject, CancellationToken cancellation) =>
        [.. (await Rows(db.AuditEntries.AsNoTracking().Where(entry => entry.Chain == agencyId && entry.Subject == subject).OrderBy(entry => entry.Number).Take(MostOfASubject)).ToListAsync(cancellation))
            .Select(row => Masked(row) with { Address = null })];

    /// <summary>All matching entries, the newest first, read as they are written out. That somebody took them along is an entry itself.</summary>
    public async Task<IAsyncEnumerable<AuditRow>> ExportAsync(AuditFilter filter, Actor actor, CancellationToken cancellation)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            await audit.RecordAsync(actor, actor.ChainOrNull, "audit.exported", "audit/export", null, filter, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return MaskedAsync(Rows(Matching(filter, actor).OrderByDescending(entry => entry.Id)).AsAsyncEnumerable());
    }

    /// <summary>The agencies whose entries the actor reads, for the filter.</summary>
    public async Task<IReadOnlyList<AgencyChoice>> AgenciesAsync(Actor actor, CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ReadAudit)).OrderBy(agency => agency.Path).Select(agency => new AgencyChoice(agency.Id, agency.Name)).ToListAsync(cancellation);

    private IQueryable<AuditEntry> Matching(AuditFilter filter, Actor actor)
    {
        var scope = Gate.ScopeOf(actor, Act.ReadAudit);
        var holdsRoot = scope.HoldsRoot;
        var agencies = db.Agencies.AsNoTracking().Within(scope);
        var entries = db.AuditEntries.AsNoTracking().Where(entry => (holdsRoot && entry.Chain == 0) || agencies.Any(agency => agency.Id == entry.Chain));
        if (filter.AgencyId is { } agencyId)
        {
            entries = entries.Where(entry => entry.Chain == agencyId);
        }

        if (!string.IsNullOrWhiteSpace(filter.Person))
        {
            var person = filter.Person.Trim();
            entries = entries.Where(entry => entry.ActorName.Contains(person));
        }

        if (!string.IsNullOrWhiteSpace(filter.Action))
        {
            entries = entries.Where(entry => entry.Action == filter.Action);
        }

        if (!string.IsNullOrWhiteSpace(filter.Subject))
        {
            var subject = filter.Subject.Trim();
            entries = entries.Where(entry => entry.Subject == subject);
        }

        if (filter.From is { } from)
        {
            var start = BeijingMidnight(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var end = BeijingMidnight(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }

    private IQueryable<AuditRow> Rows(IQueryable<AuditEntry> entries) => entries.Select(entry => new AuditRow(
        entry.Id, entry.Number, entry.At, db.Agencies.Where(agency => agency.Id == entry.Chain).Select(agency => agency.Name).FirstOrDefault(),
        entry.ActorName, entry.Address, entry.Action, entry.Subject, entry.Before, entry.After));

    private static async IAsyncEnumerable<AuditRow> MaskedAsync(IAsyncEnumerable<AuditRow> rows)
    {
        await foreach (var row in rows)
        {
            yield return Masked(row);
        }
    }

    private static AuditRow Masked(AuditRow row) => row with
    {
        Actor = PersonalData.Mask(row.Actor),
        Subject = PersonalData.Mask(row.Subject),
        Before = row.Before is null ? null : PersonalData.Mask(row.Before),
        After = row.After is null ? null : PersonalData.Mask(row.After),
    };

    private static DateTimeOffset BeijingMidnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();
}

/// <summary>Days are days in Beijing, both included.</summary>
public sealed record AuditFilter
{
    public int? AgencyId { get; init; }

    public string? Person { get; init; }

    public string? Action { get; init; }

    public string? Subject { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>An entry as it is shown; without an agency it is of the installation.</summary>
public sealed record AuditRow(long Id, long Number, DateTimeOffset At, string? Agency, string Actor, string? Address, string Action, string Subject, string? Before, string? After)
{
    public IReadOnlyList<AuditChangeLine> Changes => AuditDifference.Of(Before, After);
}
