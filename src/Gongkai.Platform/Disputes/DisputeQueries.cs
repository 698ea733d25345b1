using System.Globalization;
using Gongkai.Law.Disputes;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Disputes;

/// <summary>What a person at work reads of disputes, within that person's part of the tree.</summary>
public sealed class DisputeQueries(GongkaiDb db, Calendars.Calendars calendars, TimeProvider time)
{
    /// <summary>The most lines of an export.</summary>
    public const int MostExported = 20_000;

    private const int PageSize = 50;

    /// <summary>A page of the list, newest first.</summary>
    public async Task<Page<DisputeRow>> ListAsync(DisputeFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var rows = Rows(filter, actor);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            rows = rows.Where(row => row.Id < last);
        }

        var found = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<DisputeRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>All that the list shows over its pages, for an export; at most <see cref="MostExported"/>.</summary>
    public Task<List<DisputeRow>> ExportAsync(DisputeFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(filter, actor).OrderByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellation);

    /// <summary>The disputes in which the person's own agencies have a day to keep, the nearest first.</summary>
    public async Task<IReadOnlyList<DisputeRow>> AtHandAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 20;
        return await Rows(new DisputeFilter { IsOpen = true }, actor, Act.HandleRequests).Where(row => row.NextDueOn != null).OrderBy(row => row.NextDueOn).ThenBy(row => row.Id).Take(most).ToListAsync(cancellation);
    }

    /// <summary>A dispute with its steps and periods; null where there is none for this person.</summary>
    public async Task<DisputeSheet?> FindAsync(long disputeId, Actor actor, CancellationToken cancellation)
    {
        if (await Rows(new DisputeFilter(), actor).SingleOrDefaultAsync(row => row.Id == disputeId, cancellation) is not { } row)
        {
            return null;
        }

        var events = await db.DisputeEvents.AsNoTracking().Where(happened => happened.DisputeId == disputeId).OrderBy(happened => happened.HappenedOn).ThenBy(happened => happened.Id).ToListAsync(cancellation);
        var known = events.Where(happened => happened.RetractedAt is null).Select(happened => happened.Event).ToList();
        var calendar = await calendars.OfAsync(row.AgencyId, cancellation);
        var path = await db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        return new DisputeSheet
        {
            Row = row,
            Clocks = DisputeClocks.Of(known, calendar, time.Today()),
            Calendar = calendar,
            Events = [.. events.Select(happened => new DisputeEventView(
                happened.Id, happened.Event, happened.Note, happened.RecordedAt, happened.RecordedByName, happened.RetractedAt, happened.RetractedByName, happened.RetractedBecause))],
            MayChange = Gate.May(actor, Act.HandleRequests, path),
            Steps = DisputeDesk.StepsOf(row.Kind),
        };
    }

    /// <summary>The disputes about a request.</summary>
    public async Task<IReadOnlyList<DisputeRow>> OfRequestAsync(long requestId, Actor actor, CancellationToken cancellation) =>
        await Rows(new DisputeFilter { RequestId = requestId }, actor).OrderBy(row => row.Id).ToListAsync(cancellation);

    private IQueryable<DisputeRow> Rows(DisputeFilter filter, Actor actor, Act act = Act.ViewRequests)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, act));
        return
            from dispute in db.Disputes.AsNoTracking()
            join agency in agencies on dispute.AgencyId equals agency.Id
            where (filter.AgencyId == null || dispute.AgencyId == filter.AgencyId)
                && (filter.Kind == null || dispute.Kind == filter.Kind)
                && (filter.RequestId == null || dispute.RequestId == filter.RequestId)
                && (filter.IsOpen == null || (dispute.Result == null) == filter.IsOpen)
                && (filter.Text == null || dispute.Number == filter.Text || dispute.Subject.Contains(filter.Text) || dispute.CaseNumber == filter.Text)
            select new DisputeRow
            {
                Id = dispute.Id,
                Number = dispute.Number,
                AgencyId = dispute.AgencyId,
                AgencyName = agency.Name,
                Kind = dispute.Kind,
                RequestId = dispute.RequestId,
                RequestNumber = db.Requests.Where(request => request.Id == dispute.RequestId).Select(request => request.Number).FirstOrDefault(),
                Body = dispute.Body,
                CaseNumber = dispute.CaseNumber,
                ComplainantLabel = dispute.ComplainantLabel,
                Subject = dispute.Subject,
                BegunOn = dispute.BegunOn,
                Result = dispute.Result,
                ResultOn = dispute.ResultOn,
                NextDueOn = dispute.NextDueOn,
            };
    }
}

/// <summary>Which disputes a list shows; null leaves it open.</summary>
public sealed record DisputeFilter
{
    public int? AgencyId { get; init; }

    public DisputeKind? Kind { get; init; }

    public long? RequestId { get; init; }

    public bool? IsOpen { get; init; }

    /// <summary>The office's number, the body's number, or letters of the subject.</summary>
    public string? Text { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record DisputeRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required DisputeKind Kind { get; init; }

    public required long? RequestId { get; init; }

    public required string? RequestNumber { get; init; }

    public required string Body { get; init; }

    public required string? CaseNumber { get; init; }

    public required string ComplainantLabel { get; init; }

    public required string Subject { get; init; }

    public required DateOnly? BegunOn { get; init; }

    public required DisputeResult? Result { get; init; }

    public required DateOnly? ResultOn { get; init; }

    public required DateOnly? NextDueOn { get; init; }
}

/// <summary>A dispute as a person at the desk sees it.</summary>
public sealed record DisputeSheet
{
    public required DisputeRow Row { get; init; }

    public required IReadOnlyList<DisputeClock> Clocks { get; init; }

    public required Law.Calendar.WorkingCalendar Calendar { get; init; }

    public required IReadOnlyList<DisputeEventView> Events { get; init; }

    public required bool MayChange { get; init; }

    /// <summary>The steps that this kind of dispute can have.</summary>
    public required IReadOnlyList<DisputeStep> Steps { get; init; }
}

public sealed record DisputeEventView(
    long Id, DisputeEvent Event, string? Note, DateTimeOffset RecordedAt, string RecordedByName, DateTimeOffset? RetractedAt, string? RetractedByName, string? RetractedBecause);
