using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;

namespace Gongkai.Platform.Search.Indexing;

/// <summary>Has the words of all published documents read anew, by a job; searching goes on meanwhile.</summary>
public sealed class RebuildSearch(OperatorChange change, JobQueue jobs)
{
    public Task<OperatorRefusal?> RunAsync(Actor actor, CancellationToken cancellation) => change.MakeAsync(
        actor,
        "search.rebuilt",
        "search/documents",
        async () => await jobs.EnqueueAsync(new NewJob<RebuildSearchJob.Input>(RebuildSearchJob.Kind, new()) { CreatedBy = actor.AccountId }, cancellation) is not null,
        cancellation);
}

/// <summary>Does it.</summary>
public sealed class RebuildSearchJob(SearchIndex index) : IJobHandler
{
    public const string Kind = "search.rebuild";

    public Task RunAsync(RunningJob job, CancellationToken cancellation) => index.RebuildAsync((done, total) => job.ReportAsync(done, total, cancellation), cancellation);

    public sealed record Input;
}
