using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gongkai.Platform.Jobs;

/// <summary>Registers the work at jobs. A host that only puts jobs into the queue leaves the runner out.</summary>
public static class JobsSetup
{
    /// <summary>Says who does the jobs of a kind, and when such a job comes round by itself.</summary>
    public static IServiceCollection AddJob<THandler>(this IServiceCollection services, string kind, Recurrence? recurrence = null)
        where THandler : class, IJobHandler =>
        services.AddScoped<THandler>().AddSingleton(new JobKind(kind, typeof(THandler), recurrence));

    /// <summary>Lets this host work at jobs.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services)
    {
        services.TryAddSingleton(new JobRunnerOptions());
        return services.AddSingleton<JobExecution>().AddHostedService<JobRunner>();
    }

    internal static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobHeartbeat>().AddScoped<JobQueue>().AddScoped<JobLeases>().AddScoped<JobQueries>().AddScoped<RetryJob>().AddScoped<CancelJob>();
    }
}
