using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Ledgers;

/// <summary>What is read of the ledgers, in the own part of the tree.</summary>
public sealed class LedgerQueries(GongkaiDb db)
{
    public const int MostExported = 100_000;

    private const int PageSize = 50;

    /// <summary>A page of the list, the latest entered first.</summary>
    public async Task<Page<ActRow>> ListAsync(ActFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var rows = Rows(filter, actor);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            rows = rows.Where(row => row.Id < last);
        }

        var found = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<ActRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public Task<List<ActRow>> ExportAsync(ActFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(filter, actor).OrderByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellation);

    /// <summary>How many acts of each kind there are in each year within reach, and what was charged; the latest year first.</summary>
    public async Task<IReadOnlyList<ActYear>> YearsAsync(Actor actor, CancellationToken cancellation) =>
        [.. (await Rows(new ActFilter(), actor).Where(row => row.RetractedAt == null).GroupBy(row => row.DecidedOn.Year).Select(year => new
            {
                Year = year.Key,
                Licences = year.Count(row => row.Kind == ActKind.Licence),
                Penalties = year.Count(row => row.Kind == ActKind.Penalty),
                Coercion = year.Count(row => row.Kind == ActKind.Coercion),
                Charges = year.Sum(row => row.Kind == ActKind.Charge ? row.Amount : null) ?? 0,
            }).OrderByDescending(year => year.Year).ToListAsync(cancellation)).Select(year => new ActYear(year.Year, year.Licences, year.Penalties, year.Coercion, year.Charges))];

    /// <summary>An act with what was done with it; null where there is none for this person.</summary>
    public async Task<ActSheet?> FindAsync(long actId, Actor actor, CancellationToken cancellation)
    {
        if (await Rows(new ActFilter(), actor).SingleOrDefaultAsync(row => row.Id == actId, cancellation) is not { } row)
        {
            return null;
        }

        var act = await db.AdministrativeActs.AsNoTracking().SingleAsync(found => found.Id == actId, cancellation);
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == row.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        return new ActSheet
        {
            Row = row,
            Facts = ActFacts.Of(act),
            DocumentTitle = act.DocumentId is { } document ? await db.Documents.AsNoTracking().Where(found => found.Id == document).Select(found => found.Title).SingleOrDefaultAsync(cancellation) : null,
            Steps = await db.ActSteps.AsNoTracking().Where(step => step.ActId == actId).OrderBy(step => step.Id).ToListAsync(cancellation),
            MayKeep = Gate.May(actor, Act.KeepLedgers, path),
        };
    }

    private IQueryable<ActRow> Rows(ActFilter filter, Actor actor)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewLedgers));
        var acts = db.AdministrativeActs.AsNoTracking();
        acts = filter.Kind is { } kind ? acts.Where(act => act.Kind == kind) : acts;
        acts = filter.IsUnpublished ? acts.Where(act => act.NeedsPublicity && act.PublicizedOn == null && act.DocumentId == null && act.RetractedAt == null) : acts;
        if (filter.Year is { } year and >= 1990 and <= 2200)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            acts = acts.Where(act => act.DecidedOn >= first && act.DecidedOn <= last);
        }

        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            var key = ActFacts.Folded(text);
            acts = acts.Where(act => act.Key == key || act.Number.Contains(text) || act.Item.Contains(text) || act.CounterpartLabel.Contains(text));
        }

        return
            from act in acts
            join agency in agencies on act.AgencyId equals agency.Id
            select new ActRow
            {
                Id = act.Id,
                AgencyId = act.AgencyId,
                AgencyName = agency.ShortName ?? agency.Name,
                Kind = act.Kind,
                Number = act.Number,
                Item = act.Item,
                CounterpartLabel = act.CounterpartLabel,
                FromOn = act.FromOn,
                DecidedOn = act.DecidedOn,
                Amount = act.Amount,
                NeedsPublicity = act.NeedsPublicity,
                PublicizedOn = act.PublicizedOn,
                DocumentId = act.DocumentId,
                RevokedOn = act.RevokedOn,
                RevokedBecause = act.RevokedBecause,
                RetractedAt = act.RetractedAt,
                Source = act.Source,
                SourceName = act.SourceName,
                EnteredAt = act.EnteredAt,
                EnteredByName = act.EnteredByName,
            };
    }
}

/// <summary>Which acts a list shows; null leaves it open.</summary>
public sealed record ActFilter
{
    public ActKind? Kind { get; init; }

    public int? Year { get; init; }

    /// <summary>The number, or letters of the item or of the counterpart.</summary>
    public string? Text { get; init; }

    /// <summary>Only those that should be public and are not.</summary>
    public bool IsUnpublished { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record ActRow
{
    public required long Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required ActKind Kind { get; init; }

    public required string Number { get; init; }

    public required string Item { get; init; }

    public required string CounterpartLabel { get; init; }

    public required DateOnly? FromOn { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required decimal? Amount { get; init; }

    public required bool NeedsPublicity { get; init; }

    public required DateOnly? PublicizedOn { get; init; }

    public required long? DocumentId { get; init; }

    public required DateOnly? RevokedOn { get; init; }

    public required string? RevokedBecause { get; init; }

    public required DateTimeOffset? RetractedAt { get; init; }

    public required ActSource Source { get; init; }

    public required string SourceName { get; init; }

    public required DateTimeOffset EnteredAt { get; init; }

    public required string EnteredByName { get; init; }

    /// <summary>How it stands, in words.</summary>
    public string Standing =>
        RetractedAt is not null ? "误录，不统计" : RevokedOn is not null ? "已撤销"
        : PublicizedOn is not null || DocumentId is not null ? "已公示" : NeedsPublicity ? "应公示，还没有公示" : "";
}

/// <summary>The acts of a year; charges in 万元.</summary>
public sealed record ActYear(int Year, int Licences, int Penalties, int Coercion, decimal Charges);

/// <summary>An act as its page shows it.</summary>
public sealed record ActSheet
{
    public required ActRow Row { get; init; }

    public required ActFacts Facts { get; init; }

    public required string? DocumentTitle { get; init; }

    public required IReadOnlyList<ActStep> Steps { get; init; }

    public required bool MayKeep { get; init; }
}
