using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Reading;
using Gongkai.Reports.Reading.Conversion;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>转成 PDF: a Word file becomes a PDF beside it, whose pages can be covered.</summary>
public sealed class ConvertFile(GongkaiDb db, RequestDesk desk, FileReading files, Blobs blobs, TimeProvider time)
{
    /// <summary>Whether a file of this content type is a text that becomes a PDF first.</summary>
    public static bool Takes(string contentType) => contentType is "application/vnd.openxmlformats-officedocument.wordprocessingml.document" or "application/msword";

    public async Task<RequestResult> RunAsync(long requestId, long fileId, Actor actor, CancellationToken cancellation)
    {
        if (await files.FindAsync(requestId, fileId, actor, cancellation) is not { } source || !Takes(source.ContentType))
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        ReadOnlyMemory<byte> pdf;
        try
        {
            var bytes = await files.BytesAsync(source, cancellation);
            pdf = await Task.Run(() => OfficeConversion.ToPdf(bytes, Sniffing.KindOf(bytes), ReadLimits.Default), cancellation);
        }
        catch (UnreadableSourceException exception)
        {
            return RequestResult.Refused(RequestRefusal.FileUnreadable) with { Complaint = exception.Message };
        }

        return await desk.TakeAsync(requestId, RequestAction.AddFile, actor, async hand =>
        {
            var blob = await blobs.KeepAsync(new MemoryStream(pdf.ToArray(), writable: false), source.NameWith("", "pdf"), "application/pdf", cancellation);
            var made = new RequestFile
            {
                RequestId = requestId, BlobId = blob.Id, Purpose = FilePurpose.Working, AddedAt = time.GetUtcNow(), AddedByName = actor.Name,
                MadeFrom = fileId, Making = FileMaking.Converted,
            };
            db.RequestFiles.Add(made);
            return RequestTaken.Done(RequestStepKind.FileConverted, $"第 {await files.NumberOfAsync(source.File, cancellation)} 份材料转成 PDF") with { MadeFile = made };
        }, cancellation);
    }
}
