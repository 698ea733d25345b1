using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>备注: a word for those who handle the case.</summary>
public sealed class NoteRequest(RequestDesk desk)
{
    private const int Longest = 2000;

    public Task<RequestResult> RunAsync(long requestId, string text, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.Note, actor, _ => Task.FromResult(text.Trim().Length switch
        {
            0 => RequestTaken.Refused(RequestRefusal.TextMissing),
            > Longest => RequestTaken.Refused(RequestRefusal.TextTooLong),
            _ => RequestTaken.Done(RequestStepKind.Noted, text.Trim()),
        }), cancellation);
}
