using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>The files of a draft: added and removed while it is written, read by anyone once it is open.</summary>
public sealed class ConsultationFiles(GongkaiDb db, ConsultationDesk consultations, ReleaseDesk desk, Attachments attachments, Blobs blobs, TimeProvider time)
{
    public const int MostFiles = 20;

    public Task<ParticipationResult> AddAsync(long id, SentFile sent, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(consultations.Locked(id), new ReleaseStep(ReleaseAction.Edit), actor, async consultation =>
        {
            if (await db.ConsultationFiles.CountAsync(file => file.ConsultationId == id, cancellation) >= MostFiles)
            {
                return ParticipationResult.Refused(ParticipationRefusal.TooManyFiles);
            }

            if (await attachments.TakeAsync([sent], cancellation) is not [var taken])
            {
                return ParticipationResult.Refused(ParticipationRefusal.FileRefused);
            }

            await using var content = taken.Open();
            var blob = await blobs.KeepAsync(content, taken.Name, taken.ContentType, cancellation);
            db.ConsultationFiles.Add(new ConsultationFile { ConsultationId = consultation.Id, BlobId = blob.Id, Name = taken.Name, AddedAt = time.GetUtcNow(), AddedByName = actor.Name });
            return null;
        }, cancellation);

    public Task<ParticipationResult> RemoveAsync(long id, long fileId, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(consultations.Locked(id), new ReleaseStep(ReleaseAction.Edit), actor, async _ =>
            await db.ConsultationFiles.Where(file => file.Id == fileId && file.ConsultationId == id).ExecuteDeleteAsync(cancellation) == 1 ? null : ParticipationResult.Refused(ParticipationRefusal.NotFound), cancellation);

    /// <summary>A file that this reader may have; null where there is none.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="actor">Who reads; null for the public.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<PublicDocumentFile?> FindAsync(long fileId, Actor? actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var found = await (
            from file in db.ConsultationFiles.AsNoTracking()
            join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
            join consultation in db.Consultations.AsNoTracking() on file.ConsultationId equals consultation.Id
            join agency in db.Agencies.AsNoTracking() on consultation.AgencyId equals agency.Id
            where file.Id == fileId
            select new { File = new PublicDocumentFile(file.Id, file.BlobId, file.Name, blob.ContentType, blob.Length), agency.Path, IsPublic = db.PublicConsultations(today).Any(shown => shown.Id == consultation.Id) }).SingleOrDefaultAsync(cancellation);
        return found is not null && (found.IsPublic || (actor is not null && Gate.May(actor, Act.ViewDocuments, found.Path))) ? found.File : null;
    }
}
