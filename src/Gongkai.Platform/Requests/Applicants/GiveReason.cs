using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>说明理由 by the applicant over the portal (第三十五条).</summary>
public sealed class GiveReason(RequestDesk desk, TimeProvider time)
{
    public Task<RequestResult> RunAsync(Command command, CancellationToken cancellation) =>
        OwnText.Refuse(command.Text) is { } refusal
            ? Task.FromResult(RequestResult.Refused(refusal))
            : desk.TakeOwnAsync(command.Key, RequestAction.RecordReason, SubmitRequest.Applicant(command.Address), hand =>
                Task.FromResult(AskReason.Give(hand, time.Today(), command.Text)), cancellation);

    public sealed record Command(CaseKey Key, string Text, string? Address);
}
