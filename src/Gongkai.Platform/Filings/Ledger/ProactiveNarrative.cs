using Gongkai.Law.Publishing;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>What the documents of a year give to section one of the report: 主动公开, 政府信息管理, 平台建设.</summary>
public sealed class ProactiveNarrative(GongkaiDb db, ChannelCounts channels, ParticipationYear participation)
{
    internal async Task<ProactiveYear> OfAsync(int agencyId, int year, IReadOnlyDictionary<string, decimal> figures, CancellationToken cancellation)
    {
        var (begin, end) = (Midnight(year), Midnight(year + 1));
        var documents =
            from document in db.Documents.AsNoTracking()
            join publication in db.Publications.AsNoTracking() on document.Id equals publication.DocumentId
            where document.AgencyId == agencyId && document.PublishedAt >= begin && document.PublishedAt < end
            select new { document.Id, publication.Kind, publication.Category, publication.InterpretationForm, document.DueOn, PublishedAt = document.PublishedAt!.Value };
        var published = await documents.ToListAsync(cancellation);
        var steps = await (
            from step in db.DocumentSteps.AsNoTracking()
            join document in db.Documents.AsNoTracking() on step.DocumentId equals document.Id
            where document.AgencyId == agencyId && step.At >= begin && step.At < end
            group step by step.Step into all
            select new { Step = all.Key, Count = all.Count(), Documents = all.Select(step => step.DocumentId).Distinct().Count() }).ToDictionaryAsync(all => all.Step, cancellation);
        string[] mending = ["document.hitsMended", "document.fileCleaned"];
        return new ProactiveYear
        {
            Year = year,
            Figures = figures,
            Published = published.Count,
            ByKind = [.. published.GroupBy(document => document.Kind).OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key).Select(kind => (DocumentWords.Of(kind.Key), kind.Count()))],
            ByCategory = [.. published.Where(document => document.Category is not null).GroupBy(document => document.Category!.Value)
                .OrderByDescending(category => category.Count()).ThenBy(category => category.Key).Select(category => (DocumentWords.Of(category.Key), category.Count()))],
            Interpretations = [.. published.Where(document => document is { Kind: DocumentKind.Interpretation, InterpretationForm: not null }).GroupBy(document => document.InterpretationForm!.Value)
                .OrderByDescending(form => form.Count()).ThenBy(form => form.Key).Select(form => (DocumentWords.Of(form.Key), form.Count()))],
            InTime = published.Count(document => document.DueOn is { } due && DayOf(document.PublishedAt) <= due),
            Late = published.Count(document => document.DueOn is { } due && DayOf(document.PublishedAt) > due),
            ByChannel = await channels.OfYearAsync(agencyId, year, cancellation),
            Approved = Count(DocumentStepKind.Approved),
            Returned = Count(DocumentStepKind.Returned),
            Mended = await db.AuditEntries.AsNoTracking().CountAsync(entry => entry.Chain == agencyId && entry.At >= begin && entry.At < end && mending.Contains(entry.Action), cancellation),
            KeptHits = await (from hit in db.KeptHits.AsNoTracking() join document in db.Documents.AsNoTracking() on hit.DocumentId equals document.Id where document.AgencyId == agencyId && hit.At >= begin && hit.At < end select hit).CountAsync(cancellation),
            LookedAgain = Count(DocumentStepKind.LookedAtAgain) + Count(DocumentStepKind.MadeProactive),
            MadeProactive = Count(DocumentStepKind.MadeProactive),
            Corrected = Count(DocumentStepKind.CorrectionBegun),
            Withdrawn = Count(DocumentStepKind.Withdrawn),
            Files = await (from document in documents join file in db.DocumentFiles.AsNoTracking() on document.Id equals file.DocumentId where file.IsPublic && file.Purpose == DocumentFilePurpose.Attachment select file.Id).CountAsync(cancellation),
            CatalogItems = await documents.Join(db.Publications, document => document.Id, publication => publication.DocumentId, (document, publication) => publication.CatalogItemId)
                .Where(item => item != null).Distinct().CountAsync(cancellation),
            Participation = await participation.SentenceAsync(agencyId, year, cancellation),
        };

        int Count(DocumentStepKind step) => steps.TryGetValue(step, out var found) ? found.Count : 0;
    }

    private static DateTimeOffset Midnight(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime();

    private static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(at.InBeijing().DateTime);
}

/// <summary>A year of documents as the text of a report speaks of it.</summary>
public sealed record ProactiveYear
{
    public required int Year { get; init; }

    /// <summary>Table two, by address.</summary>
    public required IReadOnlyDictionary<string, decimal> Figures { get; init; }

    /// <summary>Documents first published in the year that were not withdrawn since.</summary>
    public int Published { get; init; }

    public IReadOnlyList<(string Name, int Count)> ByKind { get; init; } = [];

    public IReadOnlyList<(string Name, int Count)> ByCategory { get; init; } = [];

    public IReadOnlyList<(string Name, int Count)> Interpretations { get; init; } = [];

    /// <summary>Documents that went out by other channels than the portal.</summary>
    public IReadOnlyList<(string Name, int Count)> ByChannel { get; init; } = [];

    public int InTime { get; init; }

    public int Late { get; init; }

    /// <summary>Reviews that passed.</summary>
    public int Approved { get; init; }

    public int Returned { get; init; }

    /// <summary>How often what the screening found was corrected, masked or cleaned.</summary>
    public int Mended { get; init; }

    /// <summary>What the screening found and a person let stand.</summary>
    public int KeptHits { get; init; }

    public int LookedAgain { get; init; }

    public int MadeProactive { get; init; }

    public int Corrected { get; init; }

    public int Withdrawn { get; init; }

    public int Files { get; init; }

    /// <summary>Lines of the catalog under which something was published.</summary>
    public int CatalogItems { get; init; }

    /// <summary>What consultations, letters, questionnaires and reading points give; empty where there were none.</summary>
    public string Participation { get; init; } = "";
}
