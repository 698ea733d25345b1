using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>Takes a file of a case into the hands of somebody who handles it.</summary>
public sealed class FileReading(GongkaiDb db, Blobs blobs)
{
    /// <summary>The file; null where there is none for this person, or where the person may look but not work on it.</summary>
    internal async Task<FileInHand?> FindAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from file in db.RequestFiles.AsNoTracking()
            join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
            join request in db.Requests.AsNoTracking() on file.RequestId equals request.Id
            join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
            where file.Id == fileId && file.RequestId == requestId
            select new { file, blob, agency.Id, agency.Path }).SingleOrDefaultAsync(cancellation);
        return found is not null && Gate.May(actor, Act.HandleRequests, found.Path) && RequestFiles.MaySee(found.file.Purpose, found.Path, actor)
            ? new FileInHand(found.file, found.Id, found.blob.Name, found.blob.ContentType, found.blob.Length)
            : null;
    }

    internal async Task<byte[]> BytesAsync(FileInHand file, CancellationToken cancellation)
    {
        using var content = new MemoryStream((int)file.Length);
        await blobs.CopyToAsync(file.File.BlobId, content, cancellation);
        return content.ToArray();
    }

    /// <summary>Which of the files of its case it is, in the order in which they came: so that it can be spoken of without its name.</summary>
    internal Task<int> NumberOfAsync(RequestFile file, CancellationToken cancellation) =>
        db.RequestFiles.CountAsync(other => other.RequestId == file.RequestId && other.Id <= file.Id, cancellation);
}

/// <summary>A file with its bytes' facts.</summary>
internal sealed record FileInHand(RequestFile File, int AgencyId, string Name, string ContentType, long Length)
{
    /// <summary>The name for what is made of it.</summary>
    public string NameWith(string addition, string extension)
    {
        const int longest = 70;
        var stem = Path.GetFileNameWithoutExtension(Name);
        return $"{stem[..Math.Min(stem.Length, longest)]}{addition}.{extension}";
    }
}
