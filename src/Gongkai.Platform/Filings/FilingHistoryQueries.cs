using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Comparing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>How a filing came to stand where it stands: its steps, its versions, and what differs between two of them.</summary>
public sealed class FilingHistoryQueries(GongkaiDb db)
{
    private static readonly string[] Lines = [ReportFields.Title, ReportFields.Preamble, ReportFields.Signatory, ReportFields.SignedOn];

    /// <summary>The steps in the order of time; null where the person may not see the filing.</summary>
    public async Task<IReadOnlyList<FilingEventView>?> EventsAsync(int filingId, Actor actor, CancellationToken cancellation) =>
        await MayAsync(filingId, actor, cancellation)
            ? await db.FilingEvents.AsNoTracking().Where(happened => happened.FilingId == filingId).OrderBy(happened => happened.Id)
                .Select(happened => new FilingEventView(happened.Step, happened.At, happened.ActorName, happened.Role, happened.Note, happened.VersionNumber)).ToListAsync(cancellation)
            : null;

    /// <summary>The versions, newest first; null where the person may not see the filing.</summary>
    public async Task<IReadOnlyList<FilingVersionView>?> VersionsAsync(int filingId, Actor actor, CancellationToken cancellation) =>
        await MayAsync(filingId, actor, cancellation)
            ? await db.FilingVersions.AsNoTracking().Where(version => version.FilingId == filingId).OrderByDescending(version => version.Number)
                .Select(version => new FilingVersionView(version.Number, version.CreatedAt, version.CreatedByName, version.Reason, version.PublishedAt)).ToListAsync(cancellation)
            : null;

    /// <summary>A version, to be shown or written to a file; null where there is none, or the person may not see it.</summary>
    /// <param name="filingId">Which filing.</param>
    /// <param name="number">Which version; null for the draft as it stands.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<AnnualReport?> ReportAsync(int filingId, int? number, Actor actor, CancellationToken cancellation)
    {
        if (!await MayAsync(filingId, actor, cancellation))
        {
            return null;
        }

        var content = number is null
            ? await db.Filings.Where(filing => filing.Id == filingId).Select(filing => filing.Content).SingleOrDefaultAsync(cancellation)
            : await db.FilingVersions.Where(version => version.FilingId == filingId && version.Number == number).Select(version => version.Content).SingleOrDefaultAsync(cancellation);
        return content is null ? null : FilingContent.Read(content);
    }

    /// <summary>The file that the report was read from; null where it was typed, or the person may not see it.</summary>
    public async Task<UploadedFile?> SourceAsync(int filingId, Actor actor, CancellationToken cancellation) =>
        await MayAsync(filingId, actor, cancellation)
            ? await (
                from filing in db.Filings
                join blob in db.Blobs on filing.SourceBlobId equals blob.Id
                where filing.Id == filingId
                select new UploadedFile(blob.Id, blob.Name)).SingleOrDefaultAsync(cancellation)
            : null;

    /// <summary>What differs between two versions; null where one of them is not there.</summary>
    /// <param name="filingId">Which filing.</param>
    /// <param name="earlier">The earlier version.</param>
    /// <param name="later">The later version; null for the draft as it stands.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<VersionDifference?> DifferenceAsync(int filingId, int earlier, int? later, Actor actor, CancellationToken cancellation) =>
        await ReportAsync(filingId, earlier, actor, cancellation) is { } was && await ReportAsync(filingId, later, actor, cancellation) is { } now
            ? DifferenceOf(was, now)
            : null;

    internal static VersionDifference DifferenceOf(AnnualReport was, AnnualReport now)
    {
        var comparison = ReportComparison.Compare(was, now);
        return new VersionDifference(
            [
                .. Lines.Select(field => (Was: ReportFields.Find(was, field)!, Now: ReportFields.Find(now, field)!)).Where(line => line.Was != line.Now)
                    .Select(line => new FieldDifference(line.Was.Field, LabelOf(line.Was.Field), line.Was.Text, line.Now.Text)),
                .. comparison.Figures.Where(figure => !figure.IsSame)
                    .Select(figure => new FieldDifference(figure.Address.ToString(), figure.Address.Figure.Description, CellText.Print(figure.Earlier), CellText.Print(figure.Later))),
            ],
            [
                .. comparison.Sections.Where(section => section.Earlier != section.Later)
                    .Select(section => new SectionDifference(section.Number, section.Earlier?.Heading, section.Later?.Heading, section.Sentences)),
            ]);
    }

    private static string LabelOf(string field) => field switch
    {
        ReportFields.Title => "标题",
        ReportFields.Preamble => "引言",
        ReportFields.Signatory => "落款机关",
        _ => "落款日期",
    };

    private async Task<bool> MayAsync(int filingId, Actor actor, CancellationToken cancellation)
    {
        var path = await (
            from filing in db.Filings
            join agency in db.Agencies on filing.AgencyId equals agency.Id
            where filing.Id == filingId
            select agency.Path).SingleOrDefaultAsync(cancellation);
        return path is not null && Gate.May(actor, Act.ViewFilings, path);
    }
}

/// <summary>A step of a filing.</summary>
public sealed record FilingEventView(FilingStep Step, DateTimeOffset At, string ActorName, Role? Role, string? Note, int? VersionNumber);

/// <summary>The file that a report was read from.</summary>
public sealed record UploadedFile(Guid BlobId, string Name);

/// <summary>A version of a report; published where <paramref name="PublishedAt"/> says when.</summary>
public sealed record FilingVersionView(int Number, DateTimeOffset CreatedAt, string CreatedByName, string Reason, DateTimeOffset? PublishedAt);

/// <summary>What differs between two versions: fields and figures with both texts, and the changed sections sentence by sentence.</summary>
public sealed record VersionDifference(IReadOnlyList<FieldDifference> Fields, IReadOnlyList<SectionDifference> Sections);

/// <summary>A field with what it held and what it holds.</summary>
public sealed record FieldDifference(string Field, string Label, string Earlier, string Later);

/// <summary>A section whose heading or text changed, with the sentences of both side by side.</summary>
public sealed record SectionDifference(int Number, string? EarlierHeading, string? LaterHeading, IReadOnlyList<SentencePair> Sentences);
