using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Intake;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>添加材料: a scan of the letter, what was found, what goes with the reply. What it is, its content says, never its name.</summary>
public sealed class AddRequestFile(RequestDesk desk, Attachments attachments)
{
    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await Attachments.TakeAsync([command.File], cancellation) is not { Count: 1 } taken)
        {
            return RequestResult.Refused(RequestRefusal.FileRefused);
        }

        return await desk.TakeAsync(command.RequestId, RequestAction.AddFile, actor, async hand =>
        {
            await attachments.KeepAsync(hand.Request.Id, taken, command.Purpose, actor.Name, cancellation);
            return RequestTaken.Done(RequestStepKind.FileAdded, RequestWords.Of(command.Purpose));
        }, cancellation);
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="Purpose">What the file is in it.</param>
    /// <param name="File">The file as it was sent.</param>
    public sealed record Command(long RequestId, FilePurpose Purpose, SentFile File);
}
