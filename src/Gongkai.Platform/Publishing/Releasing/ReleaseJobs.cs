using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Jobs;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>What follows by itself: a publication at its time, the end of one that is shown for a while, and the other ways out.</summary>
public sealed class ReleaseJobs(JobQueue jobs, DeliveryPlan deliveries)
{
    /// <summary>Has it published at its time.</summary>
    internal Task PublishAtAsync(Document document, CancellationToken cancellation) => SweepAtAsync(document, document.PublishAt!.Value, cancellation);

    /// <summary>After it was published: it goes to the channels, and off every page when its time is over.</summary>
    internal async Task PublishedAsync(Document document, Actor actor, CancellationToken cancellation)
    {
        await deliveries.PublishedAsync(document, actor, cancellation);
        if (document.Content.ShownUntil is { } last)
        {
            await SweepAtAsync(document, new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime(), cancellation);
        }
    }

    private Task SweepAtAsync(Document document, DateTimeOffset at, CancellationToken cancellation) =>
        jobs.EnqueueAsync(new NewJob<ReleaseSweep.Input>(ReleaseSweep.Kind, new(document.Id)) { RunAfter = at, AgencyId = document.AgencyId }, cancellation);
}
