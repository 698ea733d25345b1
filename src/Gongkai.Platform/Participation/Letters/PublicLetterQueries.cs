using System.Globalization;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>The one policy for what of the letters is public: those whose public wording was released.</summary>
internal static class PublicLetterPolicy
{
    public static IQueryable<LetterPublication> PublicLetters(this GongkaiDb db) => db.LetterPublications.AsNoTracking().Where(publication => publication.Stage == ReleaseStage.Released);
}

/// <summary>Letters with their answers as the public reads them.</summary>
public sealed class PublicLetterQueries(GongkaiDb db, TimeProvider time)
{
    private const int PageSize = 30;

    /// <summary>A page of the list, the newest first.</summary>
    public async Task<Page<PublicLetterLine>> ListAsync(PublicLetterFilter filter, string? after, CancellationToken cancellation)
    {
        var letters = Matching(filter);
        if (after?.Split('-') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            var before = new DateTimeOffset(at, TimeSpan.Zero);
            letters = letters.Where(letter => letter.ReleasedAt < before || (letter.ReleasedAt == before && letter.LetterId < last));
        }

        var found = await Lines(letters.OrderByDescending(letter => letter.ReleasedAt).ThenByDescending(letter => letter.LetterId).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<PublicLetterLine>(
            [.. found.Take(PageSize)], found.Count > PageSize ? string.Create(CultureInfo.InvariantCulture, $"{found[PageSize - 1].ReleasedAt.UtcTicks}-{found[PageSize - 1].Id}") : null);
    }

    public Task<List<PublicLetterLine>> NewestAsync(PublicLetterFilter filter, int count, CancellationToken cancellation) =>
        Lines(Matching(filter).OrderByDescending(letter => letter.ReleasedAt).ThenByDescending(letter => letter.LetterId).Take(count)).ToListAsync(cancellation);

    /// <summary>A letter with its answer; null where it is not public.</summary>
    public async Task<PublicLetter?> FindAsync(long id, CancellationToken cancellation)
    {
        var today = time.Today();
        var found = await db.PublicLetters().SingleOrDefaultAsync(letter => letter.LetterId == id, cancellation);
        return found is null
            ? null
            : new PublicLetter(
                await Lines(db.PublicLetters().Where(letter => letter.LetterId == id)).SingleAsync(cancellation), found.Question, found.Answer,
                found.DocumentId is { } document ? await db.PublicPublications(today).Where(publication => publication.DocumentId == document).Select(publication => new PublicLink(publication.DocumentId, publication.Title)).SingleOrDefaultAsync(cancellation) : null);
    }

    /// <summary>What came and how it was answered in a year, of all agencies or of one: 留言公开统计.</summary>
    public async Task<LetterFigures> FiguresAsync(int year, int? agencyId, CancellationToken cancellation)
    {
        var (begin, end) = (Midnight(year), Midnight(year + 1));
        var letters = db.Letters.AsNoTracking().Where(letter => letter.SentAt >= begin && letter.SentAt < end && (agencyId == null || letter.AgencyId == agencyId));
        return new LetterFigures(
            year, await letters.CountAsync(cancellation), await letters.CountAsync(letter => letter.AnsweredOn != null, cancellation), await letters.CountAsync(letter => letter.AnsweredOn > letter.DueOn, cancellation),
            await Matching(new PublicLetterFilter { AgencyId = agencyId, Year = year }).CountAsync(cancellation));
    }

    private IQueryable<LetterPublication> Matching(PublicLetterFilter filter) => db.PublicLetters().Where(letter =>
        (filter.AgencyId == null || letter.AgencyId == filter.AgencyId)
        && (filter.Kind == null || letter.Kind == filter.Kind)
        && (filter.DocumentId == null || letter.DocumentId == filter.DocumentId)
        && (filter.Year == null || letter.SentOn.Year == filter.Year)
        && (filter.Text == null || letter.Subject.Contains(filter.Text) || letter.Question.Contains(filter.Text) || letter.Answer.Contains(filter.Text)));

    private IQueryable<PublicLetterLine> Lines(IQueryable<LetterPublication> letters) => letters.Select(letter => new PublicLetterLine(
        letter.LetterId, letter.AgencyId, db.Agencies.Where(agency => agency.Id == letter.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(), letter.Kind, letter.Subject, letter.SentOn, letter.AnsweredOn, letter.ReleasedAt!.Value));

    private static DateTimeOffset Midnight(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();
}

/// <summary>Which letters a public list shows; null leaves it open.</summary>
public sealed record PublicLetterFilter
{
    public int? AgencyId { get; init; }

    public LetterKind? Kind { get; init; }

    public long? DocumentId { get; init; }

    public int? Year { get; init; }

    public string? Text { get; init; }
}

/// <summary>A letter in a public list.</summary>
public sealed record PublicLetterLine(long Id, int AgencyId, string AgencyName, LetterKind Kind, string Subject, DateOnly SentOn, DateOnly AnsweredOn, DateTimeOffset ReleasedAt);

/// <summary>A letter with its answer as all may read it.</summary>
public sealed record PublicLetter(PublicLetterLine Line, string Question, string Answer, PublicLink? Document);

/// <summary>How many letters came in a year and what became of them.</summary>
public sealed record LetterFigures(int Year, int Received, int Answered, int Late, int Public);
