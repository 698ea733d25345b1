using DocumentFormat.OpenXml.Packaging;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Reports.Writing;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

public sealed class PaperTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const string First = "应当自收到本告知书之日起60日内先向";
    private const string Either = "也可以自收到本告知书之日起六个月内向";

    private static readonly DateOnly Today = new(2026, 1, 12);

    public static TheoryData<Outcome> Outcomes => [.. Enum.GetValues<Outcome>().Except([Outcome.ClarificationOverdue, Outcome.FeeOverdue])];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Outcomes))]
    public async Task 每种决定的文书都写对救济途径(Outcome outcome)
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office);
        await DecideAsync(office, id, outcome);

        var text = await TextAsync(office, id);

        var rule = OutcomeRule.Of(outcome);
        text.ShouldStartWith(PaperWords.Of(rule.Paper));
        text.Contains(First, StringComparison.Ordinal).ShouldBe(rule.Remedy is RemedyClass.ReconsiderationFirst or RemedyClass.Divided);
        text.Contains(Either, StringComparison.Ordinal).ShouldBe(rule.Remedy is RemedyClass.Either or RemedyClass.Divided);
        text.ShouldContain(office.County.Name);
        text.ShouldContain("公开告〔2026〕1号");
        text.ShouldNotContain("{{");
        if (rule.Article is { } article)
        {
            text.ShouldContain(article);
        }
    }

    [Fact]
    public async Task 程序性文书不写救济途径()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office);
        Done(await office.UseAsync<Clarify, RequestResult>(use => use.AskAsync(new(id, "请写明年度\n请写明河道名称", 10, Today, null, false), office.Clerk, Cancellation)));
        Done(await office.UseAsync<MakePaper, RequestResult>(use => use.RunAsync(id, Paper.ClarificationNotice, office.Clerk, Cancellation)));

        var text = await TextAsync(office, id);

        text.ShouldContain("请写明年度\n请写明河道名称\n");
        text.ShouldContain("10个工作日内补正");
        text.ShouldNotContain("行政复议");
        text.ShouldNotContain("{{");
    }

    [Fact]
    public async Task A_paper_without_its_facts_is_not_made()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office);

        (await office.UseAsync<MakePaper, RequestResult>(use => use.RunAsync(id, Paper.ExtensionNotice, office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.WrongState);
        (await office.UseAsync<MakePaper, RequestResult>(use => use.RunAsync(id, Paper.Granting, office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.WrongState);
        (await office.UseAsync<MakePaper, RequestResult>(use => use.RunAsync(id, Paper.Receipt, office.Officer, Cancellation))).Refusal.ShouldBe(RequestRefusal.NotAllowed);
    }

    [Fact]
    public async Task What_an_applicant_writes_is_never_taken_for_a_field()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office, "请提供{{救济途径}}和{{申请内容}}");
        Done(await office.UseAsync<MakePaper, RequestResult>(use => use.RunAsync(id, Paper.Receipt, office.Clerk, Cancellation)));

        (await TextAsync(office, id)).ShouldContain("请提供{{救济途径}}和{{申请内容}}");
    }

    [Fact]
    public async Task An_administrators_template_is_taken_only_if_it_keeps_what_the_law_wants()
    {
        await using var office = await Office.OpenAsync(database);
        var system = await office.HireAsync("系统管理员", (office.County, Role.SystemAdministrator));
        var good = Template("告知书（本县样式）", "{{文号}}", "{{申请人}}：{{处理决定}}", "{{救济途径}}");

        (await ChangeAsync(office, Template("告知书", "{{文号}}", "{{处理决定}}"), system)).ShouldHaveSingleItem().ShouldContain("救济途径");
        (await ChangeAsync(office, Template("告知书", "{{文号}}", "{{救济途径}}", "{{局长}}"), system)).ShouldHaveSingleItem().ShouldContain("局长");
        (await ChangeAsync(office, [1, 2, 3], system)).ShouldHaveSingleItem().ShouldContain("docx");
        (await ChangeAsync(office, good, office.Clerk)).ShouldHaveSingleItem();
        (await ChangeAsync(office, good, system)).ShouldBeEmpty();

        var id = await RegisterAsync(office);
        await DecideAsync(office, id, Outcome.StateSecret);
        var text = await TextAsync(office, id);
        text.ShouldStartWith("告知书（本县样式）");
        text.ShouldContain(First);
        (await office.UseAsync<ChangeTemplate, bool>(use => use.ResetAsync(Paper.Withholding, system, Cancellation))).ShouldBeTrue();
    }

    [Fact]
    public async Task A_paper_prints_as_pages()
    {
        Assert.SkipUnless(OfficialDocument.CanPrint, "LibreOffice is not installed.");
        await using var office = await Office.OpenAsync(database);
        var id = await RegisterAsync(office);
        await DecideAsync(office, id, Outcome.PartlyGranted);

        var pdf = OfficialDocument.Print(await ContentAsync(office, id)).Pdf!;

        pdf.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    private static Task<IReadOnlyList<string>> ChangeAsync(Office office, byte[] content, Actor actor) =>
        office.UseAsync<ChangeTemplate, IReadOnlyList<string>>(use => use.RunAsync(Paper.Withholding, content, "样式.docx", actor, Cancellation));

    private static byte[] Template(string title, params string[] lines)
    {
        using var file = new MemoryStream();
        new OfficialDocument(title, [.. lines.Select(line => (OfficialBlock)new OfficialBlock.Line(OfficialStyle.Body, line))]).Write(file);
        return file.ToArray();
    }

    private static async Task DecideAsync(Office office, long id, Outcome outcome)
    {
        Done(await office.UseAsync<RecordSearch, RequestResult>(use => use.RunAsync(new(id, Today, "档案系统", "采砂", "无"), office.Clerk, Cancellation)));
        Done(await office.UseAsync<DraftDecision, RequestResult>(use => use.RunAsync(new(id, [new("名单", outcome, "有关事实清楚", "附后")]), office.OtherClerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.SendAsync(id, office.OtherClerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.ApproveAsync(id, Review.Legality, null, office.Reviewer, Cancellation)));
        Done(await office.UseAsync<SignDecision, RequestResult>(use => use.RunAsync(id, office.Head, Cancellation)));
    }

    private static async Task<long> RegisterAsync(Office office, string wanted = "河道采砂许可名单")
    {
        var form = new RequestForm
        {
            Key = Guid.CreateVersion7(), AgencyId = office.Bureau.Id, Wanted = wanted,
            Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = "110101199003074477", Telephone = "13800001111" },
        };
        return (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(new(form, IntakeChannel.Counter, Today, null), office.Clerk, Cancellation))).Registered!.RequestId;
    }

    private static async Task<byte[]> ContentAsync(Office office, long id)
    {
        var blobId = await office.UseAsync<GongkaiDb, Guid>(db => db.RequestPapers.Where(paper => paper.RequestId == id).OrderByDescending(paper => paper.Id).Select(paper => paper.BlobId).FirstAsync(Cancellation));
        using var file = new MemoryStream();
        await office.UseAsync<Blobs, int>(async blobs =>
        {
            await blobs.CopyToAsync(blobId, file, Cancellation);
            return 0;
        });
        return file.ToArray();
    }

    private static async Task<string> TextAsync(Office office, long id)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(await ContentAsync(office, id)), isEditable: false);
        return string.Concat(word.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(paragraph => paragraph.InnerText + "\n"));
    }

    private static void Done(RequestResult result) => result.Refusal.ShouldBeNull();
}
