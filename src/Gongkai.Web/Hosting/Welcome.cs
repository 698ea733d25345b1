using Gongkai.Platform.Demonstration;
using Gongkai.Platform.Accounts;

namespace Gongkai.Web.Hosting;

/// <summary>What the console says once the program listens: where to look, and who may log in to the demonstration.</summary>
internal static class Welcome
{
    public static async Task SayAsync(WebApplication app, CancellationToken cancellation)
    {
        var address = app.Urls.First();
        Console.WriteLine();
        Console.WriteLine($"公开门户    {address}/");
        Console.WriteLine($"工作台      {address}/work");
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<DemonstrationCounty>().PasswordAsync(cancellation) is { } password)
        {
            Console.WriteLine();
            Console.WriteLine($"演示账号（密码都是 {password}）：");
            foreach (var person in DemonstrationPeople.All)
            {
                Console.WriteLine($"  {person.UserName,-10}{person.Name}  {person.Agency}  {string.Join("、", person.Roles.Select(role => role.Label()))}");
            }
        }

        Console.WriteLine();
        Console.WriteLine("按 Ctrl C 停止。");
    }
}
