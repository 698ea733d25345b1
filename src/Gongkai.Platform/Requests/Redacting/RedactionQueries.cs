using Gongkai.Platform.Accounts;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>What somebody who covers places of a file sees of it. All of it is for those who handle the case.</summary>
public sealed class RedactionQueries(GongkaiDb db, FileReading files)
{
    private const int MostPhrases = 50;

    /// <summary>The file with its pages and marks; null where there is none for this person.</summary>
    public async Task<RedactionSheet?> FindAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } file)
        {
            return null;
        }

        var marks = await WorkingAsync(db, fileId, cancellation);
        var sheet = new RedactionSheet { FileId = fileId, Name = file.Name, NameOfResult = file.NameWith("（遮盖后）", "pdf"), ContentType = file.ContentType, Marks = marks };
        if (!PagedFile.Takes(file.ContentType))
        {
            return sheet;
        }

        var (pages, complaint) = await UseAsync(file, opened => opened.Pages, cancellation);
        return sheet with { Pages = pages ?? [], Complaint = complaint };
    }

    /// <summary>A page as a JPEG; null where there is none for this person.</summary>
    public async Task<byte[]?> PictureAsync(long requestId, long fileId, int page, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } file || !PagedFile.Takes(file.ContentType))
        {
            return null;
        }

        return (await UseAsync(file, opened => page >= 1 && page <= opened.Pages.Count ? opened.PictureOf(page) : null, cancellation)).Result;
    }

    /// <summary>Where the words stand; null where there is no such file for this person.</summary>
    public Task<FoundPlaces?> FindWordsAsync(long requestId, long fileId, IReadOnlyList<string> phrases, Actor actor, CancellationToken cancellation) =>
        SearchAsync(requestId, fileId, pages => PageSearch.Find(pages, [.. phrases.Take(MostPhrases)]), actor, cancellation);

    /// <summary>Where numbers stand that identify a person.</summary>
    public Task<FoundPlaces?> FindNumbersAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation) =>
        SearchAsync(requestId, fileId, PageSearch.FindNumbers, actor, cancellation);

    /// <summary>The marks that are being worked on.</summary>
    internal static Task<List<MarkView>> WorkingAsync(GongkaiDb db, long fileId, CancellationToken cancellation) =>
        db.RequestMarks.AsNoTracking().Where(mark => mark.FileId == fileId && mark.ResultId == null).OrderBy(mark => mark.Id)
            .Select(mark => new MarkView(mark.Id, new PageArea(mark.Page, mark.AreaLeft, mark.AreaTop, mark.AreaWidth, mark.AreaHeight), mark.Ground, mark.MadeAt, mark.MadeByName))
            .ToListAsync(cancellation);

    private async Task<FoundPlaces?> SearchAsync(long requestId, long fileId, Func<IReadOnlyList<PageText>, IReadOnlyList<TextPlace>> search, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } file || !PagedFile.Takes(file.ContentType))
        {
            return null;
        }

        var (found, complaint) = await UseAsync(file, opened => opened.Texts() is var pages && pages.Any(page => page.Words.Count > 0) ? search(pages) : null, cancellation);
        return new FoundPlaces(found ?? [], found is not null, complaint);
    }

    private async Task<(T? Result, string? Complaint)> UseAsync<T>(FileInHand file, Func<PagedFile, T> work, CancellationToken cancellation)
    {
        try
        {
            return (await PagedFile.UseAsync(await files.BytesAsync(file, cancellation), work, cancellation), null);
        }
        catch (UnreadableSourceException exception)
        {
            return (default, exception.Message);
        }
    }
}

/// <summary>A file whose places are covered.</summary>
public sealed record RedactionSheet
{
    public required long FileId { get; init; }

    public required string Name { get; init; }

    /// <summary>What the file that is made is called where nothing else is said.</summary>
    public required string NameOfResult { get; init; }

    public required string ContentType { get; init; }

    /// <summary>What is marked so far.</summary>
    public required IReadOnlyList<MarkView> Marks { get; init; }

    /// <summary>Its pages; empty where it has to become a PDF first, or cannot be opened.</summary>
    public IReadOnlyList<PageSize> Pages { get; init; } = [];

    /// <summary>Why it cannot be opened; null where it can.</summary>
    public string? Complaint { get; init; }

    /// <summary>Whether it is a Word file, which becomes a PDF first.</summary>
    public bool IsText => ConvertFile.Takes(ContentType);
}

/// <summary>What a search found.</summary>
/// <param name="Places">Where.</param>
/// <param name="HasText">Whether the file has letters at all; a scan has none.</param>
/// <param name="Complaint">Why the file cannot be read.</param>
public sealed record FoundPlaces(IReadOnlyList<TextPlace> Places, bool HasText, string? Complaint);
