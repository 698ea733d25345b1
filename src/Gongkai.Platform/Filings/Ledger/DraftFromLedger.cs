using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>Puts the sentences that the ledger gives at the end of a section of a draft, where a person goes on from them.</summary>
public sealed class DraftFromLedger(GongkaiDb db, LedgerFigures ledger, LedgerNarrative narrative, FilingDesk desk, FilingSteps steps)
{
    public Task<StepResult> RunAsync(int filingId, int section, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(filingId, FilingAction.Edit, actor, async hand =>
        {
            var filing = hand.Filing;
            if (await ledger.AdoptedAsync(filing.AgencyId, filing.Year, cancellation) is not { } figures
                || !(await narrative.OfAsync(filing.AgencyId, filing.Year, figures, cancellation)).TryGetValue(section, out var sentences))
            {
                return StepTaken.Refused(FilingRefusal.NoLedger);
            }

            var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
            var text = draft.Report.SectionOrNull(section)?.Text ?? "";
            var unsaid = LedgerNarrative.Unsaid(sentences, text);
            if (unsaid.Length > 0)
            {
                await steps.KeepVersionAsync(filing, actor, "填入台账文字之前", always: false, cancellation);
                await db.SaveChangesAsync(cancellation);
                var field = ReportFields.TextOf(section);
                var changed = ReportFields.With(draft.Report, field, string.IsNullOrWhiteSpace(text) ? unsaid : $"{text.TrimEnd()}\n{unsaid}");
                await desk.KeepAsync(filing, draft.Replace(changed, actor.AccountId, actor.Name), actor, cancellation);
            }

            return StepTaken.Noted("filing.draftedFromLedger", new { section });
        }, cancellation);
}
