using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Complaints;

/// <summary>What is read of complaints: by those who look into them, and by the applicant of the own case. The agency complained of reads none of it here.</summary>
public sealed class ComplaintQueries(GongkaiDb db, ComplaintDesk desk, Calendars.Calendars calendars, ApplicantSeal seal, TimeProvider time)
{
    /// <summary>The most lines of an export.</summary>
    public const int MostExported = 20_000;

    private const int PageSize = 50;

    /// <summary>A page of the list, newest first.</summary>
    public async Task<Page<ComplaintRow>> ListAsync(ComplaintFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var rows = Rows(filter, actor);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            rows = rows.Where(row => row.Id < last);
        }

        var found = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<ComplaintRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>All that the list shows over its pages, for an export.</summary>
    public Task<List<ComplaintRow>> ExportAsync(ComplaintFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(filter, actor).OrderByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellation);

    /// <summary>The open complaints that the person answers, the nearest day first.</summary>
    public async Task<IReadOnlyList<ComplaintRow>> AtHandAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 20;
        return await Rows(new ComplaintFilter { IsOpen = true }, actor, Act.HandleRequests).OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(most).ToListAsync(cancellation);
    }

    /// <summary>The people of an authority who can be in charge of a complaint.</summary>
    public async Task<IReadOnlyList<Handler>> HandlersAsync(int agencyId, CancellationToken cancellation) =>
        await db.Answerers(agencyId, time.Today()).OrderBy(account => account.DisplayName).Select(account => new Handler(account.Id, account.DisplayName)).ToListAsync(cancellation);

    /// <summary>The complaints of each year within reach, the latest first.</summary>
    public async Task<IReadOnlyList<ComplaintYear>> YearsAsync(Actor actor, CancellationToken cancellation) =>
        [.. (await Rows(new ComplaintFilter(), actor).GroupBy(row => row.ReceivedOn.Year).Select(year => new
            {
                Year = year.Key,
                Received = year.Count(),
                Answered = year.Count(row => row.Finding != null),
                Upheld = year.Count(row => row.Finding == ComplaintFinding.Upheld || row.Finding == ComplaintFinding.PartlyUpheld),
                Late = year.Count(row => row.ClosedOn > row.DueOn),
                Open = year.Count(row => !row.IsClosed),
            }).OrderByDescending(year => year.Year).ToListAsync(cancellation))
            .Select(year => new ComplaintYear(year.Year, year.Received, year.Answered, year.Upheld, year.Late, year.Open))];

    /// <summary>A complaint with its steps and its period; null where there is none for this person.</summary>
    public async Task<ComplaintSheet?> FindAsync(long complaintId, Actor actor, CancellationToken cancellation)
    {
        if (await Rows(new ComplaintFilter(), actor).SingleOrDefaultAsync(row => row.Id == complaintId, cancellation) is not { } row)
        {
            return null;
        }

        var kept = await db.Complaints.AsNoTracking().Where(complaint => complaint.Id == complaintId).Select(complaint => new { complaint.Sealed, complaint.Content, complaint.HandlerId }).SingleAsync(cancellation);
        var path = await db.Agencies.Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var events = await db.ComplaintEvents.AsNoTracking().Where(recorded => recorded.ComplaintId == complaintId).OrderBy(recorded => recorded.HappenedOn).ThenBy(recorded => recorded.Id).ToListAsync(cancellation);
        return new ComplaintSheet
        {
            Row = row,
            Content = kept.Content,
            HandlerId = kept.HandlerId,
            Complainant = kept.Sealed is { } content && Gate.May(actor, Act.ViewApplicants, path) ? seal.Open(content) : null,
            Clock = (await desk.StandingAsync(row.AgencyId, events, cancellation)).Clock,
            Calendar = await calendars.OfAsync(row.AgencyId, cancellation),
            AsOf = time.Today(),
            Events = [.. events.Select(recorded => new ComplaintEventView(
                recorded.Id, recorded.Event, recorded.Note, recorded.RecordedAt, recorded.RecordedByName, recorded.RetractedAt, recorded.RetractedByName, recorded.RetractedBecause))],
            MayChange = Gate.May(actor, Act.HandleRequests, path),
        };
    }

    /// <summary>The complaints of an applicant about the own case, with what was answered.</summary>
    public async Task<IReadOnlyList<OwnComplaint>> OwnAsync(CaseKey key, CancellationToken cancellation)
    {
        if (await db.Requests.AsNoTracking().Where(request => request.Id == key.RequestId).Select(request => request.QueryHash).SingleOrDefaultAsync(cancellation) is not { } hash || !key.Opens(hash))
        {
            return [];
        }

        return await (
            from complaint in db.Complaints.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on complaint.AgencyId equals agency.Id
            where complaint.RequestId == key.RequestId && complaint.CreatedByName == Requests.Intake.SubmitRequest.ApplicantName
            orderby complaint.Id
            select new OwnComplaint(
                complaint.Number, agency.Name, complaint.Kind, complaint.Content, complaint.ReceivedOn, complaint.DueOn, complaint.IsClosed, complaint.Finding, complaint.ClosedOn,
                db.ComplaintEvents.Where(recorded => recorded.ComplaintId == complaint.Id && recorded.Step == ComplaintStep.Answered && recorded.RetractedAt == null).Select(recorded => recorded.Note).FirstOrDefault()))
            .ToListAsync(cancellation);
    }

    /// <summary>The agencies that a person of the authority can take complaints about, by name.</summary>
    public async Task<IReadOnlyList<string>> SupervisedAsync(int agencyId, CancellationToken cancellation)
    {
        const int most = 500;
        var path = await db.Agencies.Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        return await db.Agencies.AsNoTracking().Where(agency => agency.Id != agencyId && agency.ValidTo == null && (agency.Path.StartsWith(path) || agency.AuthorityId == agencyId))
            .OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.Id).Take(most).Select(agency => agency.Name).ToListAsync(cancellation);
    }

    private IQueryable<ComplaintRow> Rows(ComplaintFilter filter, Actor actor, Act act = Act.ViewRequests)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, act));
        return
            from complaint in db.Complaints.AsNoTracking()
            join agency in agencies on complaint.AgencyId equals agency.Id
            join against in db.Agencies.AsNoTracking() on complaint.AgainstId equals against.Id
            where (filter.Kind == null || complaint.Kind == filter.Kind)
                && (filter.IsOpen == null || complaint.IsClosed != filter.IsOpen)
                && (filter.HandlerId == null || complaint.HandlerId == filter.HandlerId)
                && (filter.Year == null || complaint.ReceivedOn.Year == filter.Year)
                && (filter.Text == null || complaint.Number == filter.Text || complaint.Content.Contains(filter.Text) || against.Name.Contains(filter.Text))
            select new ComplaintRow
            {
                Id = complaint.Id,
                Number = complaint.Number,
                AgencyId = complaint.AgencyId,
                AgencyName = agency.Name,
                AgainstName = against.ShortName ?? against.Name,
                Kind = complaint.Kind,
                Channel = complaint.Channel,
                RequestId = complaint.RequestId,
                RequestNumber = db.Requests.Where(request => request.Id == complaint.RequestId).Select(request => request.Number).FirstOrDefault(),
                ComplainantLabel = complaint.ComplainantLabel,
                HandlerName = db.Users.Where(account => account.Id == complaint.HandlerId).Select(account => account.DisplayName).FirstOrDefault(),
                ReceivedOn = complaint.ReceivedOn,
                Step = complaint.Step,
                IsClosed = complaint.IsClosed,
                DueOn = complaint.DueOn,
                ClosedOn = complaint.ClosedOn,
                Finding = complaint.Finding,
                Measure = complaint.Measure,
            };
    }
}

/// <summary>Which complaints a list shows; null leaves it open.</summary>
public sealed record ComplaintFilter
{
    public ComplaintKind? Kind { get; init; }

    public bool? IsOpen { get; init; }

    /// <summary>Who is in charge.</summary>
    public Guid? HandlerId { get; init; }

    /// <summary>The year of receipt.</summary>
    public int? Year { get; init; }

    /// <summary>The number, letters of what it says, or the agency complained of.</summary>
    public string? Text { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record ComplaintRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgainstName { get; init; }

    public required ComplaintKind Kind { get; init; }

    public required IntakeChannel Channel { get; init; }

    public required long? RequestId { get; init; }

    public required string? RequestNumber { get; init; }

    public required string ComplainantLabel { get; init; }

    public required string? HandlerName { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public required ComplaintStep Step { get; init; }

    public required bool IsClosed { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateOnly? ClosedOn { get; init; }

    public required ComplaintFinding? Finding { get; init; }

    public required ComplaintMeasure? Measure { get; init; }
}

/// <summary>A complaint as those who look into it see it.</summary>
public sealed record ComplaintSheet
{
    public required ComplaintRow Row { get; init; }

    public required string Content { get; init; }

    public required Guid? HandlerId { get; init; }

    /// <summary>Who complains; null where none was given or this person may not know.</summary>
    public required Applicant? Complainant { get; init; }

    public required Clock Clock { get; init; }

    public required WorkingCalendar Calendar { get; init; }

    public required DateOnly AsOf { get; init; }

    public required IReadOnlyList<ComplaintEventView> Events { get; init; }

    public required bool MayChange { get; init; }
}

public sealed record ComplaintEventView(
    long Id, ComplaintEvent Event, string? Note, DateTimeOffset RecordedAt, string RecordedByName, DateTimeOffset? RetractedAt, string? RetractedByName, string? RetractedBecause);

/// <summary>The complaints received in a year, and what came of them.</summary>
public sealed record ComplaintYear(int Year, int Received, int Answered, int Upheld, int Late, int Open);

/// <summary>A complaint as the one who sent it sees it.</summary>
public sealed record OwnComplaint(
    string Number, string Authority, ComplaintKind Kind, string Content, DateOnly ReceivedOn, DateOnly DueOn, bool IsClosed, ComplaintFinding? Finding, DateOnly? ClosedOn, string? Answer);
