using System.Globalization;
using System.Collections.Frozen;
using Gongkai.Law.Disputes;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>
/// Tables three and four out of the cases, as of 31 December (24:00, Beijing): by what happened when, never by where a case stands today, so that
/// the same year asked again gives the same figures. Table two comes from <see cref="ProactiveFigures"/>.
/// </summary>
public sealed class LedgerFigures(GongkaiDb db, ProactiveFigures proactive)
{
    private static readonly FrozenDictionary<ApplicantKind, string> Columns = new Dictionary<ApplicantKind, string>
    {
        [ApplicantKind.Natural] = "natural",
        [ApplicantKind.Commercial] = "commercial",
        [ApplicantKind.Research] = "research",
        [ApplicantKind.PublicWelfare] = "publicWelfare",
        [ApplicantKind.LegalService] = "legalService",
        [ApplicantKind.Other] = "other",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<DisputeKind, string> Blocks = new Dictionary<DisputeKind, string>
    {
        [DisputeKind.Reconsideration] = "reconsideration",
        [DisputeKind.LitigationDirect] = "litigationDirect",
        [DisputeKind.LitigationAfterReconsideration] = "litigationAfterReconsideration",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<DisputeBucket, string> Buckets = new Dictionary<DisputeBucket, string>
    {
        [DisputeBucket.Upheld] = "upheld",
        [DisputeBucket.Corrected] = "corrected",
        [DisputeBucket.OtherResult] = "otherResult",
        [DisputeBucket.Pending] = "pending",
    }.ToFrozenDictionary();

    /// <summary>The figures of an agency for a year; null where it has kept no case in the program up to the end of it, so that nothing is known.</summary>
    /// <param name="agencyId">The agency, without those below it.</param>
    /// <param name="year">The report year.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<IReadOnlyDictionary<FigureAddress, decimal>?> OfAsync(int agencyId, int year, CancellationToken cancellation) => SumAsync([agencyId], year, cancellation);

    /// <summary>
    /// The figures of the parts of which an agency says that from this year on, or from one before, all is kept here; null where there is none,
    /// since what is not here cannot be counted.
    /// </summary>
    public async Task<IReadOnlyDictionary<FigureAddress, decimal>?> AdoptedAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var parts = await AdoptedPartsAsync(agencyId, year, cancellation);
        var figures = await proactive.OfAsync(agencyId, year, parts, cancellation);
        foreach (var (address, figure) in parts.Contains(LedgerPart.Requests) && await OfAsync(agencyId, year, cancellation) is { } cases ? cases : new Dictionary<FigureAddress, decimal>())
        {
            figures[address] = figure;
        }

        return figures.Count == 0 ? null : figures;
    }

    /// <summary>The parts that an agency says it keeps here in full for a year.</summary>
    public async Task<IReadOnlyCollection<LedgerPart>> AdoptedPartsAsync(int agencyId, int year, CancellationToken cancellation) =>
        await db.LedgerStarts.AsNoTracking().Where(start => start.AgencyId == agencyId && start.Year <= year).Select(start => start.Part).ToListAsync(cancellation);

    /// <summary>The figures of an agency and all below it, added up case by case.</summary>
    /// <param name="path">The place of the agency in the tree.</param>
    /// <param name="year">The report year.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyDictionary<FigureAddress, decimal>?> BelowAsync(string path, int year, CancellationToken cancellation) =>
        await SumAsync(await db.Agencies.Where(agency => agency.Path.StartsWith(path)).Select(agency => agency.Id).ToArrayAsync(cancellation), year, cancellation);

    private async Task<IReadOnlyDictionary<FigureAddress, decimal>?> SumAsync(int[] agencies, int year, CancellationToken cancellation)
    {
        var (first, last) = Bounds(year);
        var tallies = await db.Database.SqlQuery<Tally>(
            $"""
            SELECT applicant_kind AS "ApplicantKind",
                   CASE WHEN first_concluded_on BETWEEN {first} AND {last} THEN first_outcome END AS "Outcome",
                   count(*) FILTER (WHERE received_on >= {first}) AS "Received",
                   count(*) FILTER (WHERE received_on < {first}) AS "CarriedIn",
                   count(*) AS "Cases"
            FROM requests
            WHERE agency_id = ANY({agencies}) AND kind = 'Disclosure' AND received_on <= {last} AND (first_concluded_on IS NULL OR first_concluded_on >= {first})
            GROUP BY 1, 2
            """).ToListAsync(cancellation);
        var disputes = await StandingAsync(agencies, year, cancellation);
        if (tallies.Count == 0 && disputes.Count == 0 && !await HasLedgerAsync(agencies, last, cancellation))
        {
            return null;
        }

        var figures = Zeros();
        foreach (var tally in tallies)
        {
            Add(figures, tally);
        }

        foreach (var (_, kind, bucket) in disputes)
        {
            Add(figures, $"disputes.{Blocks[kind]}.{Buckets[bucket]}", 1);
            Add(figures, $"disputes.{Blocks[kind]}.total", 1);
        }

        return figures;
    }

    /// <summary>The cases behind a figure of table three, a page of them; null where the address is none of table three.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="year">The report year.</param>
    /// <param name="address">The figure.</param>
    /// <param name="after">The last case of the page before; 0 for the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<IReadOnlyList<CaseBehind>?> RequestsBehindAsync(int agencyId, int year, FigureAddress address, long after, int take, CancellationToken cancellation)
    {
        if (address.ToString().Split('.') is not ["requests", .. var row, var column])
        {
            return null;
        }

        var (first, last) = Bounds(year);
        var cases = db.Requests.AsNoTracking().Where(request => request.AgencyId == agencyId && request.Kind == RequestKind.Disclosure && request.Id > after);
        if (column != "total")
        {
            var kind = Columns.Single(known => known.Value == column).Key;
            cases = cases.Where(request => request.ApplicantKind == kind);
        }

        cases = string.Join('.', row) switch
        {
            "received" => cases.Where(request => request.ReceivedOn >= first && request.ReceivedOn <= last),
            "carriedIn" => cases.Where(request => request.ReceivedOn < first && (request.FirstConcludedOn == null || request.FirstConcludedOn >= first)),
            "carriedOut" => cases.Where(request => request.ReceivedOn <= last && (request.FirstConcludedOn == null || request.FirstConcludedOn > last)),
            "concluded" => cases.Where(request => request.FirstConcludedOn >= first && request.FirstConcludedOn <= last),
            var name => Ended(cases, [.. OutcomeRule.All.Where(rule => rule.Row == name).Select(rule => rule.Outcome)], first, last),
        };
        return await cases.OrderBy(request => request.Id).Take(take)
            .Select(request => new CaseBehind(request.Id, request.Number, request.ApplicantLabel, request.Wanted, request.ReceivedOn, request.FirstConcludedOn, request.FirstOutcome))
            .ToListAsync(cancellation);
    }

    /// <summary>The disputes behind a figure of table four; null where the address is none of table four.</summary>
    public async Task<IReadOnlyList<DisputeBehind>?> DisputesBehindAsync(int agencyId, int year, FigureAddress address, CancellationToken cancellation)
    {
        if (address.ToString().Split('.') is not ["disputes", var block, var column])
        {
            return null;
        }

        var kind = Blocks.Single(known => known.Value == block).Key;
        var standing = await StandingAsync([agencyId], year, cancellation);
        var ids = standing.Where(one => one.Kind == kind && (column == "total" || Buckets[one.Bucket] == column)).Select(one => one.Id).ToArray();
        return await db.Disputes.AsNoTracking().Where(dispute => ids.Contains(dispute.Id)).OrderBy(dispute => dispute.Id)
            .Select(dispute => new DisputeBehind(dispute.Id, dispute.Number, dispute.Body, dispute.CaseNumber, dispute.Subject, dispute.BegunOn, dispute.ResultOn)).ToListAsync(cancellation);
    }

    /// <summary>The requests that an agency carries out of a year.</summary>
    internal Task<long[]> CarriedOutAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var (_, last) = Bounds(year);
        return db.Requests.Where(request => request.AgencyId == agencyId && request.Kind == RequestKind.Disclosure && request.ReceivedOn <= last
            && (request.FirstConcludedOn == null || request.FirstConcludedOn > last)).OrderBy(request => request.Id).Select(request => request.Id).ToArrayAsync(cancellation);
    }

    private static IQueryable<Request> Ended(IQueryable<Request> cases, Outcome?[] outcomes, DateOnly first, DateOnly last) =>
        cases.Where(request => request.FirstConcludedOn >= first && request.FirstConcludedOn <= last && outcomes.Contains(request.FirstOutcome));

    private static void Add(Dictionary<FigureAddress, decimal> figures, Tally tally)
    {
        var column = Columns[Enum.Parse<ApplicantKind>(tally.ApplicantKind)];
        string[] both = [column, "total"];
        var row = tally.Outcome is null ? "carriedOut" : OutcomeRule.Of(Enum.Parse<Outcome>(tally.Outcome)).Row;
        foreach (var each in both)
        {
            Add(figures, $"requests.received.{each}", tally.Received);
            Add(figures, $"requests.carriedIn.{each}", tally.CarriedIn);
            Add(figures, $"requests.{row}.{each}", tally.Cases);
            if (tally.Outcome is not null)
            {
                Add(figures, $"requests.concluded.{each}", tally.Cases);
            }
        }
    }

    private static void Add(Dictionary<FigureAddress, decimal> figures, string name, long count) => figures[FigureAddress.Parse(name, CultureInfo.InvariantCulture)] += count;

    private static Dictionary<FigureAddress, decimal> Zeros()
    {
        var names = OutcomeRule.All.Select(rule => rule.Row).Concat(["received", "carriedIn", "concluded", "carriedOut"]).Distinct()
            .SelectMany(row => Columns.Values.Append("total").Select(column => $"requests.{row}.{column}"))
            .Concat(Blocks.Values.SelectMany(block => Buckets.Values.Append("total").Select(bucket => $"disputes.{block}.{bucket}")));
        return names.ToDictionary(name => FigureAddress.Parse(name, CultureInfo.InvariantCulture), _ => 0m);
    }

    private async Task<List<(long Id, DisputeKind Kind, DisputeBucket Bucket)>> StandingAsync(int[] agencies, int year, CancellationToken cancellation)
    {
        var events = await (
            from dispute in db.Disputes.AsNoTracking()
            join happened in db.DisputeEvents.AsNoTracking() on dispute.Id equals happened.DisputeId
            where agencies.Contains(dispute.AgencyId) && happened.RetractedAt == null
            select new { dispute.Id, dispute.Kind, happened.Step, happened.HappenedOn, happened.Result }).ToListAsync(cancellation);
        return
        [
            .. from happened in events.GroupBy(happened => (happened.Id, happened.Kind))
               let bucket = DisputeStanding.InYear(happened.Select(one => new DisputeEvent(one.Step, one.HappenedOn, one.Result)), year)
               where bucket is not null
               select (happened.Key.Id, happened.Key.Kind, bucket.Value),
        ];
    }

    private Task<bool> HasLedgerAsync(int[] agencies, DateOnly last, CancellationToken cancellation) =>
        db.Requests.AnyAsync(request => agencies.Contains(request.AgencyId) && request.ReceivedOn <= last, cancellation);

    internal static (DateOnly First, DateOnly Last) Bounds(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private sealed record Tally(string ApplicantKind, string? Outcome, long Received, long CarriedIn, long Cases);
}

/// <summary>A request behind a figure.</summary>
public sealed record CaseBehind(long RequestId, string Number, string ApplicantLabel, string Wanted, DateOnly? ReceivedOn, DateOnly? ConcludedOn, Outcome? Outcome);

/// <summary>A dispute behind a figure.</summary>
public sealed record DisputeBehind(long DisputeId, string Number, string Body, string? CaseNumber, string Subject, DateOnly? BegunOn, DateOnly? ResultOn);
