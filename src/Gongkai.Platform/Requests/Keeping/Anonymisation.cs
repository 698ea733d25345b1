using System.Security.Cryptography;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Public;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Keeping;

/// <summary>
/// Takes out of a case, for good, who asked and all words and files that may tell it. The days, kinds and outcomes stay, so that each figure that was
/// counted from it is counted as before.
/// </summary>
public sealed class Anonymisation(GongkaiDb db, ApplicantSeal seal)
{
    public const string Label = "已匿名";

    private const string Gone = "（内容可能涉及个人，已删去）";

    /// <summary>Deletes the bytes of every file and paper of the case, in the transaction that is open; what they were called goes too.</summary>
    internal async Task DestroyFilesAsync(long requestId, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"DELETE FROM request_marks WHERE request_id = {requestId}", cancellation);
        await db.Database.ExecuteSqlAsync($"DELETE FROM request_screenings WHERE file_id IN (SELECT id FROM request_files WHERE request_id = {requestId})", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM blob_chunks WHERE blob_id IN (SELECT blob_id FROM request_files WHERE request_id = {requestId} UNION SELECT blob_id FROM request_papers WHERE request_id = {requestId})
            """,
            cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE blobs SET name = '已销毁', length = 0, sha256 = '' WHERE id IN (SELECT blob_id FROM request_files WHERE request_id = {requestId} UNION SELECT blob_id FROM request_papers WHERE request_id = {requestId})
            """,
            cancellation);
    }

    /// <summary>The same, and the applicant, in the transaction that is open. The entity is written by the caller's save.</summary>
    internal async Task AnonymiseAsync(Request request, CancellationToken cancellation)
    {
        var id = request.Id;
        var kept = await db.RequestApplicants.AsNoTracking().Where(applicant => applicant.RequestId == id).Select(applicant => applicant.Sealed).SingleOrDefaultAsync(cancellation);
        var wanted = kept is null ? null : PublicWanted.Of(request.Wanted, request.Outcome ?? Outcome.OtherwiseEnded, seal.Open(kept));
        await DestroyFilesAsync(id, cancellation);
        await db.Database.ExecuteSqlAsync($"DELETE FROM request_applicants WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"DELETE FROM mails WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_events SET note = NULL, retracted_because = CASE WHEN retracted_at IS NULL THEN NULL ELSE {Label} END WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_steps SET note = NULL WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_items SET wanted = {wanted ?? Gone}, reason = NULL, supplied = NULL WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_parties SET name = {Label}, opinion = NULL WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_searches SET words = {Label}, found = {Label} WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_papers SET proof = NULL WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_units SET opinion = NULL WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_fees SET receipt_number = NULL WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE request_passings SET reason = {Label} WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE complaints SET sealed = NULL, complainant_label = {Label}, content = {Gone} WHERE request_id = {id}", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE complaint_events SET note = NULL WHERE complaint_id IN (SELECT complaints.id FROM complaints WHERE complaints.request_id = {id})", cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE disputes SET complainant_label = {Label} WHERE request_id = {id}", cancellation);
        var nobody = RandomNumberGenerator.GetBytes(32);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE requests SET applicant_label = {Label}, applicant_key = {nobody}, query_hash = {nobody}, wanted = {wanted ?? Gone}, document_number = NULL, features = NULL WHERE id = {id}
            """,
            cancellation);
    }
}
