using System.Globalization;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Storage;
using Gongkai.Reports;

namespace Gongkai.Platform.Tests.Filings;

/// <summary>Table two out of the published documents and the ledgers of acts.</summary>
public sealed class TableTwoTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly LedgerPart[] All = [LedgerPart.Documents, LedgerPart.Licences, LedgerPart.Penalties, LedgerPart.Coercion, LedgerPart.Charges];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Documents_are_counted_as_of_the_end_of_the_year_and_sum_up_from_year_to_year()
    {
        await using var office = await Office.OpenAsync(database);
        await DocumentAsync(office, "2023-05-01");
        await DocumentAsync(office, "2024-02-01", expiresOn: "2025-06-30");
        await DocumentAsync(office, "2024-03-01", expiresOn: "2025-12-31");
        await DocumentAsync(office, "2025-03-01", repealedOn: "2025-09-01");
        await DocumentAsync(office, "2025-04-01", repealedOn: "2026-01-05");
        await DocumentAsync(office, "2026-01-04");
        await DocumentAsync(office, "2025-05-01", source: "省人民政府网站");
        await DocumentAsync(office, "2025-05-01", kind: DocumentKind.PolicyDocument);

        var figures = await FiguresAsync(office, 2025);
        var before = await FiguresAsync(office, 2024);

        Of(before, "normativeDocuments").ShouldBe((2, 0, 3));
        Of(figures, "normativeDocuments").ShouldBe((2, 2, 3));
        Of(figures, "rules").ShouldBe((0, 0, 0));
        Of(await FiguresAsync(office, 2026), "normativeDocuments").ShouldBe((1, 2, 2));
    }

    [Fact]
    public async Task A_repealed_rule_leaves_those_in_force_from_its_day_and_last_years_figure_stays()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await DocumentAsync(office, "2024-02-01", kind: DocumentKind.Rule);
        (await FiguresAsync(office, 2025))[At("proactive.rules.inForce")].ShouldBe(1);

        (await office.UseAsync<ChangeValidity, DocumentResult>(change => change.RunAsync(id, new(ValidityChange.Repeal, new(2026, 1, 10), "云政令3号"), office.Clerk, Cancellation))).IsDone.ShouldBeTrue();

        (await FiguresAsync(office, 2025))[At("proactive.rules.inForce")].ShouldBe(1);
        Of(await FiguresAsync(office, 2026), "rules").ShouldBe((0, 1, 0));
    }

    [Fact]
    public async Task Acts_are_counted_in_the_year_of_their_day_and_what_was_retracted_is_not()
    {
        await using var office = await Office.OpenAsync(database);
        await ActAsync(office, ActKind.Licence, "1号", "2025-01-01");
        await ActAsync(office, ActKind.Licence, "2号", "2025-12-31");
        await ActAsync(office, ActKind.Licence, "3号", "2024-12-31");
        var wrong = await ActAsync(office, ActKind.Licence, "4号", "2025-05-05");
        var revoked = await ActAsync(office, ActKind.Penalty, "5号", "2025-05-05");
        await ActAsync(office, ActKind.Charge, "6号", "2025-05-05", 1.234m);
        await ActAsync(office, ActKind.Charge, "7号", "2025-06-05", 2m);
        await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RetractAsync(wrong, "重复", office.Clerk, Cancellation));
        await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.RevokeAsync(revoked, new(2026, 1, 5), "复议撤销", office.Clerk, Cancellation));

        var figures = await FiguresAsync(office, 2025);

        figures[At("proactive.licences")].ShouldBe(2);
        figures[At("proactive.penalties")].ShouldBe(1);
        figures[At("proactive.coercion")].ShouldBe(0);
        figures[At("proactive.charges")].ShouldBe(3.23m);
    }

    [Fact]
    public async Task Each_figure_opens_onto_exactly_its_records()
    {
        await using var office = await Office.OpenAsync(database);
        await DocumentAsync(office, "2023-05-01");
        await DocumentAsync(office, "2025-03-01", repealedOn: "2025-09-01");
        await DocumentAsync(office, "2025-03-01", kind: DocumentKind.Rule);
        await ActAsync(office, ActKind.Licence, "1号", "2025-01-01");
        await ActAsync(office, ActKind.Licence, "2号", "2024-01-01");
        await ActAsync(office, ActKind.Coercion, "3号", "2025-07-01");
        await ActAsync(office, ActKind.Charge, "4号", "2025-07-01", 2.5m);

        var figures = await FiguresAsync(office, 2025);

        figures.Count.ShouldBe(10);
        foreach (var (address, figure) in figures)
        {
            var documents = await office.UseAsync<ProactiveFigures, IReadOnlyList<DocumentBehind>?>(ledger => ledger.DocumentsBehindAsync(office.Bureau.Id, 2025, address, 0, 50, Cancellation));
            var acts = await office.UseAsync<ProactiveFigures, IReadOnlyList<ActBehind>?>(ledger => ledger.ActsBehindAsync(office.Bureau.Id, 2025, address, 0, 50, Cancellation));
            (documents is null).ShouldBe(acts is not null, address.ToString());
            var behind = documents?.Count ?? (address.Figure.IsMoney ? acts!.Sum(act => act.Amount!.Value) : acts!.Count);
            behind.ShouldBe(figure, address.ToString());
        }
    }

    [Fact]
    public async Task What_an_agency_does_not_keep_here_is_filled_in_by_hand_and_what_it_keeps_is_checked()
    {
        await using var office = await Office.OpenAsync(database);
        await ActAsync(office, ActKind.Licence, "1号", "2025-01-01");
        var filing = await office.BeginAsync();
        var offered = await office.FindAsync(filing, office.Clerk);
        offered.Ledger.ShouldBeNull();
        offered.ProactiveParts.Single(part => part.Part == LedgerPart.Licences).ShouldBe(new LedgerOffer(LedgerPart.Licences, 1, false));

        (await FillAsync(office, filing, LedgerPart.Licences, LedgerPart.Coercion)).IsDone.ShouldBeTrue();

        var sheet = await office.FindAsync(filing, office.Clerk);
        sheet.Ledger!.Keys.ShouldBe(["proactive.licences", "proactive.coercion"], ignoreOrder: true);
        Text(sheet, "proactive.licences").ShouldBe("1");
        Text(sheet, "proactive.coercion").ShouldBe("0");
        Text(sheet, "proactive.penalties").ShouldBeEmpty();

        await office.SaveAsync(filing, office.Clerk, sheet.Revision, ("proactive.licences", "5"));
        (await office.FindAsync(filing, office.Clerk)).Findings.Single(found => found.Rule == LedgerDifferences.Rule).At.ShouldBe(["proactive.licences"]);

        (await FillAsync(office, filing)).IsDone.ShouldBeTrue();
        (await office.FindAsync(filing, office.Clerk)).Ledger.ShouldBeNull();
        (await FillAsync(office, filing)).Refusal.ShouldBe(FilingRefusal.NoLedger);
    }

    [Fact]
    public async Task What_moves_table_two_after_the_year_was_closed_is_named()
    {
        await using var office = await Office.OpenAsync(database);
        await ActAsync(office, ActKind.Licence, "1号", "2025-01-01");
        var filing = await office.BeginAsync();
        (await FillAsync(office, filing, LedgerPart.Licences)).IsDone.ShouldBeTrue();
        (await office.UseAsync<CloseLedger, CloseLedger.Refusal?>(close => close.RunAsync(office.Bureau.Id, 2025, office.Head, Cancellation))).ShouldBeNull();
        office.Clock.Move(TimeSpan.FromDays(1));
        await ActAsync(office, ActKind.Licence, "2号", "2025-11-01");

        var drift = (await office.UseAsync<LedgerTrail, LedgerDrift?>(trail => trail.OfAsync(office.Bureau.Id, 2025, Cancellation)))!;

        drift.Moved.ShouldHaveSingleItem().ShouldBe(new MovedFigure(At("proactive.licences"), 1, 2));
        drift.Records.ShouldHaveSingleItem().Name.ShouldBe("2号");
    }

    [Fact]
    public void In_force_rolls_forward_from_last_years_report()
    {
        var figures = new Dictionary<string, decimal> { ["proactive.normativeDocuments.issued"] = 3, ["proactive.normativeDocuments.repealed"] = 1, ["proactive.normativeDocuments.inForce"] = 11 };

        var row = RollForward.Of(figures, address => address == "proactive.normativeDocuments.inForce" ? "10" : null).ShouldHaveSingleItem();

        row.Expected.ShouldBe(12);
        row.Agrees.ShouldBeFalse();
        RollForward.Of(figures, _ => null).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_sentences_of_section_one_say_what_table_two_says_and_each_is_added_once()
    {
        await using var office = await Office.OpenAsync(database);
        await DocumentAsync(office, "2025-03-01");
        await ActAsync(office, ActKind.Licence, "1号", "2025-01-01");
        var filing = await office.BeginAsync();
        (await FillAsync(office, filing, LedgerPart.Documents, LedgerPart.Licences)).IsDone.ShouldBeTrue();

        foreach (var _ in (int[])[1, 2])
        {
            (await office.UseAsync<DraftFromLedger, StepResult>(draft => draft.RunAsync(filing, 1, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        }

        var text = Text(await office.FindAsync(filing, office.Clerk), ReportFields.TextOf(1));
        text.Split("（一）主动公开").Length.ShouldBe(2);
        text.ShouldContain("2025年主动公开政府信息1条，按体裁分：行政规范性文件1条。");
        text.ShouldContain("制发行政规范性文件1件，废止和失效0件，年末现行有效1件。作出处理决定：行政许可1件。");
        text.ShouldContain("（三）政府信息管理。");
        text.ShouldContain("（四）政府信息公开平台建设。全年通过政府信息公开平台发布信息1条。");
        text.ShouldNotContain("（二）");
    }

    [Fact]
    public void The_sentences_name_what_was_late_returned_mended_and_looked_at_again()
    {
        var year = new ProactiveYear
        {
            Year = 2025, Figures = new Dictionary<string, decimal> { ["proactive.charges"] = 3.5m }, Published = 4, ByKind = [("通知公告", 3), ("政策解读", 1)], Interpretations = [("图解", 1)], InTime = 2, Late = 1,
            Approved = 9, Returned = 2, Mended = 3, KeptHits = 1, LookedAgain = 2, MadeProactive = 1, Corrected = 1, Withdrawn = 1, Files = 5, CatalogItems = 2,
        };

        ProactiveSentences.Proactive(year).ShouldBe("（一）主动公开。2025年主动公开政府信息4条，按体裁分：通知公告3条、政策解读1条。有公开期限的3条中，按期公开2条，逾期公开1条。发布政策解读1篇，其中图解1篇。行政事业性收费3.5万元。");
        ProactiveSentences.Management(year).ShouldBe("（三）政府信息管理。拟公开的信息先审查、后公开，全年审核通过9道次，退回修改2次。发布前机器校对，按提示改正3次，经核对予以保留1处。对不主动公开的信息重新审查2件，其中转为主动公开1件。更正已公开的信息1条，撤回1条。");
        ProactiveSentences.Platform(year).ShouldBe("（四）政府信息公开平台建设。全年通过政府信息公开平台发布信息4条、附件5个，涉及主动公开目录2项。");
    }

    private static string Text(FilingSheet sheet, string field) => sheet.Fields.Single(found => found.Field == field).Text;

    private static Task<StepResult> FillAsync(Office office, int filing, params LedgerPart[] parts) =>
        office.UseAsync<FillFromLedger, StepResult>(fill => fill.ProactiveAsync(filing, parts, office.Clerk, Cancellation));

    private static (decimal Issued, decimal Repealed, decimal InForce) Of(Dictionary<FigureAddress, decimal> figures, string row) =>
        (figures[At($"proactive.{row}.issued")], figures[At($"proactive.{row}.repealed")], figures[At($"proactive.{row}.inForce")]);

    private static Task<Dictionary<FigureAddress, decimal>> FiguresAsync(Office office, int year) =>
        office.UseAsync<ProactiveFigures, Dictionary<FigureAddress, decimal>>(ledger => ledger.OfAsync(office.Bureau.Id, year, All, Cancellation));

    private static async Task<long> ActAsync(Office office, ActKind kind, string number, string day, decimal? amount = null) =>
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.EnterAsync(
            office.Bureau.Id, new ActFacts { Kind = kind, Number = number, Item = "取水", DecidedOn = Day(day), Amount = amount }, Guid.CreateVersion7(), office.Clerk, Cancellation))).ActId!.Value;

    private static Task<long> DocumentAsync(
        Office office, string madeOn, string? expiresOn = null, string? repealedOn = null, DocumentKind kind = DocumentKind.NormativeDocument, string source = "") => office.UseAsync<GongkaiDb, long>(async db =>
    {
        var published = new DateTimeOffset(Day(madeOn), new TimeOnly(9, 0), TimeSpan.FromHours(8)).ToUniversalTime();
        var content = new DocumentContent { Title = "河道管理办法", Kind = kind, Number = "云水发〔2025〕1号", MadeOn = Day(madeOn), Source = source };
        var document = new Document
        {
            AgencyId = office.Bureau.Id, Stage = DocumentStage.Published, Content = content, Title = content.Title, Kind = kind, Attribute = DisclosureAttribute.Proactive, MadeOn = content.MadeOn,
            IndexNumber = Guid.CreateVersion7().ToString(), PublishedAt = published, FormKey = Guid.CreateVersion7(), CreatedByName = "王芳", CreatedAt = published, ChangedByName = "王芳", ChangedAt = published,
        };
        db.Documents.Add(document);
        await db.SaveChangesAsync();
        db.Publications.Add(new Publication
        {
            DocumentId = document.Id, AgencyId = document.AgencyId, IndexNumber = document.IndexNumber, Title = document.Title, Kind = kind, Number = content.Number, Body = "", MadeOn = content.MadeOn, Source = source,
            ExpiresOn = expiresOn is null ? null : Day(expiresOn), RepealedOn = repealedOn is null ? null : Day(repealedOn), PublishedAt = published, UpdatedAt = published,
        });
        await db.SaveChangesAsync();
        return document.Id;
    });

    private static FigureAddress At(string address) => FigureAddress.Parse(address, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
