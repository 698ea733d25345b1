using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>随答复提供: chooses a file for the applicant, or takes it back. The original of a file that was covered is never chosen.</summary>
public sealed class SupplyFile(GongkaiDb db, RequestDesk desk, FileReading files, FileScreenings screenings)
{
    public async Task<RequestResult> RunAsync(long requestId, long fileId, bool isSupplied, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } file)
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        var taken = await desk.TakeAsync(requestId, RequestAction.AddFile, actor, async hand =>
        {
            var chosen = await db.RequestFiles.SingleAsync(candidate => candidate.Id == fileId, cancellation);
            if (hand.Request.Stage == RequestStage.Concluded || chosen.Purpose is not (FilePurpose.Working or FilePurpose.Supplied))
            {
                return RequestTaken.Refused(RequestRefusal.WrongState);
            }

            if (isSupplied && await IsOriginalAsync(db, chosen, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.OriginalStays);
            }

            chosen.Purpose = isSupplied ? FilePurpose.Supplied : FilePurpose.Working;
            return RequestTaken.Done(isSupplied ? RequestStepKind.FileSupplied : RequestStepKind.FileHeldBack, $"第 {await files.NumberOfAsync(file.File, cancellation)} 份材料");
        }, cancellation);
        if (taken.IsDone && isSupplied)
        {
            await screenings.ScreenSuppliedAsync(requestId, cancellation);
        }

        return taken;
    }

    /// <summary>Whether a file, or one of the same bytes in its case, is the original of one that was covered.</summary>
    internal static Task<bool> IsOriginalAsync(GongkaiDb db, RequestFile file, CancellationToken cancellation) => (
        from other in db.RequestFiles
        join blob in db.Blobs on other.BlobId equals blob.Id
        where other.RequestId == file.RequestId && other.IsOriginal
            && (other.Id == file.Id || db.Blobs.Any(own => own.Id == file.BlobId && own.Sha256 == blob.Sha256))
        select other.Id).AnyAsync(cancellation);
}
