using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>
/// Puts the figures of the ledger into the tables of a draft; what stood there stays readable as a version. With it the agency says
/// that from this year on all of these parts is kept here.
/// </summary>
public sealed class FillFromLedger(GongkaiDb db, LedgerFigures ledger, ProactiveFigures proactive, FilingDesk desk, FilingSteps steps)
{
    /// <summary>Tables three and four, from the cases.</summary>
    public Task<StepResult> RunAsync(int filingId, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(filingId, FilingAction.Edit, actor, async hand => await ledger.OfAsync(hand.Filing.AgencyId, hand.Filing.Year, cancellation) is { } figures
            ? await FillAsync(hand.Filing, [LedgerPart.Requests], figures, actor, cancellation)
            : StepTaken.Refused(FilingRefusal.NoLedger), cancellation);

    /// <summary>Table two, from the documents and the acts. Parts that are not named are not kept here in full, and are filled in by hand.</summary>
    public Task<StepResult> ProactiveAsync(int filingId, IReadOnlyCollection<LedgerPart> parts, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(filingId, FilingAction.Edit, actor, async hand =>
        {
            var filing = hand.Filing;
            var others = Enum.GetValues<LedgerPart>().Where(part => part != LedgerPart.Requests && !parts.Contains(part)).ToArray();
            var dropped = await db.LedgerStarts.Where(start => start.AgencyId == filing.AgencyId && others.Contains(start.Part)).ExecuteDeleteAsync(cancellation);
            var kept = parts.Where(part => part != LedgerPart.Requests).Distinct().ToList();
            return kept.Count == 0
                ? dropped == 0 ? StepTaken.Refused(FilingRefusal.NoLedger) : StepTaken.Noted("filing.filledFromLedger", new { figures = 0 })
                : await FillAsync(filing, kept, await proactive.OfAsync(filing.AgencyId, filing.Year, kept, cancellation), actor, cancellation);
        }, cancellation);

    /// <summary>The report with the figures of the ledger in their cells; cells that its edition prints as one are left alone.</summary>
    internal static AnnualReport With(AnnualReport report, IReadOnlyDictionary<FigureAddress, decimal> figures)
    {
        var form = ReportFields.Figures(report).ToHashSet();
        return report with
        {
            Figures = report.Figures.With(figures.Where(figure => form.Contains(figure.Key)).Select(figure => KeyValuePair.Create(figure.Key, Cell.Number(figure.Value)))),
        };
    }

    private async Task<StepTaken> FillAsync(Filing filing, IReadOnlyList<LedgerPart> parts, IReadOnlyDictionary<FigureAddress, decimal> figures, Actor actor, CancellationToken cancellation)
    {
        await LedgerStarts.AddAsync(db, filing.AgencyId, filing.Year, parts, cancellation);
        await steps.KeepVersionAsync(filing, actor, "填入台账数字之前", always: false, cancellation);
        await db.SaveChangesAsync(cancellation);
        var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
        await desk.KeepAsync(filing, draft.Replace(With(draft.Report, figures), actor.AccountId, actor.Name), actor, cancellation);
        return StepTaken.Noted("filing.filledFromLedger", new { figures = figures.Count });
    }
}
