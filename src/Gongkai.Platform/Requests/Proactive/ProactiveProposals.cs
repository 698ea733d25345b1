using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Proactive;

/// <summary>What an agency decided about publishing by itself what several people asked for (第四十四条第一款).</summary>
public sealed class ProactiveDecision
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    /// <summary>Which information: the same for requests that differ in spaces and punctuation only.</summary>
    public required string SubjectKey { get; init; }

    public required string Subject { get; set; }

    public bool IsAccepted { get; set; }

    public required string Reason { get; set; }

    /// <summary>Where it is published; null while that is not known.</summary>
    public string? Place { get; set; }

    public DateTimeOffset DecidedAt { get; set; }

    public required string DecidedByName { get; set; }
}

/// <summary>
/// Information that was given to more than one applicant of one agency: each is a proposal to publish it for all (第四十四条第一款). The same information is
/// the same document number, or else the same words.
/// </summary>
public sealed class ProactiveProposals(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>The most lines of an export.</summary>
    public const int MostExported = 20_000;

    /// <summary>多个申请人.</summary>
    private const int FewestApplicants = 2;
    private const int PageSize = 50;
    private const int Longest = 1000;

    /// <summary>A page of the proposals, those asked for last first.</summary>
    public async Task<Page<ProactiveRow>> ListAsync(bool? isDecided, Actor actor, string? after, CancellationToken cancellation)
    {
        var before = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : long.MaxValue;
        var found = await RowsAsync(isDecided, actor, before, PageSize + 1, cancellation);
        return new Page<ProactiveRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].LatestId.ToString(CultureInfo.InvariantCulture) : null);
    }

    public Task<List<ProactiveRow>> ExportAsync(bool? isDecided, Actor actor, CancellationToken cancellation) => RowsAsync(isDecided, actor, long.MaxValue, MostExported, cancellation);

    /// <summary>Accepts or declines; a later decision takes the place of the earlier, which stays in the audit trail.</summary>
    /// <param name="command">What is decided.</param>
    /// <param name="actor">Who decides: the head of the agency.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Refusal?> DecideAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.Where(agency => agency.Id == command.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.SignRequests, path))
        {
            return Refusal.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(command.Reason) || command.Reason.Length > Longest || command.Place?.Length > Longest)
        {
            return Refusal.ReasonMissing;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({command.SubjectKey}, {command.AgencyId}))", cancellation);
        if ((await RowsAsync(null, actor, long.MaxValue, MostExported, cancellation)).Find(row => row.AgencyId == command.AgencyId && row.SubjectKey == command.SubjectKey) is not { } row)
        {
            return Refusal.NotFound;
        }

        var decision = await db.ProactiveDecisions.SingleOrDefaultAsync(made => made.AgencyId == command.AgencyId && made.SubjectKey == command.SubjectKey, cancellation);
        var before = decision is null ? null : new { decision.IsAccepted, decision.Reason, decision.Place };
        if (decision is null)
        {
            decision = new ProactiveDecision { AgencyId = command.AgencyId, SubjectKey = command.SubjectKey, Subject = row.Wanted, Reason = "", DecidedByName = actor.Name };
            db.ProactiveDecisions.Add(decision);
        }

        (decision.IsAccepted, decision.Reason, decision.Place) = (command.IsAccepted, command.Reason.Trim(), string.IsNullOrWhiteSpace(command.Place) ? null : command.Place.Trim());
        (decision.DecidedAt, decision.DecidedByName) = (time.GetUtcNow(), actor.Name);
        await audit.RecordAsync(
            actor, command.AgencyId, "request.proactiveDecided", $"request/{row.LatestId}", before, new { decision.IsAccepted, Reason = PersonalData.Mask(decision.Reason), decision.Place, row.Applicants }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }

    public static string Sentence(Refusal refusal) => refusal switch
    {
        Refusal.NotAllowed => "是否主动公开由本机关负责人决定。",
        Refusal.ReasonMissing => "请写明理由，不超过1000字。",
        Refusal.NotFound => "没有找到这项建议，可能已经变化，请刷新页面看看。",
    };

    private async Task<List<ProactiveRow>> RowsAsync(bool? isDecided, Actor actor, long before, int most, CancellationToken cancellation)
    {
        var agencies = await db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewRequests)).Select(agency => agency.Id).ToArrayAsync(cancellation);
        return await db.Database.SqlQuery<ProactiveRow>(
            $"""
            SELECT asked.agency_id AS "AgencyId", coalesce(a.short_name, a.name) AS "AgencyName", asked.subject_key AS "SubjectKey", r.wanted AS "Wanted", r.document_number AS "DocumentNumber",
                   asked.applicants AS "Applicants", asked.cases AS "Cases", asked.latest AS "LatestId", r.number AS "LatestNumber", r.concluded_on AS "ConcludedOn",
                   d.is_accepted AS "IsAccepted", d.reason AS "Reason", d.place AS "Place", d.decided_by_name AS "DecidedByName"
            FROM (SELECT agency_id, subject_key, count(DISTINCT applicant_key)::int AS applicants, count(*)::int AS cases, max(id) AS latest FROM requests
                  WHERE stage = 'Concluded' AND kind = 'Disclosure' AND outcome IN ('Granted', 'PartlyGranted') AND anonymised_on IS NULL AND agency_id = ANY({agencies})
                  GROUP BY agency_id, subject_key HAVING count(DISTINCT applicant_key) >= {FewestApplicants} AND max(id) < {before}) asked
            JOIN requests r ON r.id = asked.latest
            JOIN agencies a ON a.id = asked.agency_id
            LEFT JOIN proactive_decisions d ON d.agency_id = asked.agency_id AND d.subject_key = asked.subject_key
            WHERE {isDecided}::boolean IS NULL OR (d.id IS NOT NULL) = {isDecided}::boolean
            ORDER BY asked.latest DESC LIMIT {most}
            """).ToListAsync(cancellation);
    }

    /// <param name="AgencyId">The agency.</param>
    /// <param name="SubjectKey">Which information.</param>
    /// <param name="IsAccepted">Whether it is to be published.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Place">Where, if known.</param>
    public sealed record Command(int AgencyId, string SubjectKey, bool IsAccepted, string Reason, string? Place);

    public enum Refusal
    {
        NotAllowed,
        ReasonMissing,
        NotFound,
    }
}

/// <summary>Information that several people were given, and what was decided about it.</summary>
public sealed record ProactiveRow
{
    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string SubjectKey { get; init; }

    public required string Wanted { get; init; }

    public required string? DocumentNumber { get; init; }

    public required int Applicants { get; init; }

    public required int Cases { get; init; }

    public required long LatestId { get; init; }

    public required string LatestNumber { get; init; }

    public required DateOnly? ConcludedOn { get; init; }

    public required bool? IsAccepted { get; init; }

    public required string? Reason { get; init; }

    public required string? Place { get; init; }

    public required string? DecidedByName { get; init; }
}
