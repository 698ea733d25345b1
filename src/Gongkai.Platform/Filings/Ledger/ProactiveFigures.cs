using System.Collections.Frozen;
using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>
/// Table two out of the published documents and the ledgers of acts, as of 31 December: by the days that stand in them, never by how things stand today,
/// so that the same year asked again gives the same figures. What was withdrawn or entered wrongly counts in no year.
/// </summary>
public sealed class ProactiveFigures(GongkaiDb db)
{
    private static readonly FrozenDictionary<string, DocumentKind> Documents = new Dictionary<string, DocumentKind>
    {
        ["rules"] = DocumentKind.Rule,
        ["normativeDocuments"] = DocumentKind.NormativeDocument,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<LedgerPart, (string Row, ActKind Kind)> Acts = new Dictionary<LedgerPart, (string, ActKind)>
    {
        [LedgerPart.Licences] = ("licences", ActKind.Licence),
        [LedgerPart.Penalties] = ("penalties", ActKind.Penalty),
        [LedgerPart.Coercion] = ("coercion", ActKind.Coercion),
        [LedgerPart.Charges] = ("charges", ActKind.Charge),
    }.ToFrozenDictionary();

    /// <summary>The figures of these parts of an agency's year; a part of which nothing is kept gives zeros, as the agency says that it keeps all of it here.</summary>
    public async Task<Dictionary<FigureAddress, decimal>> OfAsync(int agencyId, int year, IReadOnlyCollection<LedgerPart> parts, CancellationToken cancellation)
    {
        var figures = new Dictionary<FigureAddress, decimal>();
        if (parts.Contains(LedgerPart.Documents))
        {
            foreach (var (row, kind) in Documents)
            {
                foreach (var column in (string[])["issued", "repealed", "inForce"])
                {
                    figures[At($"proactive.{row}.{column}")] = await Counted(agencyId, year, kind, column).CountAsync(cancellation);
                }
            }
        }

        if (!parts.Any(Acts.ContainsKey))
        {
            return figures;
        }

        var (first, last) = LedgerFigures.Bounds(year);
        var sums = await db.AdministrativeActs.AsNoTracking().Where(act => act.AgencyId == agencyId && act.RetractedAt == null && act.DecidedOn >= first && act.DecidedOn <= last)
            .GroupBy(act => act.Kind).Select(group => new { Kind = group.Key, Count = group.Count(), Amount = group.Sum(act => act.Amount) ?? 0 }).ToDictionaryAsync(sum => sum.Kind, cancellation);
        foreach (var part in parts.Where(Acts.ContainsKey))
        {
            var (row, kind) = Acts[part];
            var sum = sums.GetValueOrDefault(kind);
            figures[At($"proactive.{row}")] = sum is null ? 0 : kind == ActKind.Charge ? Math.Round(sum.Amount, 2, MidpointRounding.AwayFromZero) : sum.Count;
        }

        return figures;
    }

    /// <summary>How much of each part is kept here up to the end of a year: what an agency is asked about before its figures are taken from it.</summary>
    public async Task<IReadOnlyDictionary<LedgerPart, int>> KeptAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var (_, last) = LedgerFigures.Bounds(year);
        var acts = await db.AdministrativeActs.AsNoTracking().Where(act => act.AgencyId == agencyId && act.RetractedAt == null && act.DecidedOn <= last)
            .GroupBy(act => act.Kind).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var kept = Acts.ToDictionary(part => part.Key, part => acts.GetValueOrDefault(part.Value.Kind));
        kept[LedgerPart.Documents] = await Own(agencyId).CountAsync(document => (document.Kind == DocumentKind.Rule || document.Kind == DocumentKind.NormativeDocument) && document.MadeOn <= last, cancellation);
        return kept;
    }

    /// <summary>The documents behind a figure, a page of them; null where the address counts none.</summary>
    public async Task<IReadOnlyList<DocumentBehind>?> DocumentsBehindAsync(int agencyId, int year, FigureAddress address, long after, int take, CancellationToken cancellation)
    {
        if (address.ToString().Split('.') is not ["proactive", var row, var column] || !Documents.TryGetValue(row, out var kind))
        {
            return null;
        }

        var (_, last) = LedgerFigures.Bounds(year);
        var found = await Counted(agencyId, year, kind, column).Where(document => document.DocumentId > after).OrderBy(document => document.DocumentId).Take(take)
            .Select(document => new { document.DocumentId, document.Title, document.Number, document.MadeOn, document.EffectiveOn, document.ExpiresOn, document.AmendedOn, document.RepealedOn }).ToListAsync(cancellation);
        return [.. found.Select(document => new DocumentBehind(
            document.DocumentId, document.Title, document.Number, document.MadeOn, document.ExpiresOn, document.RepealedOn,
            new DocumentValidity(document.EffectiveOn, document.ExpiresOn, document.AmendedOn, document.RepealedOn).On(last)))];
    }

    /// <summary>The acts behind a figure, a page of them; null where the address counts none.</summary>
    public async Task<IReadOnlyList<ActBehind>?> ActsBehindAsync(int agencyId, int year, FigureAddress address, long after, int take, CancellationToken cancellation)
    {
        if (address.ToString().Split('.') is not ["proactive", var row] || Acts.Values.FirstOrDefault(part => part.Row == row) is not { Row: not null } part)
        {
            return null;
        }

        var ((first, last), kind) = (LedgerFigures.Bounds(year), part.Kind);
        return await db.AdministrativeActs.AsNoTracking()
            .Where(act => act.AgencyId == agencyId && act.Kind == kind && act.RetractedAt == null && act.DecidedOn >= first && act.DecidedOn <= last && act.Id > after)
            .OrderBy(act => act.Id).Take(take).Select(act => new ActBehind(act.Id, act.Number, act.Item, act.CounterpartLabel, act.FromOn, act.DecidedOn, act.Amount)).ToListAsync(cancellation);
    }

    /// <summary>What an agency made itself: what it only passes on from another is that other's.</summary>
    private IQueryable<Publication> Own(int agencyId) => db.Publications.AsNoTracking().Where(document => document.AgencyId == agencyId && document.Source == "");

    private IQueryable<Publication> Counted(int agencyId, int year, DocumentKind kind, string column)
    {
        var (first, last) = LedgerFigures.Bounds(year);
        var documents = Own(agencyId).Where(document => document.Kind == kind && document.MadeOn <= last);
        return column switch
        {
            "issued" => documents.Where(document => document.MadeOn >= first),
            "inForce" => documents.Where(document => (document.RepealedOn == null || document.RepealedOn > last) && (document.ExpiresOn == null || document.ExpiresOn >= last)),
            // Stood at the end of last year, or was made since, and does not stand at the end of this one: with issued and in force it sums up by itself.
            _ => documents.Where(document => (document.RepealedOn <= last || document.ExpiresOn < last)
                && (document.MadeOn >= first || ((document.RepealedOn == null || document.RepealedOn >= first) && (document.ExpiresOn == null || document.ExpiresOn >= first.AddDays(-1))))),
        };
    }

    private static FigureAddress At(string name) => FigureAddress.Parse(name, CultureInfo.InvariantCulture);
}

/// <summary>A document behind a figure, as it stood at the end of the year.</summary>
public sealed record DocumentBehind(long DocumentId, string Title, string Number, DateOnly? MadeOn, DateOnly? ExpiresOn, DateOnly? RepealedOn, DocumentStatus Status);

/// <summary>An act behind a figure; the amount in 万元.</summary>
public sealed record ActBehind(long ActId, string Number, string Item, string CounterpartLabel, DateOnly? FromOn, DateOnly DecidedOn, decimal? Amount);
