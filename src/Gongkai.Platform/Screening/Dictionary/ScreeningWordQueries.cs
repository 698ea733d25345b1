using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Screening.Dictionary;

/// <summary>What is read of the dictionary: by the screening, and by who keeps it.</summary>
public sealed class ScreeningWordQueries(GongkaiDb db)
{
    private const int PageSize = 50;
    private const int MostTexts = 500;

    /// <summary>The words that are looked for, ready to look.</summary>
    public async Task<WordBook> DictionaryAsync(CancellationToken cancellation) =>
        new((await db.ScreeningWords.AsNoTracking().Where(word => !word.IsDisabled).ToListAsync(cancellation)).Select(word => word.ToWord()));

    /// <summary>Tells the dictionary as it is now from how it was before a change.</summary>
    internal async Task<string> StampAsync(CancellationToken cancellation)
    {
        var last = await db.ScreeningWords.GroupBy(_ => 1).Select(all => new { At = all.Max(word => word.ChangedAt), Count = all.Count() }).SingleOrDefaultAsync(cancellation);
        return last is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{last.At.UtcTicks}/{last.Count}");
    }

    /// <summary>A page of the list, in the order in which the words came.</summary>
    public async Task<Page<StoredWord>> ListAsync(WordFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var rows = Rows(filter, actor);
        if (int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            rows = rows.Where(word => word.Id < last);
        }

        var found = await rows.OrderByDescending(word => word.Id).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<StoredWord>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>All that the list shows over its pages.</summary>
    public Task<List<StoredWord>> ExportAsync(WordFilter filter, Actor actor, CancellationToken cancellation) => Rows(filter, actor).OrderByDescending(word => word.Id).ToListAsync(cancellation);

    public Task<StoredWord?> FindAsync(int id, Actor actor, CancellationToken cancellation) => Rows(new WordFilter(), actor).SingleOrDefaultAsync(word => word.Id == id, cancellation);

    /// <summary>Where a word would be found: in what is published, and in a text that is handed in.</summary>
    public async Task<WordTrial> TryAsync(ScreeningWord word, string? pasted, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.ManageScreeningWords) || WordTable.FaultOf(word) is not null)
        {
            return new WordTrial(0, 0, []);
        }

        var published = from report in db.Set<SearchReport>().AsNoTracking()
                        join filing in db.Filings on report.FilingId equals filing.Id
                        join agency in db.Agencies on filing.AgencyId equals agency.Id
                        where report.Text.Contains(word.Word)
                        orderby filing.Id
                        select new { agency.Name, filing.Year, report.Text };
        var texts = await published.Take(MostTexts).ToListAsync(cancellation);
        return WordTrial.Of(word, [.. string.IsNullOrWhiteSpace(pasted) ? [] : new[] { ("粘贴的文字", pasted) }, .. texts.Select(text => ($"{text.Name} {text.Year} 年度报告", text.Text))]);
    }

    private IQueryable<StoredWord> Rows(WordFilter filter, Actor actor)
    {
        var words = db.ScreeningWords.AsNoTracking().Where(_ => Gate.MayAnywhere(actor, Act.ManageScreeningWords));
        if (filter.Text is { } text)
        {
            words = words.Where(word => word.Word.Contains(text) || (word.Replacement != null && word.Replacement.Contains(text)) || (word.Note != null && word.Note.Contains(text)));
        }

        if (filter.Kind is { } kind)
        {
            words = words.Where(word => word.Kind == kind);
        }

        if (filter.Severity is { } severity)
        {
            words = words.Where(word => word.Severity == severity);
        }

        if (filter.IsDisabled is { } isDisabled)
        {
            words = words.Where(word => word.IsDisabled == isDisabled);
        }

        return filter.IsOwn is { } isOwn ? words.Where(word => word.IsBuiltIn != isOwn) : words;
    }
}

/// <summary>Which words are to be listed; null makes no difference.</summary>
public sealed record WordFilter
{
    public string? Text { get; init; }

    public WordKind? Kind { get; init; }

    public ScreeningSeverity? Severity { get; init; }

    public bool? IsDisabled { get; init; }

    /// <summary>Whether it was added here.</summary>
    public bool? IsOwn { get; init; }
}
