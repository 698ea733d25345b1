using Gongkai.Platform.Accounts;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>
/// 生成遮盖后的文件 (第三十七条): a new PDF in which what is covered is gone. What it was made from is kept as the original, and never goes to the applicant.
/// </summary>
public sealed class RedactFile(GongkaiDb db, RequestDesk desk, FileReading files, Blobs blobs, TimeProvider time)
{
    private const int LongestName = 80;

    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(command.RequestId, command.FileId, actor, cancellation) is not { } source || !PagedFile.Takes(source.ContentType))
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        var marks = await RedactionQueries.WorkingAsync(db, command.FileId, cancellation);
        if (marks.Count == 0)
        {
            return RequestResult.Refused(RequestRefusal.NothingMarked);
        }

        byte[] pdf;
        try
        {
            pdf = await PagedFile.UseAsync(await files.BytesAsync(source, cancellation), opened => opened.Blacken([.. marks.Select(mark => mark.Area)]), cancellation);
        }
        catch (UnreadableSourceException exception)
        {
            return RequestResult.Refused(RequestRefusal.FileUnreadable) with { Complaint = exception.Message };
        }

        return await desk.TakeAsync(command.RequestId, RequestAction.AddFile, actor, async hand =>
        {
            var now = await RedactionQueries.WorkingAsync(db, command.FileId, cancellation);
            if (!now.SequenceEqual(marks))
            {
                return RequestTaken.Refused(RequestRefusal.MarksChanged);
            }

            var number = await files.NumberOfAsync(source.File, cancellation);
            var made = await KeepAsync(command, source, pdf, actor, cancellation);
            await MarkOriginalsAsync(source.File, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.RequestMarks.AddRange(marks.Select(mark => new RequestMark
            {
                RequestId = command.RequestId, FileId = command.FileId, ResultId = made.Id, Page = mark.Area.Page,
                AreaLeft = mark.Area.Left, AreaTop = mark.Area.Top, AreaWidth = mark.Area.Width, AreaHeight = mark.Area.Height,
                Ground = mark.Ground, MadeAt = mark.MadeAt, MadeByName = mark.MadeByName,
            }));
            return RequestTaken.Done(RequestStepKind.FileRedacted, $"第 {number} 份材料遮盖 {marks.Count} 处：{MarkList.Summary(marks)}") with { MadeFile = made };
        }, cancellation);
    }

    private async Task<RequestFile> KeepAsync(Command command, FileInHand source, byte[] pdf, Actor actor, CancellationToken cancellation)
    {
        var blob = await blobs.KeepAsync(new MemoryStream(pdf, writable: false), NameOf(command.Name, source), "application/pdf", cancellation);
        var made = new RequestFile
        {
            RequestId = command.RequestId, BlobId = blob.Id, Purpose = command.IsSupplied ? FilePurpose.Supplied : FilePurpose.Working,
            AddedAt = time.GetUtcNow(), AddedByName = actor.Name, MadeFrom = command.FileId, Making = FileMaking.Redacted,
        };
        db.RequestFiles.Add(made);
        return made;
    }

    /// <summary>The file and what it was itself made from stay in the case, and go nowhere.</summary>
    private async Task MarkOriginalsAsync(RequestFile source, CancellationToken cancellation)
    {
        for (long? id = source.Id; id is { } next;)
        {
            var original = await db.RequestFiles.SingleAsync(file => file.Id == next, cancellation);
            original.IsOriginal = true;
            original.Purpose = original.Purpose == FilePurpose.Supplied ? FilePurpose.Working : original.Purpose;
            id = original.MadeFrom;
        }
    }

    private static string NameOf(string? name, FileInHand source)
    {
        var stem = string.Concat(Path.GetFileNameWithoutExtension((name ?? "").Replace('\\', '/')).Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && !"<>:\"/|?*".Contains(letter, StringComparison.Ordinal))).Trim(' ', '.');
        return stem.Length == 0 ? source.NameWith("（遮盖后）", "pdf") : $"{stem[..Math.Min(stem.Length, LongestName)]}.pdf";
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="FileId">The file that is covered.</param>
    /// <param name="Name">What the new file is called: a name may say what is covered.</param>
    /// <param name="IsSupplied">Whether it goes with the reply.</param>
    public sealed record Command(long RequestId, long FileId, string? Name, bool IsSupplied);
}
