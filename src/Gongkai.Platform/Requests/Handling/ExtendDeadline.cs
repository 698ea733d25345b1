using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Papers;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>延长答复期限: with the consent of the head of the office, told to the applicant before the period ends (第三十三条第二款).</summary>
public sealed class ExtendDeadline(RequestDesk desk, MakePaper papers)
{
    /// <summary>The handler proposes it to the head.</summary>
    public Task<RequestResult> ProposeAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.ProposeExtension, actor, hand => Task.FromResult(
            Refuse(command, hand) ?? RequestTaken.Done(RequestStepKind.ExtensionProposed, $"提请延长{command.Days}个工作日：{command.Reason.Trim()}")), cancellation);

    /// <summary>The head consents, and the applicant is told: the notice lies ready to be printed.</summary>
    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var extended = await desk.TakeAsync(command.RequestId, RequestAction.Extend, actor, hand => Task.FromResult(
            Refuse(command, hand)
            ?? RequestTaken.Done(RequestStepKind.Extended, $"延长{command.Days}个工作日：{command.Reason.Trim()}", RequestEvent.ExtensionNotified(command.NoticedOn, command.Days))), cancellation);
        return extended.IsDone ? extended with { Paper = (await papers.RunAsync(command.RequestId, Paper.ExtensionNotice, actor, cancellation)).Paper } : extended;
    }

    /// <summary>Why it cannot be extended; null where it can.</summary>
    private static RequestTaken? Refuse(Command command, RequestInHand hand)
    {
        if (command.Reason.Trim().Length == 0)
        {
            return RequestTaken.Refused(RequestRefusal.TextMissing);
        }

        if (command.Days < 1 || command.Days > hand.Rules.Extension)
        {
            return RequestTaken.Refused(RequestRefusal.DaysOutOfRange);
        }

        if (hand.Refuse(command.NoticedOn) is { } refusal)
        {
            return RequestTaken.Refused(refusal);
        }

        var answer = hand.Timeline().Answer;
        return answer is { ExtendedBy: > 0 } ? RequestTaken.Refused(RequestRefusal.SecondExtension)
            : answer?.LastDay is { } last && command.NoticedOn > last ? RequestTaken.Refused(RequestRefusal.LateExtension, last)
            : null;
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="Days">By how many working days, 20 at most.</param>
    /// <param name="Reason">Why, as the notice will say.</param>
    /// <param name="NoticedOn">The day on which the applicant is told.</param>
    public sealed record Command(long RequestId, int Days, string Reason, DateOnly NoticedOn);
}
