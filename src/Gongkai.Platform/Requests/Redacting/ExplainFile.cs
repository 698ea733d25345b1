using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>说明: why what was found hidden in a file may go to the applicant with it.</summary>
public sealed class ExplainFile(GongkaiDb db, RequestDesk desk, FileReading files, TimeProvider time)
{
    private const int Longest = 500;

    public async Task<RequestResult> RunAsync(long requestId, long fileId, string text, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } file)
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        return await desk.TakeAsync(requestId, RequestAction.AddFile, actor, async hand =>
        {
            if (text.Trim().Length is 0 or > Longest)
            {
                return RequestTaken.Refused(text.Trim().Length == 0 ? RequestRefusal.TextMissing : RequestRefusal.TextTooLong);
            }

            if (await db.FileScreenings.SingleOrDefaultAsync(found => found.FileId == fileId && found.NeedsWord, cancellation) is not { } screening)
            {
                return RequestTaken.Refused(RequestRefusal.WrongState);
            }

            screening.Explanation = text.Trim();
            screening.ExplainedAt = time.GetUtcNow();
            screening.ExplainedByName = actor.Name;
            return RequestTaken.Done(RequestStepKind.FileExplained, $"第 {await files.NumberOfAsync(file.File, cancellation)} 份材料：{screening.Explanation}");
        }, cancellation);
    }
}
