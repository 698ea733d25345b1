using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>What becomes of the posts when an agency ends: they end with it, and go on at its successor where that was asked for.</summary>
internal static class PostTransfer
{
    /// <summary>Gives the posts of one agency to another from a day on.</summary>
    public static async Task MoveAsync(GongkaiDb db, int fromAgency, int toAgency, DateOnly on, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO posts (account_id, agency_id, role, "from", "to", deputy_for)
            SELECT account_id, {toAgency}, role, greatest("from", {on}), "to", deputy_for FROM posts old
            WHERE agency_id = {fromAgency} AND ("to" IS NULL OR "to" >= {on})
                AND NOT EXISTS (
                    SELECT FROM posts held WHERE held.agency_id = {toAgency} AND held.account_id = old.account_id AND held.role = old.role
                        AND held.deputy_for IS NOT DISTINCT FROM old.deputy_for AND (held."to" IS NULL OR held."to" >= {on}))
            """,
            cancellation);
        await EndAsync(db, fromAgency, on, cancellation);
    }

    /// <summary>Ends the posts of an agency on the day before.</summary>
    public static async Task EndAsync(GongkaiDb db, int agency, DateOnly on, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"""DELETE FROM posts WHERE agency_id = {agency} AND "from" >= {on}""", cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""UPDATE posts SET "to" = {on.AddDays(-1)} WHERE agency_id = {agency} AND ("to" IS NULL OR "to" >= {on})""",
            cancellation);
    }
}
