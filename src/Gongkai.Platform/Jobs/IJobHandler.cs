namespace Gongkai.Platform.Jobs;

/// <summary>Does the jobs of one kind. A job may be begun more than once (a node dies, a try fails), so its work must stand being repeated.</summary>
public interface IJobHandler
{
    Task RunAsync(RunningJob job, CancellationToken cancellation);
}
