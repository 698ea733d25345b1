using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Operations;

public sealed class OperationsTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const int MostTries = 2_000;

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_operator_sees_how_the_installation_stands()
    {
        using var visitor = await web.LogInAsync("system");

        await visitor.OpenAsync("/work/operations");

        visitor.Text.ShouldContain("与程序一致");
        visitor.Text.ShouldContain("从未备份");
        visitor.Text.ShouldContain("PostgreSQL");
    }

    [Fact]
    public async Task A_new_name_of_the_site_stands_on_the_portal_at_once()
    {
        using var visitor = await web.LogInAsync("system");
        using var reader = web.Visit();
        await reader.OpenAsync("/");
        await visitor.OpenAsync("/work/operations/settings");

        await visitor.SubmitAsync("#Input_SiteName", new() { ["Input.SiteName"] = "青禾县政府信息公开网", ["Input.ReminderDays"] = "5，2，0" });

        visitor.Text.ShouldContain("设置已保存");
        visitor.Page.QuerySelector("#Input_ReminderDays")!.GetAttribute("value").ShouldBe("5,2,0");
        for (var tries = 0; !reader.Page.Body!.TextContent.Contains("青禾县政府信息公开网", StringComparison.Ordinal); tries++)
        {
            tries.ShouldBeLessThan(MostTries);
            await reader.OpenAsync("/");
        }
    }

    [Fact]
    public async Task A_wrong_setting_is_said_beside_its_field_and_nothing_is_lost()
    {
        using var visitor = await web.LogInAsync("system");
        await visitor.OpenAsync("/work/operations/settings");

        await visitor.SubmitAsync("#Input_SiteName", new() { ["Input.SiteIdCode"] = "123", ["Input.ReminderDays"] = "七天", ["Input.Organizer"] = "青禾县人民政府办公室" });

        visitor.Text.ShouldContain("网站标识码是十位");
        visitor.Text.ShouldContain("提醒的天数是 0 到 60");
        visitor.Page.QuerySelector("#Input_Organizer")!.GetAttribute("value").ShouldBe("青禾县人民政府办公室");
    }

    [Fact]
    public async Task A_failed_job_is_put_back_and_a_waiting_one_is_taken_out()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var id = (await scope.ServiceProvider.GetRequiredService<JobQueue>().EnqueueAsync(new NewJob<string>("mail.send", "x"), cancellation))!.Value;
        await db.Database.ExecuteSqlAsync($"UPDATE jobs SET state = 'Failed', last_error = '邮件服务器没有回答。' WHERE id = {id}", cancellation);
        using var visitor = await web.LogInAsync("system");
        await visitor.OpenAsync("/work/operations/jobs?state=Failed");
        visitor.Text.ShouldContain("邮件服务器没有回答。");

        await visitor.SubmitAsync("form[action*='Retry']");

        visitor.Text.ShouldContain("任务已重新排队");
        (await StateAsync(db, id)).ShouldBe(JobState.Waiting);
        await visitor.OpenAsync("/work/operations/jobs?state=Waiting");
        await visitor.SubmitAsync("form[action*='Cancel']");
        (await StateAsync(db, id)).ShouldBe(JobState.Cancelled);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_how_to_set_one_up()
    {
        using var visitor = await web.LogInAsync("system");

        await visitor.OpenAsync("/work/operations/mail");

        visitor.Text.ShouldContain("还没有设置邮件服务器");
        visitor.Text.ShouldContain("没有积压的邮件");
    }

    [Fact]
    public async Task The_search_of_the_portal_finds_agencies_and_reports()
    {
        using var visitor = web.Visit();

        await visitor.OpenAsync("/search?q=%E6%95%99%E8%82%B2%E5%B1%80+2024");

        visitor.Text.ShouldContain("教育局 2024 年度报告");
        visitor.Page.QuerySelectorAll("mark").Length.ShouldBeGreaterThan(0);
        await visitor.OpenAsync("/search?q=%E6%B2%A1%E6%9C%89%E7%9A%84%E8%AF%8D");
        visitor.Text.ShouldContain("没有找到");
    }

    [Fact]
    public async Task The_search_at_work_finds_what_one_may_open()
    {
        using var clerk = await web.LogInAsync("chen");
        using var security = await web.LogInAsync("security");

        await clerk.OpenAsync("/work/search?q=2024");
        await security.OpenAsync("/work/search?q=%E9%99%88%E5%B0%8F%E7%A6%BE");

        clerk.Page.QuerySelectorAll("main a[href^='/work/filings/']").Length.ShouldBe(1);
        security.Page.QuerySelectorAll("main a[href^='/work/accounts/']").ShouldHaveSingleItem().TextContent.ShouldBe("陈小禾");
    }

    [Fact]
    public async Task The_interface_is_explained_with_every_way_into_it()
    {
        using var visitor = web.Visit();

        await visitor.OpenAsync("/api");

        visitor.Text.ShouldContain("/api/v1/filings");
        visitor.Page.QuerySelectorAll("[data-api-try]").Length.ShouldBeGreaterThan(8);
        visitor.Page.QuerySelectorAll("script:not([src])").Length.ShouldBe(0);
    }

    private async Task<JobState> StateAsync(GongkaiDb db, Guid id) => await db.Jobs.AsNoTracking().Where(job => job.Id == id).Select(job => job.State).SingleAsync(cancellation);
}
