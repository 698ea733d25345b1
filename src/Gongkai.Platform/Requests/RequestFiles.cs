using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests;

/// <summary>The files of a case and its receipt, each for those who may see it.</summary>
public sealed class RequestFiles(GongkaiDb db, ApplicantSeal seal, Blobs blobs)
{
    /// <summary>A file; null where there is none for this person.</summary>
    public async Task<RequestFileContent?> FindAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from file in db.RequestFiles.AsNoTracking()
            join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
            join request in db.Requests.AsNoTracking() on file.RequestId equals request.Id
            join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
            where file.Id == fileId && file.RequestId == requestId
            select new { file.Purpose, agency.Path, blob.Id, blob.Name, blob.ContentType }).SingleOrDefaultAsync(cancellation);
        return found is not null && MaySee(found.Purpose, found.Path, actor) ? new RequestFileContent(found.Id, found.Name, found.ContentType) : null;
    }

    public Task CopyToAsync(RequestFileContent file, Stream output, CancellationToken cancellation) => blobs.CopyToAsync(file.BlobId, output, cancellation);

    /// <summary>登记回执, with the code that is made anew from the form; null where there is none for this person.</summary>
    public async Task<RequestReceipt?> ReceiptAsync(long requestId, Actor actor, CancellationToken cancellation)
    {
        var found = await (
            from request in db.Requests.AsNoTracking()
            join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
            where request.Id == requestId
            select new { request.FormKey, request.CodeReissuedAt, agency.Id, agency.Name, agency.Path, agency.Telephone, agency.Address, agency.OfficeHours }).SingleOrDefaultAsync(cancellation);
        return found is not null && Gate.May(actor, Act.ViewApplicants, found.Path)
            ? new RequestReceipt(found.Name, found.CodeReissuedAt is null ? await seal.CodeOfAsync(found.FormKey, cancellation) : null, found.Telephone, found.Address, found.OfficeHours)
            : null;
    }

    /// <summary>What tells who asks is for those who handle the case; what was found, for those who review and sign too.</summary>
    internal static bool MaySee(FilePurpose purpose, string path, Actor actor) => purpose switch
    {
        FilePurpose.Application or FilePurpose.Correspondence => Gate.May(actor, Act.ViewApplicants, path),
        FilePurpose.Working or FilePurpose.Supplied => Gate.May(actor, Act.ViewApplicants, path) || Gate.May(actor, Act.ReviewRequests, path),
    };

    internal static IReadOnlyList<FileView> Visible(List<FileView> files, string path, Actor actor) => [.. files.Where(file => MaySee(file.Purpose, path, actor))];
}

/// <summary>A file to be handed out.</summary>
public sealed record RequestFileContent(Guid BlobId, string Name, string ContentType);

/// <summary>What the receipt says besides the case itself; no code where that was issued anew.</summary>
public sealed record RequestReceipt(string AgencyName, string? Code, string? Telephone, string? Address, string? OfficeHours);
