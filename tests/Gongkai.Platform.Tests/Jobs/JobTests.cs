using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Jobs;

public sealed class JobTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>, IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    private readonly SetTime time = new(new DateTimeOffset(2026, 1, 20, 0, 0, 0, TimeSpan.Zero));
    private readonly CountingHandler.Script script = new();
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = database.Open();
        await db.Jobs.ExecuteDeleteAsync(cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_job_is_done_and_says_how_far_it_is()
    {
        await using var node = Node("first");
        var id = await EnqueueAsync(node);
        JobRow? seen = null;
        script.Act = async (job, inner) =>
        {
            await job.ReportAsync(3, 10, inner);
            seen = await FindAsync(id);
            job.Input<string>().ShouldBe("输入");
        };

        (await RunAsync(node)).ShouldBeTrue();

        seen.ShouldNotBeNull();
        (seen.State, seen.Done, seen.Total, seen.Node).ShouldBe((JobState.Running, 3, 10, "first"));
        (await FindAsync(id)).State.ShouldBe(JobState.Succeeded);
        (await RunAsync(node)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_taken_on()
    {
        await using var node = Node("first");
        await using (var scope = node.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(new NewJob<string>(CountingHandler.Kind, "输入"), cancellation);
            await transaction.RollbackAsync(cancellation);
        }

        (await RunAsync(node)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_job_with_a_key_is_taken_on_once()
    {
        await using var node = Node("first");
        var job = new NewJob<string>(CountingHandler.Kind, "输入") { UniqueKey = "once" };
        await using var scope = node.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();

        (await queue.EnqueueAsync(job, cancellation)).ShouldNotBeNull();
        (await queue.EnqueueAsync(job, cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Many_runners_do_each_of_many_jobs_once()
    {
        await using var first = Node("first");
        await using var second = Node("second");
        for (var index = 0; index < 40; index++)
        {
            await EnqueueAsync(first);
        }

        await Task.WhenAll(new[] { first, first, second, second }.Select(async node =>
        {
            while (await RunAsync(node))
            {
            }
        }));

        script.Begun.ShouldBe(40);
    }

    [Fact]
    public async Task A_turn_of_a_recurring_job_is_taken_on_by_one_of_two_nodes()
    {
        await using var first = Node("first");
        await using var second = Node("second");

        await TurnsAsync(first);
        await TurnsAsync(second);
        (await KeysAsync()).ShouldBe(["test.count@2026-01-20T08"], "eight in the morning in Beijing, once");

        time.Move(TimeSpan.FromHours(1));
        await Task.WhenAll(TurnsAsync(first), TurnsAsync(second));
        (await KeysAsync()).ShouldBe(["test.count@2026-01-20T08", "test.count@2026-01-20T09"]);
    }

    [Fact]
    public async Task A_job_whose_node_was_killed_is_taken_over_when_its_lease_lapses()
    {
        await using var dead = Node("dead");
        await using var alive = Node("alive");
        var id = await EnqueueAsync(dead);
        var lease = (await LeaseAsync(dead, "dead")).ShouldNotBeNull();

        (await RunAsync(alive)).ShouldBeFalse("the lease has not lapsed");
        time.Move(Lease + TimeSpan.FromSeconds(1));
        (await RunAsync(alive)).ShouldBeTrue();

        var done = await FindAsync(id);
        (done.State, done.Attempts).ShouldBe((JobState.Succeeded, 2));
        await using var scope = dead.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<JobLeases>().RenewAsync(lease, Lease, cancellation)).ShouldBeFalse("who was thought dead changes nothing any more");
    }

    [Fact]
    public async Task A_job_that_kills_every_node_is_given_up()
    {
        await using var node = Node("first");
        var id = await EnqueueAsync(node, maxAttempts: 2);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await LeaseAsync(node, $"victim {attempt}")).ShouldNotBeNull();
            time.Move(Lease + TimeSpan.FromSeconds(1));
        }

        (await RunAsync(node)).ShouldBeFalse();
        (await FindAsync(id)).State.ShouldBe(JobState.Failed);
    }

    [Fact]
    public async Task A_long_job_keeps_its_lease()
    {
        await using var node = Node("first");
        await using var other = Node("other");
        var id = await EnqueueAsync(node);
        script.Act = async (_, inner) =>
        {
            for (var minute = 0; minute < 5; minute++)
            {
                var before = await LeasedUntilAsync(id);
                time.Move(Lease / 3);
                while (await LeasedUntilAsync(id) == before)
                {
                    await Task.Yield();
                }

                (await RunAsync(other)).ShouldBeFalse();
                inner.IsCancellationRequested.ShouldBeFalse();
            }
        };

        await RunAsync(node);

        var done = await FindAsync(id);
        (done.State, done.LastError).ShouldBe((JobState.Succeeded, null));
    }

    [Fact]
    public async Task A_failed_job_waits_longer_each_time_and_then_is_given_up()
    {
        await using var node = Node("first");
        var id = await EnqueueAsync(node, maxAttempts: 3);
        script.Act = (_, _) => throw new InvalidOperationException("坏了");
        var pauses = new List<TimeSpan>();

        while (await RunAsync(node))
        {
            var row = await FindAsync(id);
            row.LastError.ShouldBe("坏了");
            if (row.State == JobState.Waiting)
            {
                pauses.Add(row.RunAfter - time.GetUtcNow());
                time.Move(pauses[^1]);
            }
        }

        pauses.ShouldBe([TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30)]);
        (await FindAsync(id)).State.ShouldBe(JobState.Failed);
    }

    [Fact]
    public async Task A_node_that_stops_puts_its_job_back_and_the_try_does_not_count()
    {
        await using var node = Node("first");
        var id = await EnqueueAsync(node);
        using var stopping = new CancellationTokenSource();
        script.Act = async (_, inner) =>
        {
            await stopping.CancelAsync();
            inner.ThrowIfCancellationRequested();
        };

        await RunAsync(node, stopping.Token);

        var row = await FindAsync(id);
        (row.State, row.Attempts, row.Node).ShouldBe((JobState.Waiting, 0, null));
    }

    [Fact]
    public async Task A_running_job_that_is_cancelled_stops_when_it_next_reports_and_can_be_retried()
    {
        await using var node = Node("first");
        var id = await EnqueueAsync(node);
        script.Act = async (job, inner) =>
        {
            (await ActAsync<CancelJob, OperatorRefusal?>(node, cancel => cancel.RunAsync(new CancelJob.Command(id), Operator, inner))).ShouldBeNull();
            await job.ReportAsync(1, 2, inner);
        };

        await RunAsync(node);
        (await FindAsync(id)).State.ShouldBe(JobState.Cancelled);

        script.Act = (_, _) => Task.CompletedTask;
        (await ActAsync<RetryJob, OperatorRefusal?>(node, retry => retry.RunAsync(new RetryJob.Command(id), Clerk, cancellation))).ShouldBe(OperatorRefusal.NotAllowed);
        (await ActAsync<RetryJob, OperatorRefusal?>(node, retry => retry.RunAsync(new RetryJob.Command(id), Operator, cancellation))).ShouldBeNull();
        await RunAsync(node);
        (await FindAsync(id)).State.ShouldBe(JobState.Succeeded);
        (await ActAsync<RetryJob, OperatorRefusal?>(node, retry => retry.RunAsync(new RetryJob.Command(id), Operator, cancellation))).ShouldBe(OperatorRefusal.TooLate);
    }

    [Fact]
    public async Task The_list_goes_on_where_the_page_before_ended()
    {
        await using var node = Node("first");
        for (var index = 0; index < 60; index++)
        {
            await EnqueueAsync(node);
        }

        var first = await ActAsync<JobQueries, Page<JobRow>>(node, queries => queries.ListAsync(JobState.Waiting, null, cancellation));
        var second = await ActAsync<JobQueries, Page<JobRow>>(node, queries => queries.ListAsync(JobState.Waiting, first.Next, cancellation));

        first.Items.Concat(second.Items).Select(row => row.Id).Distinct().Count().ShouldBe(60);
        second.Next.ShouldBeNull();
        (await ActAsync<JobQueries, Page<JobRow>>(node, queries => queries.ListAsync(JobState.Failed, null, cancellation))).Items.ShouldBeEmpty();
    }

    private static Actor Operator { get; } = new(Guid.Empty, "管理员", 1, [new HeldPost(Role.SystemAdministrator, 1, "/1/", "云岭县")], null);

    private static Actor Clerk { get; } = new(Guid.Empty, "信息员", 1, [new HeldPost(Role.Clerk, 1, "/1/", "云岭县")], null);

    private ServiceProvider Node(string name) => database.Services(time, services =>
    {
        foreach (var kind in services.Where(service => service.ServiceType == typeof(JobKind)).ToList())
        {
            services.Remove(kind);
        }

        services.AddSingleton(script).AddJob<CountingHandler>(CountingHandler.Kind, Recurrence.Hourly);
        services.AddSingleton(new JobRunnerOptions { Node = name, Lease = Lease }).AddSingleton<JobExecution>();
    });

    private async Task<Guid> EnqueueAsync(ServiceProvider node, int maxAttempts = 5) =>
        (await ActAsync<JobQueue, Guid?>(node, queue => queue.EnqueueAsync(new NewJob<string>(CountingHandler.Kind, "输入") { MaxAttempts = maxAttempts }, cancellation))).ShouldNotBeNull();

    private Task<bool> RunAsync(ServiceProvider node, CancellationToken? stopping = null) => node.GetRequiredService<JobExecution>().RunNextAsync(stopping ?? cancellation);

    private Task TurnsAsync(ServiceProvider node) => node.GetRequiredService<JobExecution>().EnqueueTurnsAsync(cancellation);

    private Task<JobLease?> LeaseAsync(ServiceProvider node, string name) =>
        ActAsync<JobLeases, JobLease?>(node, leases => leases.TakeAsync(name, Lease, [CountingHandler.Kind], cancellation));

    private async Task<JobRow> FindAsync(Guid id)
    {
        await using var db = database.Open();
        return (await new JobQueries(db).FindAsync(id, cancellation)).ShouldNotBeNull();
    }

    private async Task<DateTimeOffset?> LeasedUntilAsync(Guid id)
    {
        await using var db = database.Open();
        return await db.Jobs.Where(job => job.Id == id).Select(job => job.LeasedUntil).SingleAsync(cancellation);
    }

    private async Task<List<string?>> KeysAsync()
    {
        await using var db = database.Open();
        return await db.Jobs.Select(job => job.UniqueKey).Order().ToListAsync(cancellation);
    }

    private static async Task<TResult> ActAsync<TService, TResult>(ServiceProvider node, Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = node.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
