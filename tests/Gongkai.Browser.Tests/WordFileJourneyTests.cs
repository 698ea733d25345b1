using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Gongkai.Reports.Writing;
using Gongkai.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gongkai.Browser.Tests;

/// <summary>The clerk who has only last week's Word file: dropped in, mended, reviewed, signed, submitted, and before the public.</summary>
public sealed class WordFileJourneyTests(DemonstrationWeb web) : IClassFixture<DemonstrationWeb>
{
    private const string Town = "云溪镇";
    private const string Wrong = "requests.received.total";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_file_to_the_public()
    {
        await using var clerk = await Browser.OpenAsync(web, 1280);
        await clerk.LogInAsync("chen");
        var address = await UploadAsync(clerk, "云溪镇-2025.docx", await WordFileAsync());
        (await CellOf(clerk, Wrong).InputValueAsync()).ShouldBe("1");

        await clerk.Page.Locator(".finding-mend button").First.ClickAsync();
        await Assertions.Expect(CellOf(clerk, Wrong)).ToHaveValueAsync("0", new() { Timeout = 30_000 });
        await ExplainAllAsync(clerk);
        await StepAsync(clerk, "送审", "内部审核中");

        foreach (var reviewer in new[] { "zhao", "wu", "sun" })
        {
            await AsAsync(reviewer, address, async window => await ApproveAsync(window));
        }

        await AsAsync("he", address, window => StepAsync(window, "签发", "已签发"));
        await AsAsync("chen", address, window => StepAsync(window, "报送", "已报送"));
        await AsAsync("lin", address, window => StepAsync(window, "接收", "已接收"));
        await AsAsync("chen", address, window => StepAsync(window, "发布", "已公开"));

        var page = await clerk.Page.GotoAsync($"/reports/2025/{await TownIdAsync()}");
        page!.Status.ShouldBe(200);
        await clerk.ShouldBeSoundAsync();
    }

    [Fact]
    public async Task What_is_no_report_is_refused_and_the_year_can_still_be_begun()
    {
        await using var clerk = await Browser.OpenAsync(web, 360);
        await clerk.LogInAsync("pan");
        await UploadAsync(clerk, "照片.docx", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 74, 70, 73, 70]);

        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("没有读入");
        await clerk.ShouldBeSoundAsync();
    }

    /// <summary>A report in which nothing happened but what last year left over; one total is wrong.</summary>
    private async Task<byte[]> WordFileAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        var columns = Enum.GetValues<ApplicantColumn>();
        var years = await scope.ServiceProvider.GetRequiredService<PublicReportQueries>()
            .SeriesAsync(await TownIdAsync(), [.. columns.Select(column => NationalForm.Request(RequestRow.CarriedOut, column))], Cancellation);
        var over = years.Single(year => year.Year == 2024).Values;
        var cells = NationalForm.Of(Edition.National2021).ToDictionary(address => address, _ => Cell.Number(0));
        foreach (var (column, index) in columns.Select((column, index) => (column, index)))
        {
            foreach (var row in new[] { RequestRow.CarriedIn, RequestRow.Granted, RequestRow.Concluded })
            {
                cells[NationalForm.Request(row, column)] = Cell.Number(over[index]!.Value);
            }
        }

        cells[NationalForm.Request(RequestRow.Received, ApplicantColumn.Total)] = Cell.Number(1);
        string[] texts =
        [
            "2025年，本镇按照公开目录逐项公开，答复群众的申请，管理好公开的信息，维护好公开栏和网站栏目，接受群众监督。",
            "", "", "2025年没有行政复议和行政诉讼。", "2025年存在的问题是公开栏更换不够及时，已改为每旬更换一次。", "2025年没有收取信息处理费。",
        ];
        var report = new AnnualReport
        {
            Agency = "青禾县云溪镇人民政府",
            Year = 2025,
            Title = "青禾县云溪镇人民政府2025年政府信息公开工作年度报告",
            Preamble = "本报告所列数据的统计期限自2025年1月1日起，至2025年12月31日止。",
            Signatory = "青禾县云溪镇人民政府",
            SignedOn = new DateOnly(2026, 1, 19),
            Figures = FigureSet.Empty.With(cells),
            Sections = [.. NationalForm.SectionHeadings.Select((heading, index) => new Section(index + 1, heading, texts[index]))],
        };
        using var output = new MemoryStream();
        ReportWriter.Write(report, WriteFormat.Docx, output);
        return output.ToArray();
    }

    private static async Task<string> UploadAsync(Window window, string name, byte[] content)
    {
        await window.Page.GotoAsync("/work/filings/new?year=2025");
        await window.Page.GetByLabel("从写好的报告开始").CheckAsync();
        await window.Page.GetByLabel("文件", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await window.Page.Locator("[data-counts]").WaitForAsync();
        return new Uri(window.Page.Url).AbsolutePath;
    }

    /// <summary>A word for each warning, until none is left that asks for one.</summary>
    private static async Task ExplainAllAsync(Window window)
    {
        var asked = window.Page.Locator("[data-findings] details:has(textarea)");
        for (var left = await asked.CountAsync(); left > 0; left--)
        {
            await asked.First.Locator("summary").ClickAsync();
            await asked.First.Locator("textarea").FillAsync("情况属实，已经核对。");
            await asked.First.GetByRole(AriaRole.Button, new() { Name = "保存说明" }).ClickAsync();
            await Assertions.Expect(asked).ToHaveCountAsync(left - 1);
        }
    }

    private async Task AsAsync(string userName, string address, Func<Window, Task> work)
    {
        await using var window = await Browser.OpenAsync(web, 1280);
        await window.LogInAsync(userName);
        await window.Page.GotoAsync(address);
        await work(window);
        window.Complaints.ShouldBeEmpty();
    }

    private static async Task ApproveAsync(Window window)
    {
        await window.Page.Locator("details.step summary", new() { HasText = "审核通过" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "审核通过", Exact = true }).ClickAsync();
        await Assertions.Expect(window.Page.Locator(".editor-side")).ToContainTextAsync("审核通过（");
    }

    private static async Task StepAsync(Window window, string step, string state)
    {
        await window.Page.Locator(".editor-steps").GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        await window.Page.Locator("#confirm button[value=yes]").ClickAsync();
        await Assertions.Expect(window.Page.Locator(".editor-side")).ToContainTextAsync(state);
    }

    private static ILocator CellOf(Window window, string field) => window.Page.Locator($"[data-field='{field}']");

    private async Task<int> TownIdAsync()
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GongkaiDb>().Agencies.Where(agency => agency.ShortName == Town).Select(agency => agency.Id).SingleAsync(Cancellation);
    }
}
