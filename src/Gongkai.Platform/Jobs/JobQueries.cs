using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Jobs;

/// <summary>The jobs as the operator sees them.</summary>
public sealed class JobQueries(GongkaiDb db)
{
    private const int PageSize = 50;
    private const int MostExported = 20_000;

    /// <summary>Jobs from the newest, those of one state or of all.</summary>
    /// <param name="state">Only these; null for all.</param>
    /// <param name="after">The key that the page before gave.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<Page<JobRow>> ListAsync(JobState? state, string? after, CancellationToken cancellation)
    {
        // The ids carry the time of their making, so their order is the order of time.
        var jobs = Guid.TryParse(after, out var last) ? Of(state).Where(job => job.Id.CompareTo(last) < 0) : Of(state);
        var rows = await Rows(jobs).Take(PageSize + 1).ToListAsync(cancellation);
        return rows.Count <= PageSize ? new Page<JobRow>(rows, null) : new Page<JobRow>(rows[..PageSize], rows[PageSize - 1].Id.ToString());
    }

    /// <summary>All of them, as far as one file can hold them.</summary>
    public async Task<IReadOnlyList<JobRow>> ExportAsync(JobState? state, CancellationToken cancellation) => await Rows(Of(state)).Take(MostExported).ToListAsync(cancellation);

    /// <summary>How many jobs are in each state.</summary>
    public async Task<IReadOnlyDictionary<JobState, int>> CountsAsync(CancellationToken cancellation) =>
        await db.Jobs.AsNoTracking().GroupBy(job => job.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellation);

    /// <summary>How far a job is, for the page of the person who began it.</summary>
    public Task<JobRow?> FindAsync(Guid id, CancellationToken cancellation) => Rows(db.Jobs.AsNoTracking().Where(job => job.Id == id)).SingleOrDefaultAsync(cancellation);

    private IQueryable<Job> Of(JobState? state) => state is { } wanted ? db.Jobs.AsNoTracking().Where(job => job.State == wanted) : db.Jobs.AsNoTracking();

    private static IQueryable<JobRow> Rows(IQueryable<Job> jobs) => jobs.OrderByDescending(job => job.Id).Select(job => new JobRow(
        job.Id, job.Kind, job.State, job.Attempts, job.MaxAttempts, job.CreatedAt, job.RunAfter, job.FinishedAt, job.Done, job.Total, job.LastError, job.LeasedBy));
}

/// <summary>A job in a list.</summary>
public sealed record JobRow(
    Guid Id,
    string Kind,
    JobState State,
    int Attempts,
    int MaxAttempts,
    DateTimeOffset CreatedAt,
    DateTimeOffset RunAfter,
    DateTimeOffset? FinishedAt,
    int Done,
    int Total,
    string? LastError,
    string? Node);
