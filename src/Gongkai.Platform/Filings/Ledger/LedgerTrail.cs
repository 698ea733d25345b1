using System.Text.Json;
using Gongkai.Law.Publishing;
using Gongkai.Law.Requests;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>What moved the figures of a year after it was closed, line by line.</summary>
public sealed class LedgerTrail(GongkaiDb db, LedgerFigures ledger)
{
    private const int Most = 500;

    /// <summary>The figures that are no longer what they were at the closing, with the entries that came after it; null where the year was not closed.</summary>
    public async Task<LedgerDrift?> OfAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var closure = await db.LedgerClosures.AsNoTracking().SingleOrDefaultAsync(kept => kept.AgencyId == agencyId && kept.Year == year, cancellation);
        if (closure is null)
        {
            return null;
        }

        var then = JsonSerializer.Deserialize<Dictionary<string, decimal>>(closure.Figures)!;
        var now = await ledger.AdoptedAsync(agencyId, year, cancellation) ?? await ledger.OfAsync(agencyId, year, cancellation);
        var moved = (now ?? new Dictionary<FigureAddress, decimal>()).Where(figure => then.ContainsKey(figure.Key.ToString()))
            .Select(figure => new MovedFigure(figure.Key, then[figure.Key.ToString()], figure.Value)).Where(figure => figure.Then != figure.Now)
            .OrderBy(figure => figure.Address.Index).ToList();
        return new LedgerDrift(
            closure.ClosedAt, closure.ClosedByName, moved, moved.Count == 0 ? [] : await LateEntriesAsync(agencyId, year, closure.ClosedAt, cancellation),
            moved.Count == 0 ? [] : await LateRecordsAsync(agencyId, year, closure.ClosedAt, cancellation));
    }

    /// <summary>The cases that were carried out of a closed year and are not carried into the next, and those carried in that were not carried out.</summary>
    public async Task<CarriedOver?> CarriedOverAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var before = await db.LedgerClosures.AsNoTracking().Where(kept => kept.AgencyId == agencyId && kept.Year == year - 1).Select(kept => kept.CarriedOut).SingleOrDefaultAsync(cancellation);
        if (before is null)
        {
            return null;
        }

        var now = await ledger.CarriedOutAsync(agencyId, year - 1, cancellation);
        return new CarriedOver(await NamedAsync(before.Except(now), cancellation), await NamedAsync(now.Except(before), cancellation));
    }

    private async Task<List<LateEntry>> LateEntriesAsync(int agencyId, int year, DateTimeOffset closedAt, CancellationToken cancellation)
    {
        var last = new DateOnly(year, 12, 31);
        return await (
            from happened in db.RequestEvents.AsNoTracking()
            join request in db.Requests.AsNoTracking() on happened.RequestId equals request.Id
            where request.AgencyId == agencyId && request.ArrivedOn <= last && happened.HappenedOn <= last && (happened.RecordedAt > closedAt || happened.RetractedAt > closedAt)
            orderby happened.Id
            select new LateEntry(
                request.Id, request.Number, happened.Kind, happened.HappenedOn, happened.RetractedAt != null, happened.RetractedAt ?? happened.RecordedAt,
                happened.RetractedByName ?? happened.RecordedByName, happened.RetractedBecause ?? happened.Note)).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>What was done after the closing with acts of the year, and with documents that were made by its end.</summary>
    private async Task<IReadOnlyList<LateRecord>> LateRecordsAsync(int agencyId, int year, DateTimeOffset closedAt, CancellationToken cancellation)
    {
        var (first, last) = LedgerFigures.Bounds(year);
        var acts = await (
            from step in db.ActSteps.AsNoTracking()
            join act in db.AdministrativeActs.AsNoTracking() on step.ActId equals act.Id
            where act.AgencyId == agencyId && step.At > closedAt && ((act.DecidedOn >= first && act.DecidedOn <= last) || step.Step == ActStepKind.Corrected)
            orderby step.Id
            select new { act.Id, act.Number, act.Item, act.DecidedOn, step.Step, step.At, step.ActorName, step.Note }).Take(Most).ToListAsync(cancellation);
        DocumentStepKind[] telling =
            [DocumentStepKind.Published, DocumentStepKind.Withdrawn, DocumentStepKind.Ended, DocumentStepKind.Amended, DocumentStepKind.Repealed, DocumentStepKind.ValidityRestored];
        var documents = await (
            from step in db.DocumentSteps.AsNoTracking()
            join document in db.Documents.AsNoTracking() on step.DocumentId equals document.Id
            where document.AgencyId == agencyId && (document.Kind == DocumentKind.NormativeDocument || document.Kind == DocumentKind.Rule) && document.MadeOn <= last
                && step.At > closedAt && telling.Contains(step.Step)
            orderby step.Id
            select new { document.Id, document.Title, document.MadeOn, step.Step, step.At, step.ActorName, step.Opinion }).Take(Most).ToListAsync(cancellation);
        return
        [
            .. acts.Select(act => new LateRecord($"/work/ledgers/{act.Id}", act.Number.Length > 0 ? act.Number : act.Item, LedgerWords.Of(act.Step), act.DecidedOn, act.At, act.ActorName, act.Note)),
            .. documents.Select(document => new LateRecord($"/work/documents/{document.Id}", document.Title, DocumentWords.Of(document.Step), document.MadeOn, document.At, document.ActorName, document.Opinion)),
        ];
    }

    private async Task<List<NamedCase>> NamedAsync(IEnumerable<long> ids, CancellationToken cancellation)
    {
        var wanted = ids.Take(Most).ToArray();
        return await db.Requests.AsNoTracking().Where(request => wanted.Contains(request.Id)).OrderBy(request => request.Id)
            .Select(request => new NamedCase(request.Id, request.Number)).ToListAsync(cancellation);
    }
}

/// <summary>How a closed year has moved.</summary>
public sealed record LedgerDrift(DateTimeOffset ClosedAt, string ClosedByName, IReadOnlyList<MovedFigure> Moved, IReadOnlyList<LateEntry> Entries, IReadOnlyList<LateRecord> Records);

/// <summary>A figure that was another when the year was closed.</summary>
public sealed record MovedFigure(FigureAddress Address, decimal Then, decimal Now);

/// <summary>Something entered, or taken back, after the year was closed, and that happened in it.</summary>
public sealed record LateEntry(
    long RequestId, string Number, RequestEventKind Kind, DateOnly HappenedOn, bool IsRetraction, DateTimeOffset EnteredAt, string EnteredByName, string? Why);

/// <summary>Something done with an act or a document after the year was closed.</summary>
public sealed record LateRecord(string Href, string Name, string What, DateOnly? On, DateTimeOffset At, string ByName, string? Why);

/// <summary>Where the carrying over does not agree.</summary>
public sealed record CarriedOver(IReadOnlyList<NamedCase> Gone, IReadOnlyList<NamedCase> Come)
{
    public bool Agrees => Gone.Count == 0 && Come.Count == 0;
}

public sealed record NamedCase(long RequestId, string Number);
