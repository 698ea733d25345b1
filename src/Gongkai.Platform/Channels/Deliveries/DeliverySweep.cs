using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Channels.Deliveries;

/// <summary>Finds deliveries that wait while no job works at them any more, as after a crash, and gives each a new one.</summary>
public sealed class DeliverySweep(GongkaiDb db, DeliveryPlan plan) : IJobHandler
{
    public const string Kind = "deliveries.sweep";

    private const int Most = 500;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var found = await SweepAsync(cancellation);
        await job.ReportAsync(found, found, cancellation);
    }

    /// <summary>Does it.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation)
    {
        var lost = await db.Deliveries.AsNoTracking()
            .Where(delivery => delivery.State == DeliveryState.Waiting && !db.Jobs.Any(job => job.Id == delivery.JobId && (job.State == JobState.Waiting || job.State == JobState.Running)))
            .OrderBy(delivery => delivery.Id).Select(delivery => new { delivery.Id, delivery.BundleId }).Take(Most).ToListAsync(cancellation);
        foreach (var delivery in lost.DistinctBy(delivery => delivery.BundleId ?? delivery.Id))
        {
            await plan.EnqueueAsync(delivery.Id, null, cancellation);
        }

        return lost.Count;
    }
}
