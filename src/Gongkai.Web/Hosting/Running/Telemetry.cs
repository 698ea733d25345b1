using Gongkai.Platform;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gongkai.Web.Hosting.Running;

/// <summary>Sends the measures to a collector where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; the other variables of OpenTelemetry hold too.</summary>
internal sealed class Telemetry : IHostedService, IDisposable
{
    private MeterProvider? meters;
    private TracerProvider? traces;

    public static void AddWhereWanted(WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            builder.Services.AddHostedService<Telemetry>();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService(Measures.Name))
            .AddMeter(Measures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService(Measures.Name))
            .AddSource(Measures.Name)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        meters?.Dispose();
        traces?.Dispose();
    }
}
