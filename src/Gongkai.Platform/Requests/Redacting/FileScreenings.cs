using Gongkai.Platform.Screening;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>Looks into the files of a case for what is hidden in them, and keeps what was found beside them.</summary>
public sealed class FileScreenings(GongkaiDb db, Blobs blobs, TimeProvider time)
{
    /// <summary>Keeps what was found in a file; what was kept before stays.</summary>
    internal async Task KeepAsync(long fileId, ScreeningResult found, CancellationToken cancellation)
    {
        var (hits, now) = (FileScreening.Write(found.Hits), time.GetUtcNow());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO request_screenings (file_id, screened_at, hits, complaint, needs_word) VALUES ({fileId}, {now}, {hits}, {found.Complaint}, {found.NeedsWord})
            ON CONFLICT (file_id) DO NOTHING
            """,
            cancellation);
    }

    /// <summary>Looks into what is to go to the applicant and was not looked into yet.</summary>
    internal async Task ScreenSuppliedAsync(long requestId, CancellationToken cancellation)
    {
        var waiting = await db.RequestFiles.AsNoTracking()
            .Where(file => file.RequestId == requestId && file.Purpose == FilePurpose.Supplied && !db.FileScreenings.Any(screening => screening.FileId == file.Id))
            .Select(file => new { file.Id, file.BlobId }).ToListAsync(cancellation);
        foreach (var file in waiting)
        {
            using var content = new MemoryStream();
            await blobs.CopyToAsync(file.BlobId, content, cancellation);
            if (await ScreenAsync(content.ToArray(), cancellation) is { } found)
            {
                await KeepAsync(file.Id, found, cancellation);
            }
        }
    }

    /// <summary>Whether something goes to the applicant in which hidden things were found that nobody said a word to.</summary>
    internal Task<bool> HoldBackAsync(long requestId, CancellationToken cancellation) => (
        from file in db.RequestFiles
        join screening in db.FileScreenings on file.Id equals screening.FileId
        where file.RequestId == requestId && file.Purpose == FilePurpose.Supplied && screening.NeedsWord && screening.Explanation == null
        select file.Id).AnyAsync(cancellation);

    internal static Task<ScreeningResult?> ScreenAsync(ReadOnlyMemory<byte> file, CancellationToken cancellation) => Task.Run(() => OfficeScreening.Screen(file), cancellation);
}
