using Gongkai.Platform.Demonstration;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;

using var interrupted = new CancellationTokenSource();
ConsoleCancelEventHandler interrupt = (_, key) =>
{
    key.Cancel = true;
    interrupted.Cancel();
};
Console.CancelKeyPress += interrupt;
try
{
    var start = StartOptions.Parse(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = start.HostArguments, ContentRootPath = AppContext.BaseDirectory });
    await using var database = await DatabaseChoice.OpenAsync(builder.Configuration, Environment.CurrentDirectory, interrupted.Token);
    builder.AddGongkaiWeb(database.ConnectionString);
    builder.Services.AddJobRunner().AddSearchIndexer();
    await using var app = builder.Build();
    await PrepareAsync(app, start, interrupted.Token);
    app.UseGongkaiWeb();
    await FreePort.StartAsync(app, start, interrupted.Token);
    await Welcome.SayAsync(app, interrupted.Token);
    await app.AnnounceSetupAsync(Console.Out);
    Console.CancelKeyPress -= interrupt;
    await app.WaitForShutdownAsync();
    return 0;
}
catch (DatabaseUnavailableException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
catch (StartRefusedException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}
catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("已中断。");
    return 130;
}

static async Task PrepareAsync(WebApplication app, StartOptions start, CancellationToken cancellation)
{
    await using var scope = app.Services.CreateAsyncScope();
    await Schema.MigrateAsync(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), cancellation);
    if (start.WithDemonstration && await scope.ServiceProvider.GetRequiredService<DemonstrationCounty>().MakeAsync(cancellation))
    {
        Console.WriteLine("已建立演示县：青禾县。");
    }
}
