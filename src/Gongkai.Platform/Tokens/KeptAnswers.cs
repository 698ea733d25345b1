using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tokens;

/// <summary>What a request with a key was answered, so that sending it again does nothing again.</summary>
public sealed class KeptAnswers(GongkaiDb db, TimeProvider time)
{
    public const int LongestKey = 200;

    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(2);

    /// <summary>Takes on a request, or finds what it was answered before.</summary>
    /// <returns>Null where the caller is to do the work now, and then to keep its answer.</returns>
    public async Task<KeptAnswer?> BeginAsync(Guid tokenId, string key, string requestHash, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var lapsed = now - LongestWork;
        var isOurs = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO kept_answers (token_id, key, request_hash, begun_at) VALUES ({tokenId}, {key}, {requestHash}, {now})
            ON CONFLICT (token_id, key) DO UPDATE SET begun_at = excluded.begun_at
            WHERE kept_answers.status IS NULL AND kept_answers.begun_at < {lapsed} AND kept_answers.request_hash = excluded.request_hash
            """,
            cancellation) == 1;
        if (isOurs)
        {
            return null;
        }

        return await db.Database.SqlQuery<KeptAnswer>(
            $"""
            SELECT request_hash <> {requestHash} AS "IsOfAnother", status AS "Status", answer AS "Text" FROM kept_answers WHERE token_id = {tokenId} AND key = {key}
            """).SingleOrDefaultAsync(cancellation) ?? new KeptAnswer(false, null, null);
    }

    public Task KeepAsync(Guid tokenId, string key, int status, string answer, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"UPDATE kept_answers SET status = {status}, answer = {answer} WHERE token_id = {tokenId} AND key = {key}", cancellation);
}

/// <summary>What is known of a key: another request used it, or this one is still under way (no status), or this is what it was answered.</summary>
public sealed record KeptAnswer(bool IsOfAnother, int? Status, string? Text);
