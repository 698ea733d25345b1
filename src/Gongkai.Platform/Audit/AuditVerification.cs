using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Audit;

/// <summary>Reads the whole trail again and finds what was removed or changed.</summary>
public sealed class AuditVerification(GongkaiDb db)
{
    /// <summary>Goes through every chain in its order, in one pass and with bounded memory.</summary>
    public Task<Result> RunAsync(CancellationToken cancellation) => RunAsync(null, cancellation);

    /// <summary>Goes through one chain.</summary>
    /// <param name="chain">An agency's id, 0 for the installation; null for every chain.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Result> RunAsync(int? chain, CancellationToken cancellation)
    {
        var heads = await db.Database.SqlQuery<Head>(
            $"""
            SELECT chain AS "Chain", number AS "Number", hash AS "Hash" FROM audit_chains WHERE {chain}::integer IS NULL OR chain = {chain}
            """).ToDictionaryAsync(head => head.Chain, cancellation);
        var faults = new List<Fault>();
        var reached = new Dictionary<int, Head>();
        long count = 0;
        var entries = db.AuditEntries.AsNoTracking().Where(entry => chain == null || entry.Chain == chain).OrderBy(entry => entry.Chain).ThenBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellation))
        {
            count++;
            var before = reached.GetValueOrDefault(entry.Chain, new Head(entry.Chain, 0, AuditTrail.FirstHash));
            if (entry.Number != before.Number + 1)
            {
                faults.Add(new Fault(entry.Chain, before.Number + 1, FaultKind.Removed));
            }
            else if (entry.PreviousHash != before.Hash || entry.Hash != AuditTrail.HashOf(entry))
            {
                faults.Add(new Fault(entry.Chain, entry.Number, FaultKind.Changed));
            }

            reached[entry.Chain] = new Head(entry.Chain, entry.Number, entry.Hash);
        }

        foreach (var head in heads.Values.OrderBy(head => head.Chain))
        {
            var last = reached.GetValueOrDefault(head.Chain, new Head(head.Chain, 0, AuditTrail.FirstHash));
            if (last.Number < head.Number)
            {
                faults.Add(new Fault(head.Chain, last.Number + 1, FaultKind.Removed));
            }
            else if (last.Hash != head.Hash && !faults.Exists(fault => fault.Chain == head.Chain && fault.Number == last.Number))
            {
                faults.Add(new Fault(head.Chain, last.Number, FaultKind.Changed));
            }
        }

        faults.AddRange(reached.Keys.Where(chain => !heads.ContainsKey(chain)).Select(chain => new Fault(chain, reached[chain].Number, FaultKind.Changed)));
        return new Result(count, faults);
    }

    /// <summary>How many entries were read, and what is wrong with them.</summary>
    public sealed record Result(long Entries, IReadOnlyList<Fault> Faults);

    /// <summary>The chain (an agency's id, 0 for the installation) and the number in it at which something is wrong.</summary>
    public sealed record Fault(int Chain, long Number, FaultKind Kind);

    public enum FaultKind
    {
        Removed,
        Changed,
    }

    private sealed record Head(int Chain, long Number, string Hash);
}
