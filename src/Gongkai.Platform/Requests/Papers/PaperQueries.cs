using System.IO.Compression;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>The papers of a case, for those who handle it.</summary>
public sealed class PaperQueries(GongkaiDb db, RequestQueries queries, Blobs blobs)
{
    /// <summary>A paper's file; null where there is none for this person.</summary>
    public async Task<Blob?> FindAsync(long requestId, long paperId, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from paper in db.RequestPapers.AsNoTracking()
            join request in db.Requests.AsNoTracking() on paper.RequestId equals request.Id
            join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
            where paper.Id == paperId && paper.RequestId == requestId
            select new { paper.BlobId, agency.Path }).SingleOrDefaultAsync(cancellation);
        return found is not null && Gate.May(actor, Act.ViewApplicants, found.Path) ? await db.Blobs.AsNoTracking().SingleAsync(blob => blob.Id == found.BlobId, cancellation) : null;
    }

    /// <summary>一案一档 (第四十五条): writes all papers and files of a case with a list of them as a zip; false where there is no such case for this person.</summary>
    public async Task<bool> WriteDossierAsync(long requestId, Actor actor, Stream output, CancellationToken cancellation)
    {
        if (await queries.FindAsync(requestId, actor, cancellation) is not { Applicant: not null } sheet)
        {
            return false;
        }

        var papers = await db.RequestPapers.AsNoTracking().Where(paper => paper.RequestId == requestId).OrderBy(paper => paper.Id)
            .Join(db.Blobs, paper => paper.BlobId, blob => blob.Id, (paper, blob) => new { blob.Id, blob.Name, paper.Number, At = paper.MadeAt, By = paper.MadeByName }).ToListAsync(cancellation);
        var files = await db.RequestFiles.AsNoTracking().Where(file => file.RequestId == requestId).OrderBy(file => file.Id)
            .Join(db.Blobs, file => file.BlobId, blob => blob.Id, (file, blob) => new { blob.Id, blob.Name, Number = (string?)null, At = file.AddedAt, By = file.AddedByName }).ToListAsync(cancellation);
        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var list = new List<string> { $"案卷目录　登记号 {sheet.Row.Number}　{sheet.Row.AgencyName}", "" };
        var number = 0;
        foreach (var one in papers.Concat(files))
        {
            var name = $"{++number:000} {SafeName(one.Name)}";
            list.Add($"{number}. {one.Name}{(one.Number is null ? "" : $"（{one.Number}）")}　{one.At.InBeijing():yyyy-MM-dd HH:mm}　{one.By}");
            await using var entry = await zip.CreateEntry(name).OpenAsync(cancellation);
            await blobs.CopyToAsync(one.Id, entry, cancellation);
        }

        foreach (var covered in sheet.Files.Where(file => file.Marks.Count > 0))
        {
            list.AddRange(["", $"遮盖清单　{covered.Name}（由第 {sheet.Files.FirstOrDefault(file => file.Id == covered.MadeFrom)?.Number} 份材料遮盖而成，{MarkList.Summary(covered.Marks)}）"]);
            list.AddRange(MarkList.Lines(covered.Marks));
        }

        list.Add("");
        list.Add("办理经过");
        list.AddRange(sheet.Steps.Select(step => $"{step.At.InBeijing():yyyy-MM-dd HH:mm}　{step.ActorName}　{RequestWords.Of(step.Step)}{(step.Note is null ? "" : $"：{step.Note}")}"));
        await using var text = new StreamWriter(await zip.CreateEntry("000 案卷目录.txt").OpenAsync(cancellation));
        foreach (var line in list)
        {
            await text.WriteLineAsync(line.AsMemory(), cancellation);
        }

        return true;
    }

    private static string SafeName(string name) => string.Concat(name.Select(letter => letter is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.IsControl(letter) ? '_' : letter));
}
