using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>添加材料: a scan of the letter, what was found, what goes with the reply. What it is, its content says, never its name.</summary>
public sealed class AddRequestFile(GongkaiDb db, RequestDesk desk, Attachments attachments, FileScreenings screenings)
{
    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await attachments.TakeAsync([command.File], cancellation) is not { Count: 1 } taken)
        {
            return RequestResult.Refused(RequestRefusal.FileRefused);
        }

        var found = await FileScreenings.ScreenAsync(await BytesAsync(taken[0], cancellation), cancellation);
        return await desk.TakeAsync(command.RequestId, RequestAction.AddFile, actor, async hand =>
        {
            var kept = (await attachments.KeepAsync(hand.Request.Id, taken, command.Purpose, actor.Name, cancellation))[0];
            if (command.Purpose == FilePurpose.Supplied && await SupplyFile.IsOriginalAsync(db, kept, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.OriginalStays);
            }

            await db.SaveChangesAsync(cancellation);
            if (found is not null)
            {
                await screenings.KeepAsync(kept.Id, found, cancellation);
            }

            return RequestTaken.Done(RequestStepKind.FileAdded, RequestWords.Of(command.Purpose));
        }, cancellation);
    }

    private static async Task<byte[]> BytesAsync(TakenFile file, CancellationToken cancellation)
    {
        await using var content = file.Open();
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="Purpose">What the file is in it.</param>
    /// <param name="File">The file as it was sent.</param>
    public sealed record Command(long RequestId, FilePurpose Purpose, SentFile File);
}
