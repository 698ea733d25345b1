using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

internal static class LedgerStarts
{
    /// <summary>From this year on, or from the earlier one that was said before, the agency keeps all of these parts here.</summary>
    public static async Task AddAsync(GongkaiDb db, int agencyId, int year, IEnumerable<LedgerPart> parts, CancellationToken cancellation)
    {
        foreach (var part in parts.Select(part => part.ToString()))
        {
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO ledger_starts (agency_id, part, year) VALUES ({agencyId}, {part}, {year}) ON CONFLICT (agency_id, part) DO UPDATE SET year = least(ledger_starts.year, excluded.year)",
                cancellation);
        }
    }

    /// <summary>The same, and no others.</summary>
    public static async Task SetAsync(GongkaiDb db, int agencyId, int year, IReadOnlyCollection<LedgerPart> parts, CancellationToken cancellation)
    {
        await db.LedgerStarts.Where(start => start.AgencyId == agencyId && !parts.Contains(start.Part)).ExecuteDeleteAsync(cancellation);
        await AddAsync(db, agencyId, year, parts, cancellation);
    }
}
