using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Storage;

/// <summary>Goes through as many rows as there are, of which only some are in memory at a time.</summary>
internal static class Portions
{
    private const int Portion = 500;

    /// <param name="after">The rows whose keys come after this one, in the order of their keys.</param>
    /// <param name="keyOf">The key of a row.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async IAsyncEnumerable<TRow> ReadAsync<TRow>(Func<long, IQueryable<TRow>> after, Func<TRow, long> keyOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (long last = 0; ;)
        {
            var rows = await after(last).Take(Portion).ToListAsync(cancellation);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Portion)
            {
                yield break;
            }

            last = keyOf(rows[^1]);
        }
    }
}
