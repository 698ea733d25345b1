using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>拟答复: the decision item by item, each with its outcome, reason, and what is given.</summary>
public sealed class DraftDecision(GongkaiDb db, RequestDesk desk)
{
    private const int Longest = 4000;
    private const int Most = 50;

    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Draft, actor, async hand =>
        {
            if (command.Items.Count is 0 or > Most || command.Items.Any(item => item.Wanted.Trim().Length == 0))
            {
                return RequestTaken.Refused(RequestRefusal.TextMissing);
            }

            if (command.Items.Any(item => item.Wanted.Length > Longest || item.Reason?.Length > Longest || item.Supplied?.Length > Longest))
            {
                return RequestTaken.Refused(RequestRefusal.TextTooLong);
            }

            if (TooEarly(command, hand) is { } limit)
            {
                return RequestTaken.Refused(RequestRefusal.PeriodStillRuns, limit);
            }

            await db.RequestItems.Where(item => item.RequestId == command.RequestId).ExecuteDeleteAsync(cancellation);
            db.RequestItems.AddRange(command.Items.Select((item, index) => new RequestItem
            {
                RequestId = command.RequestId, Number = index + 1, Wanted = item.Wanted.Trim(), Outcome = item.Outcome,
                Reason = Text(item.Reason), Supplied = Text(item.Supplied),
            }));
            hand.Request.DeskStep = DeskStep.Drafted;
            return RequestTaken.Done(RequestStepKind.Drafted, string.Join('；', command.Items.Select(item => item.Outcome is { } outcome ? OutcomeRule.Of(outcome).Label : "未定")));
        }, cancellation);

    /// <summary>逾期不补正 and 逾期不缴费 end a case only after the applicant's own last day; that day where it has not gone by.</summary>
    private static DateOnly? TooEarly(Command command, RequestInHand hand)
    {
        foreach (var (outcome, clock) in (ReadOnlySpan<(Outcome, ClockId)>)[(Outcome.ClarificationOverdue, ClockId.Clarification), (Outcome.FeeOverdue, ClockId.Payment)])
        {
            if (command.Items.Any(item => item.Outcome == outcome))
            {
                var awaited = hand.Timeline().Clocks.LastOrDefault(found => found.Id == clock && found.EndedOn is null);
                if (awaited is null || hand.Today <= awaited.LastDay)
                {
                    return awaited?.LastDay ?? hand.Today;
                }
            }
        }

        return null;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public sealed record Command(long RequestId, IReadOnlyList<DecidedItem> Items);

    public sealed record DecidedItem(string Wanted, Outcome? Outcome, string? Reason, string? Supplied);
}
