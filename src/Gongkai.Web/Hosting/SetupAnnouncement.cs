using Gongkai.Platform.Accounts.Administration;

namespace Gongkai.Web.Hosting;

/// <summary>Says on the console how an empty installation is begun.</summary>
public static class SetupAnnouncement
{
    public static async Task AnnounceSetupAsync(this WebApplication app, TextWriter console)
    {
        using var scope = app.Services.CreateScope();
        if (await scope.ServiceProvider.GetRequiredService<SetupCode>().EnsureAsync(CancellationToken.None) is { } code)
        {
            await console.WriteLineAsync($"还没有账号。请打开 {app.Urls.First()}/setup 建立首批管理员，初始化代码：{code}");
        }
    }
}
