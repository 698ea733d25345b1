namespace Gongkai.Platform.Jobs;

/// <summary>Work to be done once across all nodes: taken by a lease that a dead node lets lapse, tried again up to a bound.</summary>
public sealed class Job
{
    public Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>What the job is about, as JSON.</summary>
    public required string Input { get; init; }

    public JobState State { get; set; }

    public int Attempts { get; set; }

    public int MaxAttempts { get; init; } = 5;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset RunAfter { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public string? LeasedBy { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    public int Done { get; set; }

    public int Total { get; set; }

    public string? LastError { get; set; }

    /// <summary>Whose job it is; null for the program's own.</summary>
    public int? AgencyId { get; init; }

    public Guid? CreatedBy { get; init; }

    /// <summary>Where set, no second job with the same key is ever taken on.</summary>
    public string? UniqueKey { get; init; }
}

/// <summary>Where a job stands.</summary>
public enum JobState
{
    Waiting,
    Running,
    Succeeded,
    Failed,
    Cancelled,
}
