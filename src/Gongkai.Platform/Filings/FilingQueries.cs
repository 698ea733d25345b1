using System.Globalization;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>What a person at work reads of filings, within that person's part of the tree.</summary>
public sealed class FilingQueries(GongkaiDb db, FilingDesk desk, FilingCheck check, LedgerNarrative ledger, TimeProvider time)
{
    /// <summary>The most lines of an export.</summary>
    public const int MostExported = 20_000;

    private const int PageSize = 50;
    private const int PresenceSeconds = 20;

    /// <summary>A filing as the editor shows it; null where there is none, or the person may not see it.</summary>
    public async Task<FilingSheet?> FindAsync(int filingId, Actor actor, CancellationToken cancellation)
    {
        if (await RowAsync(filingId, actor, cancellation) is not { } row)
        {
            return null;
        }

        var filing = row.Filing;
        var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
        var frame = await check.FrameAsync(filing.AgencyId, filing.Year, cancellation);
        var found = FilingCheck.Check(draft.Report, frame);
        var explanations = await db.Explanations.AsNoTracking().Where(given => given.FilingId == filingId).ToListAsync(cancellation);
        var situation = await desk.SituationAsync(filingId, filing.State, filing.AgencyId, row.Path, cancellation);
        return new FilingSheet
        {
            Id = filing.Id,
            AgencyId = filing.AgencyId,
            AgencyName = row.AgencyName,
            Year = filing.Year,
            State = filing.State,
            Revision = filing.Revision,
            Edition = draft.Report.Edition,
            Fields = [.. ReportFields.Of(draft.Report).Select(field => ReportFields.Find(draft.Report, field)!)],
            Findings = FilingViews.Of(found.Findings, explanations),
            Unsettled = [.. found.Unsettled.Select(address => address.ToString())],
            Remarks = await RemarksAsync(filingId, FilingGate.IsAuthority(row.Path, actor), actor, cancellation),
            HoldsRemarks = FilingGate.HoldsRemarks(situation, actor),
            Last = frame.Context.Last is { } last ? ReportFields.Of(last).ToDictionary(field => field, field => ReportFields.Find(last, field)!) : null,
            CasesNotAdopted = frame.Context.Filer != Filer.Government && frame.Ledger?.Keys.Any(address => address.Figure.Table == FormTable.Requests) is not true ? await ledger.ReceivedAsync(filing.AgencyId, filing.Year, cancellation) : 0,
            ProactiveParts = frame.Context.Filer == Filer.Government ? [] : await ledger.OffersAsync(filing.AgencyId, filing.Year, cancellation),
            DraftedFromLedger = frame.Ledger is { } kept ? await ledger.OfAsync(filing.AgencyId, filing.Year, kept, cancellation) : new Dictionary<int, string>(),
            Ledger = frame.Ledger?.ToDictionary(figure => figure.Key.ToString(), figure => figure.Value),
            Actions = FilingGate.Possible(situation, actor),
            PendingReviews = situation.PendingReviews,
            SavedAt = filing.SavedAt,
            SignedAt = filing.SignedAt,
            SubmittedAt = filing.SubmittedAt,
            AcceptedAt = filing.AcceptedAt,
            PublishedAt = filing.PublishedAt,
            PublishedVersion = filing.PublishedVersion,
            SourceBlobId = filing.SourceBlobId,
        };
    }

    /// <summary>What happened to a filing since a revision, and who else is at it; says at the same time that this person is, and in which field.</summary>
    public async Task<FilingNews?> PollAsync(int filingId, int sinceRevision, string? field, Actor actor, CancellationToken cancellation)
    {
        var now = await (
            from filing in db.Filings.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on filing.AgencyId equals agency.Id
            where filing.Id == filingId
            select new { filing.Revision, filing.State, agency.Path }).SingleOrDefaultAsync(cancellation);
        if (now is null || !Gate.May(actor, Act.ViewFilings, now.Path))
        {
            return null;
        }

        var people = await SeeAsync(filingId, field, actor, cancellation);
        var withHeld = FilingGate.IsAuthority(now.Path, actor);
        var openRemarks = await db.Remarks.CountAsync(remark => remark.FilingId == filingId && remark.SettledAt == null && (withHeld || !remark.IsHeld), cancellation);
        var news = new FilingNews(now.State, now.Revision, [], null, [], people, openRemarks);
        if (now.Revision <= sinceRevision || await RowAsync(filingId, actor, cancellation) is not { } row)
        {
            return news;
        }

        var draft = FilingDraft.Of(row.Filing.Content, row.Filing.Revision, row.Filing.FieldRevisions);
        var found = FilingCheck.Check(draft.Report, await check.FrameAsync(row.Filing.AgencyId, row.Filing.Year, cancellation));
        var explanations = await db.Explanations.AsNoTracking().Where(given => given.FilingId == filingId).ToListAsync(cancellation);
        return news with
        {
            State = row.Filing.State,
            Revision = draft.Revision,
            Changed = draft.ChangedSince(sinceRevision),
            Findings = FilingViews.Of(found.Findings, explanations),
            Unsettled = [.. found.Unsettled.Select(address => address.ToString())],
        };
    }

    /// <summary>The filings of the person's part of the tree, newest year first.</summary>
    /// <param name="filter">What to look for.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="after">The <see cref="Page{T}.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Page<FilingRow>> ListAsync(FilingFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var found = await TakeAsync(filter, actor, KeyOrNull(after), PageSize + 1, cancellation);
        var next = found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].Year}-{found[PageSize - 1].Id}") : null;
        return new Page<FilingRow>([.. found.Take(PageSize)], next);
    }

    /// <summary>All that the list shows over its pages, for an export; at most <see cref="MostExported"/>.</summary>
    public Task<List<FilingRow>> ExportAsync(FilingFilter filter, Actor actor, CancellationToken cancellation) =>
        TakeAsync(filter, actor, null, MostExported, cancellation);

    /// <summary>The years of which the person can see filings, newest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Actor actor, CancellationToken cancellation) => await (
        from filing in db.Filings.AsNoTracking()
        join agency in db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewFilings)) on filing.AgencyId equals agency.Id
        select filing.Year).Distinct().OrderDescending().ToListAsync(cancellation);

    private async Task<List<FilingRow>> TakeAsync(FilingFilter filter, Actor actor, (int Year, int Id)? after, int count, CancellationToken cancellation)
    {
        var scope = Gate.ScopeOf(actor, Act.ViewFilings);
        if (scope.IsEmpty)
        {
            return [];
        }

        var rows =
            from filing in db.Filings.AsNoTracking()
            join agency in db.Agencies.AsNoTracking().Within(scope) on filing.AgencyId equals agency.Id
            where (filter.Year == null || filing.Year == filter.Year)
                && (filter.State == null || filing.State == filter.State)
                && (filter.AgencyName == null || agency.Name.Contains(filter.AgencyName))
            select new { filing, agency.Name };
        if (after is var (year, id))
        {
            rows = rows.Where(row => row.filing.Year < year || (row.filing.Year == year && row.filing.Id > id));
        }

        return await rows.OrderByDescending(row => row.filing.Year).ThenBy(row => row.filing.Id).Take(count)
            .Select(row => new FilingRow(
                row.filing.Id, row.filing.AgencyId, row.Name, row.filing.Year, row.filing.State,
                row.filing.Errors, row.filing.Warnings, row.filing.Unsettled, row.filing.SavedAt, row.filing.SubmittedAt, row.filing.PublishedAt))
            .ToListAsync(cancellation);
    }

    private async Task<FilingOfAgency?> RowAsync(int filingId, Actor actor, CancellationToken cancellation)
    {
        var row = await (
            from filing in db.Filings.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on filing.AgencyId equals agency.Id
            where filing.Id == filingId
            select new FilingOfAgency(filing, agency.Name, agency.Path)).SingleOrDefaultAsync(cancellation);
        return row is not null && Gate.May(actor, Act.ViewFilings, row.Path) ? row : null;
    }

    private async Task<IReadOnlyList<RemarkView>> RemarksAsync(int filingId, bool withHeld, Actor actor, CancellationToken cancellation) =>
        await db.Remarks.AsNoTracking().Where(remark => remark.FilingId == filingId && (withHeld || !remark.IsHeld)).OrderBy(remark => remark.Id)
            .Select(remark => new RemarkView(remark.Id, remark.At, remark.Text, remark.WriterName, remark.WrittenAt, remark.SettledAt, remark.IsHeld, remark.IsHeld && remark.WrittenBy == actor.AccountId))
            .ToListAsync(cancellation);

    private async Task<IReadOnlyList<PersonPresent>> SeeAsync(int filingId, string? field, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO filing_presence (filing_id, account_id, name, field, seen_at) VALUES ({filingId}, {actor.AccountId}, {actor.Name}, {field}, {now})
            ON CONFLICT (filing_id, account_id) DO UPDATE SET name = excluded.name, field = excluded.field, seen_at = excluded.seen_at
            """,
            cancellation);
        var since = now.AddSeconds(-PresenceSeconds);
        return await db.Database.SqlQuery<PersonPresent>(
            $"""
            SELECT account_id AS "AccountId", name AS "Name", field AS "Field" FROM filing_presence
            WHERE filing_id = {filingId} AND account_id <> {actor.AccountId} AND seen_at > {since} ORDER BY name
            """).ToListAsync(cancellation);
    }

    private static (int Year, int Id)? KeyOrNull(string? after) =>
        after?.Split('-') is [var year, var id]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedYear)
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var parsedId)
            ? (parsedYear, parsedId)
            : null;

    private sealed record FilingOfAgency(Filing Filing, string AgencyName, string Path);
}
