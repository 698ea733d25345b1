using System.Text.Json;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>
/// 封账: keeps the figures of a year as they are, so that what is entered later and moves them is seen as the correction that it is. Done by
/// the agency's head, or by itself when the year's report is published.
/// </summary>
public sealed class CloseLedger(GongkaiDb db, LedgerFigures ledger, AuditTrail audit, TimeProvider time)
{
    public async Task<Refusal?> RunAsync(int agencyId, int year, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.SignRequests, path))
        {
            return Refusal.NotAllowed;
        }

        if (year >= time.Today().Year)
        {
            return Refusal.YearStillRuns;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.LedgerClosures.AnyAsync(closure => closure.AgencyId == agencyId && closure.Year == year, cancellation))
        {
            return Refusal.AlreadyClosed;
        }

        if (!await CloseAsync(agencyId, year, actor, cancellation))
        {
            return Refusal.NoLedger;
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Closes in the transaction that is open; false where the agency has no ledger for the year.</summary>
    internal async Task<bool> CloseAsync(int agencyId, int year, Actor actor, CancellationToken cancellation)
    {
        if (await ledger.AdoptedAsync(agencyId, year, cancellation) is not { } figures)
        {
            return false;
        }

        var json = JsonSerializer.Serialize(figures.ToDictionary(figure => figure.Key.ToString(), figure => figure.Value));
        var carriedOut = await ledger.CarriedOutAsync(agencyId, year, cancellation);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO ledger_closures (agency_id, year, closed_at, closed_by_name, figures, carried_out)
            VALUES ({agencyId}, {year}, {time.GetUtcNow()}, {actor.Name}, {json}::jsonb, {carriedOut}) ON CONFLICT DO NOTHING
            """,
            cancellation);
        if (added > 0)
        {
            await audit.RecordAsync(actor, agencyId, "ledger.closed", $"ledger/{year}", null, new { Year = year, CarriedOut = carriedOut.Length }, cancellation);
        }

        return true;
    }

    public enum Refusal
    {
        NotAllowed,
        YearStillRuns,
        AlreadyClosed,
        NoLedger,
    }
}
