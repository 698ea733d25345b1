using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Gives a word of explanation for a warning, which the authority reads. It stands as long as the warning says the same.</summary>
public sealed class ExplainFinding(GongkaiDb db, FilingSteps steps, FilingCheck check, TimeProvider time)
{
    /// <param name="FilingId">Which filing.</param>
    /// <param name="Rule">The rule of the warning.</param>
    /// <param name="Place">Its cells, as <see cref="FindingView.Place"/>.</param>
    /// <param name="Message">Its message.</param>
    /// <param name="Text">The word of explanation.</param>
    public sealed record Command(int FilingId, string Rule, string Place, string Message, string Text);

    public Task<StepResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        steps.TakeAsync(command.FilingId, FilingAction.Explain, actor, async hand =>
        {
            if (string.IsNullOrWhiteSpace(command.Text))
            {
                return StepTaken.Refused(FilingRefusal.TextMissing);
            }

            var frame = await check.FrameAsync(hand.Filing.AgencyId, hand.Filing.Year, cancellation);
            var found = FilingCheck.Check(FilingContent.Read(hand.Filing.Content), frame);
            if (!found.Findings.Any(finding =>
                    finding.Severity == Severity.Warning && finding.Rule == command.Rule && FilingViews.At(finding) == command.Place && finding.Message == command.Message))
            {
                return StepTaken.Refused(FilingRefusal.NoSuchFinding);
            }

            var given = await db.Explanations.SingleOrDefaultAsync(
                one => one.FilingId == hand.Filing.Id && one.Rule == command.Rule && one.At == command.Place && one.Message == command.Message, cancellation);
            if (given is null)
            {
                given = new Explanation { FilingId = hand.Filing.Id, Rule = command.Rule, At = command.Place, Message = command.Message, Text = "", WriterName = "" };
                db.Explanations.Add(given);
            }

            given.Text = command.Text.Trim();
            given.WriterName = actor.Name;
            given.WrittenAt = time.GetUtcNow();
            return StepTaken.Noted("filing.explained", new { command.Rule, At = command.Place, command.Text });
        }, cancellation);
}
