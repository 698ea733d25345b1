using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Storage;

/// <summary>Numbers that run through a year of an agency, without gaps and none twice: who takes one holds its row until the transaction ends.</summary>
internal static class RunningNumbers
{
    public const string Requests = "request";
    public const string Papers = "paper";
    public const string Disputes = "dispute";
    public const string Complaints = "complaint";
    public const string Documents = "document";
    public const string Letters = "letter";
    public const string NormativeDocuments = "normative";

    /// <summary>The next number, in the transaction that is open.</summary>
    public static async Task<int> NextNumberAsync(this GongkaiDb db, int agencyId, string series, int year, CancellationToken cancellation)
    {
        var last = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO request_numbers (agency_id, series, year, last) VALUES ({agencyId}, {series}, {year}, 1)
            ON CONFLICT (agency_id, series, year) DO UPDATE SET last = request_numbers.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellation);
        return last[0];
    }

    /// <summary>The number and the key of a request that is made in the transaction that is open: with its key known, all that belongs to it is written at once.</summary>
    public static async Task<RequestPlace> NextRequestAsync(this GongkaiDb db, int agencyId, int year, CancellationToken cancellation)
    {
        var taken = await db.Database.SqlQuery<RequestPlace>(
            $"""
            INSERT INTO request_numbers (agency_id, series, year, last) VALUES ({agencyId}, {Requests}, {year}, 1)
            ON CONFLICT (agency_id, series, year) DO UPDATE SET last = request_numbers.last + 1
            RETURNING last AS "Number", nextval(pg_get_serial_sequence('requests', 'id')) AS "Id"
            """).ToListAsync(cancellation);
        return taken[0];
    }
}

/// <summary>Where a request that is made will stand.</summary>
internal sealed record RequestPlace(int Number, long Id);
