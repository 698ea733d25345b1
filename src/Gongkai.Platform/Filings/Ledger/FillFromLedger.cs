using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>
/// Puts the figures of the cases into tables three and four of a draft; what stood there stays readable as a version. With it the agency says
/// that from this year on all its cases are kept here.
/// </summary>
public sealed class FillFromLedger(GongkaiDb db, LedgerFigures ledger, FilingDesk desk, FilingSteps steps)
{
    public Task<StepResult> RunAsync(int filingId, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(filingId, FilingAction.Edit, actor, async hand =>
        {
            var filing = hand.Filing;
            if (await ledger.OfAsync(filing.AgencyId, filing.Year, cancellation) is not { } figures)
            {
                return StepTaken.Refused(FilingRefusal.NoLedger);
            }

            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO ledger_starts (agency_id, year) VALUES ({filing.AgencyId}, {filing.Year}) ON CONFLICT (agency_id) DO UPDATE SET year = least(ledger_starts.year, excluded.year)",
                cancellation);
            await steps.KeepVersionAsync(filing, actor, "填入台账数字之前", always: false, cancellation);
            await db.SaveChangesAsync(cancellation);
            var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
            await desk.KeepAsync(filing, draft.Replace(With(draft.Report, figures), actor.AccountId, actor.Name), actor, cancellation);
            return StepTaken.Noted("filing.filledFromLedger", new { figures = figures.Count });
        }, cancellation);

    /// <summary>The report with the figures of the cases in their cells; cells that its edition prints as one are left alone.</summary>
    internal static AnnualReport With(AnnualReport report, IReadOnlyDictionary<FigureAddress, decimal> figures)
    {
        var form = ReportFields.Figures(report).ToHashSet();
        return report with
        {
            Figures = report.Figures.With(figures.Where(figure => form.Contains(figure.Key)).Select(figure => KeyValuePair.Create(figure.Key, Cell.Number(figure.Value)))),
        };
    }
}
