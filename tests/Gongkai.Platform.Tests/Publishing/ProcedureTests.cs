using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Public;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>规范性文件: no review without public comment, legality and deliberation; one number for each; the filing after.</summary>
public sealed class ProcedureTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DocumentContent Measures(string title) => Newsroom.Content(title) with { Kind = DocumentKind.NormativeDocument, Number = "云政规〔2026〕1号", EffectiveOn = new DateOnly(2026, 2, 1) };

    [Fact]
    public async Task A_normative_document_does_not_go_to_review_before_its_procedure_is_complete()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.BeginAsync(Measures("停车管理办法"));
        var sent = await room.SendAsync(id);
        sent.Refusal.ShouldBe(DocumentRefusal.Incomplete);
        sent.Missing.Select(fault => fault.Message).ShouldContain(DocumentWords.Sentence(ProcedureFault.LegalityMissing));
        (await room.ProcedureAsync(id, Newsroom.Procedure with { ConcernsMarket = true })).Refusal.ShouldBeNull();
        (await room.SendAsync(id)).Missing.ShouldHaveSingleItem().Message.ShouldBe(DocumentWords.Sentence(ProcedureFault.CompetitionMissing));
        (await room.ProcedureAsync(id, Newsroom.Procedure)).Refusal.ShouldBeNull();
        (await room.SendAsync(id)).Refusal.ShouldBeNull();
        (await room.ProcedureAsync(id, Newsroom.Procedure with { OpinionsReceived = 7 })).Refusal.ShouldBe(DocumentRefusal.WrongState);
    }

    [Fact]
    public async Task What_was_made_years_ago_or_by_others_is_taken_without_it()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var old = await room.BeginAsync(Measures("旧办法") with { MadeOn = new DateOnly(2024, 1, 5) });
        (await room.SendAsync(old)).Refusal.ShouldBeNull();
        var others = await room.BeginAsync(Measures("上级的办法") with { Source = "省人民政府网站" });
        (await room.SendAsync(others)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Each_has_its_register_number_from_the_first_publication_on_and_keeps_it()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var first = await room.PublishedAsync(Measures("甲办法"));
        var second = await room.PublishedAsync(Measures("乙办法") with { Number = "云政规〔2026〕2号" });
        var numbers = new[] { await NumberAsync(room, first), await NumberAsync(room, second) };
        numbers.ShouldAllBe(number => number!.Contains("-GF-2026-000"));
        numbers.Distinct().Count().ShouldBe(2);
        (await NumberAsync(room, await room.PublishedAsync(Newsroom.Content("一则公告")))).ShouldBeNull();
    }

    [Fact]
    public async Task The_filing_is_due_working_days_after_publication_and_stands_in_the_story()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var id = await room.PublishedAsync(Measures("备案办法"));
        (await room.SheetAsync(id)).Procedure!.FilingDueOn.ShouldNotBeNull();
        (await FileAsync(room, id, new DateOnly(2025, 12, 1))).Refusal.ShouldBe(DocumentRefusal.DateOutOfRange);
        (await FileAsync(room, id, new DateOnly(2026, 1, 12))).Refusal.ShouldBeNull();
        var sheet = await room.SheetAsync(id);
        sheet.Procedure!.Facts.FiledWith.ShouldBe("市政府、县人大常委会");
        sheet.Steps.ShouldContain(step => step.Step == DocumentStepKind.Filed);
    }

    [Fact]
    public async Task A_joint_document_says_what_the_other_agencies_think_of_its_disclosure()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var joint = await room.BeginAsync(Newsroom.Content("联合公告") with { JointAgencies = "县农业农村局" });
        (await room.SendAsync(joint)).Missing.ShouldHaveSingleItem().Field.ShouldBe(nameof(DocumentContent.OthersOpinion));
        (await room.SendAsync(await room.BeginAsync(Newsroom.Content("联合公告") with { JointAgencies = "县农业农村局", OthersOpinion = "县农业农村局同意主动公开" }))).Refusal.ShouldBeNull();
    }

    private static Task<DocumentResult> FileAsync(Newsroom room, long id, DateOnly on) =>
        room.Office.UseAsync<KeepProcedure, DocumentResult>(use => use.FileAsync(id, on, "市政府、县人大常委会", room.Office.Clerk, Cancellation));

    private static async Task<string?> NumberAsync(Newsroom room, long id) =>
        (await room.Office.UseAsync<PublicDocumentQueries, PublicDocument?>(queries => queries.FindAsync(id, Cancellation)))!.Publication.RegisterNumber;
}
