using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>说明理由: so many requests so often that the agency may ask why (第三十五条).</summary>
public sealed class AskReason(RequestDesk desk)
{
    public Task<RequestResult> AskAsync(Question question, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(question.RequestId, RequestAction.AskReason, actor, hand => Task.FromResult(
            question.Text.Trim().Length == 0 ? RequestTaken.Refused(RequestRefusal.TextMissing)
            : hand.Refuse(question.SentOn) is { } refusal ? RequestTaken.Refused(refusal)
            : question.DueOn <= question.SentOn || !hand.Calendar.Covers(question.DueOn) ? RequestTaken.Refused(RequestRefusal.DateOutOfRange)
            : RequestTaken.Done(RequestStepKind.ReasonAsked, question.Text.Trim(), RequestEvent.ReasonAsked(question.SentOn, question.DueOn))), cancellation);

    public Task<RequestResult> RecordAsync(Answer answer, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(answer.RequestId, RequestAction.RecordReason, actor, hand => Task.FromResult(Give(hand, answer.ReceivedOn, answer.Text)), cancellation);

    /// <summary>确定合理的延迟答复期限, the reasons being fair.</summary>
    public Task<RequestResult> SetLaterDateAsync(LaterDate later, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(later.RequestId, RequestAction.SetLaterDate, actor, hand => Task.FromResult(
            later.Reason.Trim().Length == 0 ? RequestTaken.Refused(RequestRefusal.TextMissing)
            : hand.Refuse(later.NoticedOn) is { } refusal ? RequestTaken.Refused(refusal)
            : later.DueOn <= later.NoticedOn || !hand.Calendar.Covers(later.DueOn) ? RequestTaken.Refused(RequestRefusal.DateOutOfRange)
            : RequestTaken.Done(RequestStepKind.LaterDateSet, later.Reason.Trim(), RequestEvent.LaterDateSet(later.NoticedOn, later.DueOn))), cancellation);

    internal static RequestTaken Give(RequestInHand hand, DateOnly receivedOn, string text) =>
        text.Trim().Length == 0 ? RequestTaken.Refused(RequestRefusal.TextMissing)
        : hand.Refuse(receivedOn) is { } refusal ? RequestTaken.Refused(refusal)
        : RequestTaken.Done(RequestStepKind.ReasonGiven, text.Trim(), RequestEvent.ReasonGiven(receivedOn));

    public sealed record Question(long RequestId, string Text, DateOnly SentOn, DateOnly DueOn);

    public sealed record Answer(long RequestId, string Text, DateOnly ReceivedOn);

    public sealed record LaterDate(long RequestId, string Reason, DateOnly NoticedOn, DateOnly DueOn);
}
