using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gongkai.Web.Hosting.Running;

/// <summary>What a load balancer asks: whether the process lives, and whether it can serve.</summary>
public static class Health
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseHealth>("database", timeout: Longest)
        .AddCheck<SchemaHealth>("migrations", timeout: Longest)
        .AddCheck<JobHealth>("jobs")
        .AddCheck<VirusScanHealth>("virusScan", timeout: Longest);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new { Status = report.Status.ToString(), Checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()) },
        context.RequestAborted);

    private sealed class DatabaseHealth(GongkaiDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }

    private sealed class SchemaHealth(GongkaiDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() ? HealthCheckResult.Unhealthy() : HealthCheckResult.Healthy();
    }

    // Without it no upload is taken; everything else goes on.
    private sealed class VirusScanHealth(VirusScan viruses) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            !viruses.IsSetUp || await viruses.AnswersAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded();
    }

    private sealed class JobHealth(JobHeartbeat heartbeat) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(heartbeat.IsAlive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy());
    }
}
