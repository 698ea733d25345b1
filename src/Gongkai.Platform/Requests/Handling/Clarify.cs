using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>补正 (第三十条): asked for once, within seven working days, all points together.</summary>
public sealed class Clarify(RequestDesk desk)
{
    private const int Longest = 60;

    /// <summary>告知补正.</summary>
    public Task<RequestResult> AskAsync(Question question, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(question.RequestId, RequestAction.AskClarification, actor, hand => Task.FromResult(Ask(question, hand)), cancellation);

    /// <summary>The corrected request came: the period of the answer is counted anew from that day.</summary>
    public Task<RequestResult> RecordAsync(Answer answer, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(answer.RequestId, RequestAction.RecordClarification, actor, hand => Task.FromResult(Supply(hand, answer.ReceivedOn, answer.Text)), cancellation);

    /// <summary>What the desk and the applicant alike do when the corrected request comes.</summary>
    internal static RequestTaken Supply(RequestInHand hand, DateOnly receivedOn, string text)
    {
        if (text.Trim().Length == 0)
        {
            return RequestTaken.Refused(RequestRefusal.TextMissing);
        }

        if (hand.Refuse(receivedOn) is { } refusal)
        {
            return RequestTaken.Refused(refusal);
        }

        if (!hand.Timeline().Clocks.Any(clock => clock.Id == ClockId.Clarification && clock.EndedOn is null && receivedOn >= clock.From))
        {
            return RequestTaken.Refused(RequestRefusal.WrongState);
        }

        return RequestTaken.Done(RequestStepKind.ClarificationSupplied, text.Trim(), RequestEvent.ClarificationSupplied(receivedOn));
    }

    private static RequestTaken Ask(Question question, RequestInHand hand)
    {
        if (question.Points.Trim().Length == 0)
        {
            return RequestTaken.Refused(RequestRefusal.TextMissing);
        }

        if (question.Days is < 1 or > Longest)
        {
            return RequestTaken.Refused(RequestRefusal.DaysOutOfRange);
        }

        if (hand.Refuse(question.SentOn) is { } refusal)
        {
            return RequestTaken.Refused(refusal);
        }

        var limit = hand.Calendar.Add(hand.Request.ReceivedOn!.Value, hand.Rules.ClarificationNotice);
        return question.SentOn > limit && !question.EvenIfLate
            ? RequestTaken.Refused(RequestRefusal.LateClarification, limit)
            : RequestTaken.Done(RequestStepKind.ClarificationAsked, question.Points.Trim(), RequestEvent.ClarificationAsked(question.SentOn, question.ServedOn, question.Days));
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="Points">Everything that is to be made clear, and how.</param>
    /// <param name="Days">The working days that the applicant has.</param>
    /// <param name="SentOn">The day on which the notice was sent.</param>
    /// <param name="ServedOn">The day on which the applicant received it; null while unknown.</param>
    /// <param name="EvenIfLate">Whether it is sent although it stops nothing any more.</param>
    public sealed record Question(long RequestId, string Points, int Days, DateOnly SentOn, DateOnly? ServedOn, bool EvenIfLate);

    public sealed record Answer(long RequestId, string Text, DateOnly ReceivedOn);
}
