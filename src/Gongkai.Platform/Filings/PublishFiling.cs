using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>发布: the report stands before the public from this moment of the server's clock; no other time can be given. Earlier versions stay readable.</summary>
public sealed class PublishFiling(GongkaiDb db, FilingSteps steps, FilingClearance clearance, CloseLedger ledger, TimeProvider time)
{
    public sealed record Command(int FilingId);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Publish, actor, async hand =>
        {
            var filing = hand.Filing;
            if (filing.State == FilingState.Signed && await clearance.HindrancesAsync(filing, cancellation) is { Count: > 0 } hindrances)
            {
                return StepTaken.Refused(FilingRefusal.Hindered, hindrances);
            }

            var correction = filing.PublishedVersion is null
                ? null
                : await db.FilingEvents.AsNoTracking().Where(happened => happened.FilingId == filing.Id && happened.Step == FilingStep.CorrectionBegun)
                    .OrderByDescending(happened => happened.Id).Select(happened => happened.Note).FirstOrDefaultAsync(cancellation);
            filing.State = FilingState.Published;
            filing.PublishedAt ??= time.GetUtcNow();
            await ledger.CloseAsync(filing.AgencyId, filing.Year, actor, cancellation);
            return StepTaken.Done(FilingStep.Published) with { NewVersion = correction is null ? FilingWords.Of(FilingStep.Published) : $"更正：{correction}" };
        }, cancellation);
}
