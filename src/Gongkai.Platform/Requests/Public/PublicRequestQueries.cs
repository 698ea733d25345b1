using System.Globalization;
using System.Runtime.CompilerServices;
using Gongkai.Law.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Public;

/// <summary>The public ledger of concluded requests, and what it adds up to.</summary>
public sealed class PublicRequestQueries(GongkaiDb db, Calendars.Calendars calendars, RequestRules rules, ApplicantSeal seal, TimeProvider time)
{
    private const int PageSize = 50;
    private const int Piece = 500;

    /// <summary>A page of the ledger, the latest first.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Page<PublicRequest>> ListAsync(PublicRequestFilter filter, string? after, CancellationToken cancellation)
    {
        var found = await TakeAsync(filter, after, PageSize + 1, cancellation);
        return new Page<PublicRequest>(await LinesAsync([.. found.Take(PageSize)], cancellation), found.Count > PageSize ? KeyOf(found[PageSize - 1]) : null);
    }

    /// <summary>All of them, piece by piece, for a download.</summary>
    public async IAsyncEnumerable<PublicRequest> StreamAsync(PublicRequestFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (string? after = null; ;)
        {
            var found = await TakeAsync(filter, after, Piece, cancellation);
            foreach (var line in await LinesAsync(found, cancellation))
            {
                yield return line;
            }

            if (found.Count < Piece)
            {
                yield break;
            }

            after = KeyOf(found[^1]);
        }
    }

    /// <summary>The years in which requests were concluded, the latest first.</summary>
    public Task<List<int>> YearsAsync(CancellationToken cancellation) =>
        db.PublicLedger().Select(request => request.ConcludedOn!.Value.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation);

    /// <summary>The figures of a year, agency by agency in the order of the tree; those with none are left out.</summary>
    public async Task<IReadOnlyList<PublicRequestFigures>> FiguresAsync(int year, int? agencyId, CancellationToken cancellation)
    {
        var first = new DateOnly(year, 1, 1);
        var last = new DateOnly(year, 12, 31);
        var counted = db.PublicCount().Where(request => agencyId == null || request.AgencyId == agencyId);
        var received = await counted.Where(request => request.ReceivedOn >= first && request.ReceivedOn <= last)
            .GroupBy(request => request.AgencyId).Select(group => new { AgencyId = group.Key, Number = group.Count() }).ToDictionaryAsync(group => group.AgencyId, group => group.Number, cancellation);
        var concluded = await counted.Where(request => request.FirstConcludedOn >= first && request.FirstConcludedOn <= last && request.FirstOutcome != null)
            .GroupBy(request => new { request.AgencyId, Outcome = request.FirstOutcome!.Value, IsLate = request.ClockState == ClockState.Late })
            .Select(group => new { group.Key.AgencyId, group.Key.Outcome, group.Key.IsLate, Number = group.Count() }).ToListAsync(cancellation);
        var ids = received.Keys.Concat(concluded.Select(group => group.AgencyId)).Distinct().ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.Id)
            .Select(agency => new { agency.Id, agency.Name }).ToListAsync(cancellation);
        var byAgency = concluded.ToLookup(group => group.AgencyId);
        return
        [
            .. agencies.Select(agency => new PublicRequestFigures(
                agency.Id, agency.Name, received.GetValueOrDefault(agency.Id), byAgency[agency.Id].Sum(group => group.Number), byAgency[agency.Id].Where(group => group.IsLate).Sum(group => group.Number),
                Enum.GetValues<OutcomeGroup>().ToDictionary(kind => kind, kind => byAgency[agency.Id].Where(group => OutcomeGroups.Of(group.Outcome) == kind).Sum(group => group.Number)))),
        ];
    }

    private Task<List<Row>> TakeAsync(PublicRequestFilter filter, string? after, int most, CancellationToken cancellation)
    {
        var requests = db.PublicLedger();
        if (filter.AgencyId is { } agencyId)
        {
            requests = requests.Where(request => request.AgencyId == agencyId);
        }

        if (filter.Year is >= 1 and <= 9999 and var year)
        {
            var first = new DateOnly(year, 1, 1);
            var last = new DateOnly(year, 12, 31);
            requests = requests.Where(request => request.ConcludedOn >= first && request.ConcludedOn <= last);
        }

        if (filter.Group is { } group)
        {
            var members = OutcomeGroups.Members(group);
            requests = requests.Where(request => members.Contains(request.Outcome!.Value));
        }

        if (after?.Split('-') is [var day, var number]
            && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            requests = requests.Where(request => request.ConcludedOn < on || (request.ConcludedOn == on && request.Id < id));
        }

        return (
            from request in requests
            join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
            join applicant in db.RequestApplicants.AsNoTracking() on request.Id equals applicant.RequestId into applicants
            from applicant in applicants.DefaultIfEmpty()
            orderby request.ConcludedOn descending, request.Id descending
            select new Row(
                request.Id, agency.Id, agency.Name, request.Number, request.ReceivedOn!.Value, request.ConcludedOn!.Value, request.ClockState == ClockState.Late, request.Outcome!.Value, request.Wanted, applicant == null ? null : applicant.Sealed))
            .Take(most).ToListAsync(cancellation);
    }

    private async Task<List<PublicRequest>> LinesAsync(List<Row> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var events = (await db.RequestEvents.AsNoTracking().Where(happened => ids.Contains(happened.RequestId) && happened.RetractedAt == null).ToListAsync(cancellation)).ToLookup(happened => happened.RequestId);
        var clockRules = await rules.ReadAsync(cancellation);
        var lines = new List<PublicRequest>(rows.Count);
        foreach (var row in rows)
        {
            var timeline = RequestTimeline.Of(events[row.Id].Select(happened => happened.Event), await calendars.OfAsync(row.AgencyId, cancellation), time.Today(), clockRules);
            lines.Add(new PublicRequest(
                row.AgencyId, row.AgencyName, row.Number, row.ReceivedOn, timeline.Answer?.LastDay, row.ConcludedOn, row.IsLate, row.Outcome, row.Sealed is { } content ? PublicWanted.Of(row.Wanted, row.Outcome, seal.Open(content)) : null));
        }

        return lines;
    }

    private static string KeyOf(Row row) => string.Create(CultureInfo.InvariantCulture, $"{row.ConcludedOn:yyyyMMdd}-{row.Id}");

    private sealed record Row(long Id, int AgencyId, string AgencyName, string Number, DateOnly ReceivedOn, DateOnly ConcludedOn, bool IsLate, Outcome Outcome, string Wanted, byte[]? Sealed);
}
