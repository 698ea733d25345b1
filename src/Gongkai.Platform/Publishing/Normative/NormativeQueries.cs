using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Normative;

/// <summary>The register of 规章 and 行政规范性文件 as it stands on a day, in the own part of the tree, and what was cleared up.</summary>
public sealed class NormativeQueries(GongkaiDb db)
{
    public const int MostExported = 20_000;
    public const int MonthsBefore = 6;

    private const int PageSize = 50;
    private const int MostAtOnce = 500;

    public async Task<Page<NormativeRow>> ListAsync(NormativeFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var documents = Matching(filter, actor);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            documents = documents.Where(document => document.DocumentId < last);
        }

        var found = await Rows(documents.OrderByDescending(document => document.DocumentId).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<NormativeRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public Task<List<NormativeRow>> ExportAsync(NormativeFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(Matching(filter, actor).OrderByDescending(document => document.DocumentId).Take(MostExported)).ToListAsync(cancellation);

    /// <summary>How many count among 现行有效件数 on the day.</summary>
    public Task<int> InForceAsync(NormativeFilter filter, Actor actor, CancellationToken cancellation) =>
        Standing(Matching(filter with { Status = null }, actor), filter.On).CountAsync(cancellation);

    /// <summary>Those whose period runs out within six months of the day, the nearest first.</summary>
    public Task<List<NormativeRow>> ExpiringAsync(NormativeFilter filter, Actor actor, CancellationToken cancellation)
    {
        var until = filter.On.AddMonths(MonthsBefore);
        return Rows(Standing(Matching(filter with { Status = null }, actor), filter.On).Where(document => document.ExpiresOn <= until)
            .OrderBy(document => document.ExpiresOn).ThenBy(document => document.DocumentId).Take(PageSize)).ToListAsync(cancellation);
    }

    /// <summary>What of an agency stands today and can be cleared up.</summary>
    public Task<List<NormativeRow>> ClearableAsync(int agencyId, DateOnly today, Actor actor, CancellationToken cancellation) =>
        Rows(Standing(Matching(new NormativeFilter { On = today }, actor).Where(document => document.AgencyId == agencyId), today)
            .OrderBy(document => document.MadeOn).ThenBy(document => document.DocumentId).Take(MostAtOnce)).ToListAsync(cancellation);

    /// <summary>The latest clearings-up within reach.</summary>
    public Task<List<ClearingUpRow>> ClearingsAsync(Actor actor, CancellationToken cancellation) => Clearings(db.ClearingUps.AsNoTracking(), actor).Take(PageSize).ToListAsync(cancellation);

    /// <summary>A clearing-up with its results; null where there is none for this person.</summary>
    public async Task<ClearingUpSheet?> FindAsync(long id, Actor actor, CancellationToken cancellation)
    {
        if (await Clearings(db.ClearingUps.AsNoTracking().Where(found => found.Id == id), actor).SingleOrDefaultAsync(cancellation) is not { } row)
        {
            return null;
        }

        var items = await (
            from item in db.ClearingUpItems.AsNoTracking()
            join document in db.Documents.AsNoTracking() on item.DocumentId equals document.Id
            where item.ClearingUpId == id
            orderby item.Outcome, document.MadeOn, document.Id
            select new { item.DocumentId, document.Content, item.Outcome, item.Problem }).ToListAsync(cancellation);
        return new ClearingUpSheet(row, [.. items.Select(item => new ClearedDocument(item.DocumentId, item.Content.Title, item.Content.Number, item.Content.MadeOn, item.Outcome, item.Problem))]);
    }

    private IQueryable<ClearingUpRow> Clearings(IQueryable<ClearingUp> clearings, Actor actor)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return
            from clearing in clearings
            join agency in agencies on clearing.AgencyId equals agency.Id
            orderby clearing.Id descending
            select new ClearingUpRow(
                clearing.Id, clearing.AgencyId, agency.ShortName ?? agency.Name, clearing.Name, clearing.DecidedBy, clearing.DecidedOn, clearing.DraftKey, clearing.CreatedAt, clearing.CreatedByName,
                db.ClearingUpItems.Count(item => item.ClearingUpId == clearing.Id));
    }

    private static IQueryable<Publication> Standing(IQueryable<Publication> documents, DateOnly day) =>
        documents.Where(document => (document.RepealedOn == null || document.RepealedOn > day) && (document.ExpiresOn == null || document.ExpiresOn >= day));

    private IQueryable<Publication> Matching(NormativeFilter filter, Actor actor)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        var documents = db.Publications.AsNoTracking().Where(document =>
            (document.Kind == DocumentKind.NormativeDocument || document.Kind == DocumentKind.Rule) && document.Source == "" && document.MadeOn <= filter.On && agencies.Any(agency => agency.Id == document.AgencyId));
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            documents = documents.Where(document => document.Title.Contains(text) || document.Number.Contains(text));
        }

        return filter.Status is { } status ? PublicDocumentQueries.InStatus(documents, status, filter.On) : documents;
    }

    private IQueryable<NormativeRow> Rows(IQueryable<Publication> documents) => documents.Select(document => new NormativeRow
    {
        Id = document.DocumentId,
        AgencyName = db.Agencies.Where(agency => agency.Id == document.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(),
        Title = document.Title,
        Number = document.Number,
        Kind = document.Kind,
        MadeOn = document.MadeOn,
        EffectiveOn = document.EffectiveOn,
        ExpiresOn = document.ExpiresOn,
        AmendedOn = document.AmendedOn,
        RepealedOn = document.RepealedOn,
        ChangedBy = document.ChangedBy,
    });
}

/// <summary>Which documents the register shows, and as of which day.</summary>
public sealed record NormativeFilter
{
    public required DateOnly On { get; init; }

    public DocumentStatus? Status { get; init; }

    public string? Text { get; init; }
}

/// <summary>A line of the register.</summary>
public sealed record NormativeRow
{
    public required long Id { get; init; }

    public required string AgencyName { get; init; }

    public required string Title { get; init; }

    public required string Number { get; init; }

    public required DocumentKind Kind { get; init; }

    public required DateOnly? MadeOn { get; init; }

    public required DateOnly? EffectiveOn { get; init; }

    public required DateOnly? ExpiresOn { get; init; }

    public required DateOnly? AmendedOn { get; init; }

    public required DateOnly? RepealedOn { get; init; }

    public required string? ChangedBy { get; init; }

    public DocumentStatus On(DateOnly day) => new DocumentValidity(EffectiveOn, ExpiresOn, AmendedOn, RepealedOn).On(day);
}

public sealed record ClearingUpRow(
    long Id, int AgencyId, string AgencyName, string Name, string DecidedBy, DateOnly DecidedOn, Guid DraftKey, DateTimeOffset CreatedAt, string CreatedByName, int Documents);

/// <summary>A clearing-up with what became of each document.</summary>
public sealed record ClearingUpSheet(ClearingUpRow Row, IReadOnlyList<ClearedDocument> Documents);

public sealed record ClearedDocument(long DocumentId, string Title, string Number, DateOnly? MadeOn, ClearingUpOutcome Outcome, string? Problem);
