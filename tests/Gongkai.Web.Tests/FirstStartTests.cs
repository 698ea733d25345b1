using System.Text;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests;

/// <summary>From nothing to the first login of a township: the way of the operator and the administrators on an empty installation.</summary>
public sealed class FirstStartTests : IDisposable
{
    private const string Given = "huanghe-2026-chushi";
    private const string Chosen = "changjiang-2026-ziji";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"gongkai-first-{Guid.CreateVersion7():N}");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_empty_installation_is_set_up_in_the_browser_up_to_the_first_clerk()
    {
        using var program = await ServerProgram.StartAsync(folder, Cancellation, withDemonstration: false);
        using var operatorAtWork = new Visitor(program.Address);
        await operatorAtWork.OpenAsync("/setup");
        await operatorAtWork.SubmitAsync("main form", Wizard("wrong-code"));
        operatorAtWork.Text.ShouldContain("初始化代码不对");
        operatorAtWork.Page.QuerySelector("[name='Input.AgencyName']")!.GetAttribute("value").ShouldBe("松溪县人民政府");
        await operatorAtWork.SubmitAsync("main form", Wizard(program.SetupCode));
        operatorAtWork.At.ShouldStartWith("/account/login");
        (await operatorAtWork.OpenAsync("/setup")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        using var system = await FirstLoginAsync(program, "shen");
        await ImportAsync(system, "名称,类型,上级机关\n松溪县梅岭镇人民政府,乡镇,松溪县人民政府\n松溪县教育局,部门,松溪县人民政府\n");
        system.Text.ShouldContain("新增 2 个");

        using var security = await FirstLoginAsync(program, "qian");
        var link = await InviteAsync(security, "李晓", "lixiao", "松溪县梅岭镇人民政府");
        using var clerk = new Visitor(program.Address);
        await clerk.OpenAsync(link);
        await clerk.SubmitAsync("main form", new() { ["Input.Chosen"] = Chosen, ["Input.Again"] = Chosen });
        (await clerk.OpenAsync(link)).Text.ShouldContain("不能用了");

        using var loggedIn = await program.LogInAsync("lixiao", Chosen);
        loggedIn.At.ShouldBe("/work");
        loggedIn.Page.DocumentElement.TextContent.ShouldContain("梅岭镇");
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, string?> Wizard(string code) => new()
    {
        ["Input.Code"] = code,
        ["Input.AgencyName"] = "松溪县人民政府",
        ["Input.Level"] = "County",
        ["Input.People[0].DisplayName"] = "沈系统",
        ["Input.People[0].UserName"] = "shen",
        ["Input.People[0].Password"] = Given,
        ["Input.People[1].DisplayName"] = "钱安全",
        ["Input.People[1].UserName"] = "qian",
        ["Input.People[1].Password"] = Given,
    };

    /// <summary>Who was given a password has to change it before anything else opens.</summary>
    private static async Task<Visitor> FirstLoginAsync(ServerProgram program, string userName)
    {
        var visitor = await program.LogInAsync(userName, Given);
        await visitor.OpenAsync("/work");
        visitor.At.ShouldStartWith("/account/password");
        await visitor.SubmitAsync("main form", new() { ["Input.Current"] = Given, ["Input.Chosen"] = Chosen, ["Input.Again"] = Chosen });
        await visitor.OpenAsync("/work");
        visitor.At.ShouldBe("/work");
        return visitor;
    }

    private static async Task ImportAsync(Visitor system, string list)
    {
        await system.OpenAsync("/work/organizations/import");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(system.Page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(list)), "Upload", "机关.csv" },
        };
        using var response = await system.Client.PostAsync(new Uri("/work/organizations/import", UriKind.Relative), form, Cancellation);
        await system.OpenAsync(response.Headers.Location.ShouldNotBeNull().ToString());
        await system.SubmitAsync("main form[method=post]");
    }

    /// <returns>The path of the link that the clerk is given.</returns>
    private static async Task<string> InviteAsync(Visitor security, string name, string userName, string agency)
    {
        await security.OpenAsync("/work/accounts/invite");
        var choice = security.Page.QuerySelectorAll("[name='Input.AgencyId'] option").Single(option => option.TextContent.Trim() == agency);
        await security.SubmitAsync("main form", new()
        {
            ["Input.DisplayName"] = name,
            ["Input.UserName"] = userName,
            ["Input.AgencyId"] = choice.GetAttribute("value"),
            ["Input.Role"] = "Clerk",
        });
        return new Uri(security.Page.QuerySelector(".notice-done code")!.TextContent.Trim()).AbsolutePath;
    }
}
