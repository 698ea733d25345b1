using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>补正 by the applicant over the portal (第三十条).</summary>
public sealed class SupplyClarification(RequestDesk desk, Attachments attachments, TimeProvider time)
{
    public async Task<RequestResult> RunAsync(Command command, CancellationToken cancellation)
    {
        if (OwnText.Refuse(command.Text) is { } refusal)
        {
            return RequestResult.Refused(refusal);
        }

        if (await attachments.TakeAsync(command.Files, cancellation) is not { } files)
        {
            return RequestResult.Refused(RequestRefusal.FileRefused);
        }

        return await desk.TakeOwnAsync(command.Key, RequestAction.RecordClarification, SubmitRequest.Applicant(command.Address), async hand =>
        {
            var taken = Clarify.Supply(hand, time.Today(), command.Text);
            if (taken.Refusal is null)
            {
                await attachments.KeepAsync(hand.Request.Id, files, FilePurpose.Correspondence, SubmitRequest.ApplicantName, cancellation);
            }

            return taken;
        }, cancellation);
    }

    public sealed record Command(CaseKey Key, string Text, IReadOnlyList<SentFile> Files, string? Address);
}
