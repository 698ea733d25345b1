using Gongkai.Platform.Accounts;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings;

/// <summary>Makes a mend that is on offer: the cells take its figures. A mend that the figures have outrun is refused.</summary>
public sealed class ApplyMend(FilingDesk desk, FilingSteps steps, FilingCheck check)
{
    /// <param name="FilingId">Which filing.</param>
    /// <param name="Changes">The changes of the <see cref="MendView"/>.</param>
    public sealed record Command(int FilingId, IReadOnlyList<MendedField> Changes);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Edit, actor, async hand =>
        {
            var filing = hand.Filing;
            var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
            var frame = await check.FrameAsync(filing.AgencyId, filing.Year, cancellation);
            var wanted = command.Changes.ToHashSet();
            var offered = FilingCheck.Check(draft.Report, frame).Findings.SelectMany(finding => finding.Mends).Select(FilingViews.Of);
            if (offered.FirstOrDefault(mend => wanted.SetEquals(mend.Changes)) is not { } mend)
            {
                return StepTaken.Refused(FilingRefusal.NoSuchMend);
            }

            var merged = draft.Merge([.. mend.Changes.Select(change => new FieldChange(change.Field, Figure.Format(change.To), draft.Revision))], actor.AccountId, actor.Name);
            await desk.KeepAsync(filing, merged.Draft, actor, cancellation);
            return StepTaken.Noted("filing.mended", merged.Edits);
        }, cancellation);
}
