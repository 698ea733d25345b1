using Gongkai.Platform.Redaction;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>The files of a case with what was covered in them and what was found hidden.</summary>
internal static class CaseShelf
{
    public static async Task<List<FileView>> OfAsync(GongkaiDb db, long requestId, CancellationToken cancellation)
    {
        var files = await (
            from file in db.RequestFiles.AsNoTracking()
            join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
            where file.RequestId == requestId
            orderby file.Id
            select new FileView(file.Id, blob.Name, blob.ContentType, blob.Length, file.Purpose, file.AddedAt, file.AddedByName)
            {
                IsOriginal = file.IsOriginal, MadeFrom = file.MadeFrom, Making = file.Making,
            }).ToListAsync(cancellation);
        if (files.Count == 0)
        {
            return files;
        }

        var marks = (await db.RequestMarks.AsNoTracking().Where(mark => mark.RequestId == requestId && mark.ResultId != null).OrderBy(mark => mark.Id)
            .Select(mark => new { mark.ResultId, View = new MarkView(mark.Id, new PageArea(mark.Page, mark.AreaLeft, mark.AreaTop, mark.AreaWidth, mark.AreaHeight), mark.Ground, mark.MadeAt, mark.MadeByName) })
            .ToListAsync(cancellation)).ToLookup(mark => mark.ResultId, mark => mark.View);
        var screenings = await db.FileScreenings.AsNoTracking()
            .Where(screening => db.RequestFiles.Any(file => file.Id == screening.FileId && file.RequestId == requestId)).ToDictionaryAsync(screening => screening.FileId, cancellation);
        return [.. files.Select((file, index) => file with { Number = index + 1, Marks = [.. marks[file.Id]], Screening = screenings.GetValueOrDefault(file.Id)?.View })];
    }
}
