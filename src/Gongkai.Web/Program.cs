using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddGongkaiWeb(builder.Configuration["GONGKAI:DATABASE"] ?? throw new InvalidOperationException("No database."));
var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    await Schema.MigrateAsync(scope.ServiceProvider.GetRequiredService<GongkaiDb>(), CancellationToken.None);
}

app.UseGongkaiWeb();
await app.AnnounceSetupAsync(Console.Out);
await app.RunAsync();
