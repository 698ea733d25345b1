using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Ledgers;

/// <summary>Takes many acts at once, of a file or of an agency's own system: each counts once, however often it is sent.</summary>
public sealed class LedgerIntake(GongkaiDb db, LedgerDesk desk, AuditTrail audit, TimeProvider time)
{
    public const int MostRows = 20_000;

    /// <summary>Takes what an agency's own system sends, all or nothing.</summary>
    /// <returns>The plan that was done, or what is wrong with it; null where this system may not keep the ledger of the agency.</returns>
    public async Task<LedgerPlan?> SendAsync(int agencyId, IReadOnlyList<(int Row, ActFacts Facts)> sent, string sourceName, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await desk.LockAsync(agencyId, actor, cancellation))
        {
            return null;
        }

        var today = time.Today();
        var facts = sent.Select(row => (row.Row, Facts: row.Facts.Trimmed())).ToList();
        var faults = facts.SelectMany(row => row.Facts.Faults(today).Select(fault => (row.Row, fault.Message))).ToList();
        var plan = await PlanAsync(agencyId, new ActRows(facts, faults, []), cancellation);
        if (plan.Faults.Count == 0)
        {
            await WriteAsync(agencyId, plan, ActSource.Api, sourceName, actor, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return plan;
    }

    /// <summary>What taking them in would do as the ledger is now.</summary>
    internal async Task<LedgerPlan> PlanAsync(int agencyId, ActRows rows, CancellationToken cancellation)
    {
        var keys = rows.Found.Select(row => row.Facts.Key).Distinct().ToArray();
        var kept = (await db.AdministrativeActs.AsNoTracking().Where(act => act.AgencyId == agencyId && act.RetractedAt == null && (keys.Contains(act.Key) || act.FromOn != null)).ToListAsync(cancellation))
            .ToDictionary(act => (act.Kind, act.Key), ActFacts.Of);
        var periods = kept.Values.Where(facts => facts.FromOn is not null).ToLookup(facts => (facts.Kind, facts.Item));
        var added = new Dictionary<(ActKind, string), (int Row, ActFacts Facts)>();
        var known = new List<PlannedAct>();
        var faults = rows.Faults.ToList();
        foreach (var (row, facts) in rows.Found)
        {
            var key = (facts.Kind, facts.Key);
            if (kept.TryGetValue(key, out var before))
            {
                known.Add(new PlannedAct(row, facts, before.Differences(facts)));
            }
            else if (added.TryGetValue(key, out var first))
            {
                if (first.Facts.Differences(facts) is { Length: > 0 } differences)
                {
                    faults.Add((row, $"和第 {first.Row} 行是同一个文号，内容却不一样（{differences}）；请核对。"));
                }
                else
                {
                    known.Add(new PlannedAct(row, facts, ""));
                }
            }
            else if (periods[(facts.Kind, facts.Item)].Concat(added.Values.Select(other => other.Facts).Where(other => other.Kind == facts.Kind && other.Item == facts.Item)).Any(other => Overlap(facts, other)))
            {
                faults.Add((row, $"“{facts.Item}”在{LedgerWords.Days(facts.FromOn, facts.DecidedOn)}里已经登记过一段，会重复统计；请核对期间。"));
            }
            else
            {
                added.Add(key, (row, facts));
            }
        }

        return new LedgerPlan
        {
            AgencyId = agencyId, Added = [.. added.Values.Select(one => new PlannedAct(one.Row, one.Facts, ""))], Known = known, Faults = [.. faults.OrderBy(fault => fault.Row)], UnknownHeadings = rows.UnknownHeadings,
        };
    }

    /// <summary>Writes what is new, in the transaction that is open and holds the ledger.</summary>
    internal async Task WriteAsync(int agencyId, LedgerPlan plan, ActSource source, string sourceName, Actor actor, CancellationToken cancellation)
    {
        if (plan.Added.Count == 0)
        {
            return;
        }

        var acts = plan.Added.Select(planned => desk.New(agencyId, planned.Facts, source, sourceName, null, actor)).ToList();
        db.AdministrativeActs.AddRange(acts);
        await db.SaveChangesAsync(cancellation);
        db.ActSteps.AddRange(acts.Select(act => desk.Step(act.Id, ActStepKind.Entered, sourceName, actor)));
        await audit.RecordAsync(
            actor, agencyId, source == ActSource.Api ? "ledger.sent" : "ledger.imported", $"ledger/{agencyId}", null,
            new { FileName = sourceName, Rows = acts.Count, FirstId = acts[0].Id, LastId = acts[^1].Id }, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    private static bool Overlap(ActFacts one, ActFacts other) => one is { FromOn: { } from, DecidedOn: { } to } && other is { FromOn: { } otherFrom, DecidedOn: { } otherTo } && from <= otherTo && otherFrom <= to;
}

/// <summary>What taking acts in would do.</summary>
public sealed record LedgerPlan : ListPlan
{
    public int AgencyId { get; init; }

    public IReadOnlyList<PlannedAct> Added { get; init; } = [];

    /// <summary>Those that are there already, with what is said of them otherwise than the ledger does.</summary>
    public IReadOnlyList<PlannedAct> Known { get; init; } = [];

    public IReadOnlyList<(int Row, string Fault)> Faults { get; init; } = [];

    public IReadOnlyList<string> UnknownHeadings { get; init; } = [];

    public override bool HasFaults => Faults.Count > 0;

    public override bool ChangesNothing => Added.Count == 0;

    public override string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{AgencyId}\n{JsonSerializer.Serialize(Added.Select(planned => planned.Facts))}")));
}

/// <summary>An act of a file, and how it differs from the ledger.</summary>
public sealed record PlannedAct(int Row, ActFacts Facts, string Differences);
