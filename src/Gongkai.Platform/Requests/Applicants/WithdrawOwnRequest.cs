using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>The applicant takes the request back over the portal.</summary>
public sealed class WithdrawOwnRequest(RequestDesk desk, TimeProvider time)
{
    public Task<RequestResult> RunAsync(Command command, CancellationToken cancellation) =>
        command.Reason.Length > OwnText.Longest
            ? Task.FromResult(RequestResult.Refused(RequestRefusal.TextTooLong))
            : desk.TakeOwnAsync(command.Key, RequestAction.Withdraw, SubmitRequest.Applicant(command.Address), hand =>
                Task.FromResult(CloseRequest.Withdraw(hand, time.Today(), command.Reason)), cancellation);

    public sealed record Command(CaseKey Key, string Reason, string? Address);
}
