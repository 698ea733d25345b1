using Gongkai.Platform.Accounts;
using Gongkai.Platform.Screening;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>清理: a copy of a Word or Excel file without what was hidden in it takes its place with the reply; the file itself stays in the case.</summary>
public sealed class CleanFile(GongkaiDb db, RequestDesk desk, FileReading files, FileScreenings screenings, Blobs blobs)
{
    public async Task<RequestResult> RunAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } source)
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        var bytes = await files.BytesAsync(source, cancellation);
        if (await Task.Run(() => OfficeCleaning.Clean(bytes), cancellation) is not { } cleaned)
        {
            return RequestResult.Refused(RequestRefusal.NotCleanable);
        }

        return await desk.TakeAsync(requestId, RequestAction.AddFile, actor, async hand =>
        {
            var original = await db.RequestFiles.SingleAsync(file => file.Id == fileId, cancellation);
            var blob = await blobs.KeepAsync(new MemoryStream(cleaned.Content, writable: false), source.NameWith("（已清理）", cleaned.Extension), cleaned.ContentType, cancellation);
            var made = new RequestFile
            {
                RequestId = requestId, BlobId = blob.Id, Purpose = original.Purpose == FilePurpose.Supplied ? FilePurpose.Supplied : FilePurpose.Working,
                AddedAt = blob.CreatedAt, AddedByName = actor.Name, MadeFrom = fileId, Making = FileMaking.Cleaned,
            };
            db.RequestFiles.Add(made);
            original.Purpose = original.Purpose == FilePurpose.Supplied ? FilePurpose.Working : original.Purpose;
            await db.SaveChangesAsync(cancellation);
            await screenings.KeepAsync(made.Id, new ScreeningResult(cleaned.Left, null), cancellation);
            var left = cleaned.Left.Count == 0 ? "" : $"，还有 {cleaned.Left.Count} 处要手工处理";
            return RequestTaken.Done(RequestStepKind.FileCleaned, $"第 {await files.NumberOfAsync(original, cancellation)} 份材料{left}") with { MadeFile = made };
        }, cancellation);
    }
}
