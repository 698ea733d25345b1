using System.Globalization;
using Gongkai.Law.Disputes;
using Gongkai.Law.Requests;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Reports;
using Gongkai.Reports.Checking.Arithmetic;

namespace Gongkai.Platform.Tests.Filings;

/// <summary>Tables three and four out of the cases.</summary>
public sealed class LedgerTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_case_is_counted_in_the_row_and_column_and_year_that_its_days_say()
    {
        await using var office = await Office.OpenAsync(database);
        await CaseAsync(office, "2024-12-20", "2025-01-10", Outcome.Granted);
        await CaseAsync(office, "2025-03-03", "2025-03-20", Outcome.StateSecret, ApplicantKind.Research);
        await CaseAsync(office, "2025-12-22", "2026-01-08", Outcome.NotHeld);
        await CaseAsync(office, "2025-12-30", null, null, ApplicantKind.LegalService);

        var figures = (await FiguresAsync(office, 2025))!;

        Figure("requests.received.total").ShouldBe(3);
        Figure("requests.carriedIn.natural").ShouldBe(1);
        Figure("requests.granted.natural").ShouldBe(1);
        Figure("requests.withheld.stateSecret.research").ShouldBe(1);
        Figure("requests.concluded.total").ShouldBe(2);
        Figure("requests.carriedOut.natural").ShouldBe(1);
        Figure("requests.carriedOut.legalService").ShouldBe(1);
        Figure("requests.unavailable.notHeld.total").ShouldBe(0);
        ArithmeticCheck.Check(FigureSet.Empty.With(figures.Select(figure => KeyValuePair.Create(figure.Key, Cell.Number(figure.Value))))).ShouldBeEmpty();
        var county = await office.UseAsync<LedgerFigures, IReadOnlyDictionary<FigureAddress, decimal>?>(ledger => ledger.BelowAsync(office.County.Path, 2025, Cancellation));
        county!.OrderBy(figure => figure.Key.Index).ShouldBe(figures.OrderBy(figure => figure.Key.Index));
        var next = (await FiguresAsync(office, 2026))!;
        next[At("requests.carriedIn.total")].ShouldBe(2);
        next[At("requests.unavailable.notHeld.natural")].ShouldBe(1);

        decimal Figure(string address) => figures[At(address)];
    }

    [Fact]
    public async Task Every_figure_opens_onto_as_many_cases_as_it_says()
    {
        await using var office = await Office.OpenAsync(database);
        await CaseAsync(office, "2024-12-20", "2025-01-10", Outcome.Granted);
        await CaseAsync(office, "2025-03-03", "2025-03-20", Outcome.OtherAgency);
        await CaseAsync(office, "2025-04-03", "2025-04-20", Outcome.NotHeld, ApplicantKind.Commercial);
        await CaseAsync(office, "2025-12-30", null, null);
        await DisputeAsync(office, "2025-05-06", DisputeResult.Revoked, "2025-07-01");
        await DisputeAsync(office, "2025-11-06", null, null);

        var figures = (await FiguresAsync(office, 2025))!;

        figures[At("requests.unavailable.notHeld.total")].ShouldBe(2);
        figures[At("disputes.reconsideration.corrected")].ShouldBe(1);
        figures[At("disputes.reconsideration.total")].ShouldBe(2);
        foreach (var (address, count) in figures)
        {
            var cases = await office.UseAsync<LedgerFigures, IReadOnlyList<CaseBehind>?>(ledger => ledger.RequestsBehindAsync(office.Bureau.Id, 2025, address, 0, 50, Cancellation));
            var disputes = await office.UseAsync<LedgerFigures, IReadOnlyList<DisputeBehind>?>(ledger => ledger.DisputesBehindAsync(office.Bureau.Id, 2025, address, Cancellation));
            (cases?.Count ?? disputes!.Count).ShouldBe((int)count, address.ToString());
        }
    }

    [Fact]
    public async Task Once_an_agency_says_that_all_its_cases_are_here_a_report_begins_with_them_and_a_cell_that_differs_needs_a_word()
    {
        await using var office = await Office.OpenAsync(database);
        await CaseAsync(office, "2024-03-03", "2024-03-20", Outcome.Granted);
        await CaseAsync(office, "2025-03-03", "2025-03-20", Outcome.Granted);
        var earlier = await office.BeginAsync(2024);
        var offered = await office.FindAsync(earlier, office.Clerk);
        offered.Ledger.ShouldBeNull();
        offered.CasesNotAdopted.ShouldBe(1);
        (await office.UseAsync<FillFromLedger, StepResult>(fill => fill.RunAsync(earlier, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();

        var filing = await office.BeginAsync();
        var sheet = await office.FindAsync(filing, office.Clerk);
        sheet.Ledger!["requests.received.natural"].ShouldBe(1);
        sheet.Fields.Single(field => field.Field == "requests.granted.natural").Text.ShouldBe("1");
        sheet.Findings.ShouldNotContain(finding => finding.Rule == LedgerDifferences.Rule);

        await office.SaveAsync(filing, office.Clerk, sheet.Revision, ("requests.granted.natural", "2"));
        var finding = (await office.FindAsync(filing, office.Clerk)).Findings.Single(found => found.Rule == LedgerDifferences.Rule);
        finding.At.ShouldBe(["requests.granted.natural"]);

        (await office.UseAsync<FillFromLedger, StepResult>(fill => fill.RunAsync(filing, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        (await office.FindAsync(filing, office.Clerk)).Findings.ShouldNotContain(found => found.Rule == LedgerDifferences.Rule);
    }

    [Fact]
    public async Task An_agency_that_keeps_no_cases_here_is_told_nothing_of_them()
    {
        await using var office = await Office.OpenAsync(database);
        var filing = await office.BeginAsync();

        (await office.FindAsync(filing, office.Clerk)).Ledger.ShouldBeNull();
        (await office.UseAsync<FillFromLedger, StepResult>(fill => fill.RunAsync(filing, office.Clerk, Cancellation))).Refusal.ShouldBe(FilingRefusal.NoLedger);
    }

    [Fact]
    public async Task After_a_year_is_closed_what_moves_its_figures_is_named_line_by_line()
    {
        await using var office = await Office.OpenAsync(database);
        var kept = await CaseAsync(office, "2025-12-22", null, null);
        var filing = await office.BeginAsync();
        (await office.UseAsync<FillFromLedger, StepResult>(fill => fill.RunAsync(filing, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        (await office.UseAsync<CloseLedger, CloseLedger.Refusal?>(close => close.RunAsync(office.Bureau.Id, 2025, office.Clerk, Cancellation))).ShouldBe(CloseLedger.Refusal.NotAllowed);
        (await office.UseAsync<CloseLedger, CloseLedger.Refusal?>(close => close.RunAsync(office.Bureau.Id, 2026, office.Head, Cancellation))).ShouldBe(CloseLedger.Refusal.YearStillRuns);
        (await office.UseAsync<CloseLedger, CloseLedger.Refusal?>(close => close.RunAsync(office.Bureau.Id, 2025, office.Head, Cancellation))).ShouldBeNull();
        (await DriftAsync(office))!.Moved.ShouldBeEmpty();

        office.Clock.Move(TimeSpan.FromDays(1));
        await ConcludeAsync(office, kept, "2025-12-31", Outcome.Granted);

        var drift = (await DriftAsync(office))!;
        drift.Moved.Select(figure => (figure.Address.ToString(), figure.Then, figure.Now)).ShouldContain(("requests.carriedOut.natural", 1m, 0m));
        drift.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.RequestId.ShouldBe(kept), entry => entry.Kind.ShouldBe(RequestEventKind.Concluded), entry => entry.EnteredByName.ShouldBe("王芳"));
        var carried = await office.UseAsync<LedgerTrail, CarriedOver?>(trail => trail.CarriedOverAsync(office.Bureau.Id, 2026, Cancellation));
        carried!.Gone.ShouldHaveSingleItem().RequestId.ShouldBe(kept);
    }

    [Fact]
    public async Task The_sentences_of_sections_one_and_six_say_what_the_tables_say_and_are_added_once()
    {
        await using var office = await Office.OpenAsync(database);
        await CaseAsync(office, "2024-12-20", "2025-01-10", Outcome.Granted);
        await CaseAsync(office, "2025-03-03", "2025-03-20", Outcome.NotHeld);
        await CaseAsync(office, "2025-12-30", null, null);
        var filing = await office.BeginAsync();
        (await office.UseAsync<FillFromLedger, StepResult>(fill => fill.RunAsync(filing, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();

        foreach (var section in (int[])[1, 1, 6])
        {
            (await office.UseAsync<DraftFromLedger, StepResult>(draft => draft.RunAsync(filing, section, office.Clerk, Cancellation))).IsDone.ShouldBeTrue();
        }

        var sheet = await office.FindAsync(filing, office.Clerk);
        var first = sheet.Fields.Single(field => field.Field == ReportFields.TextOf(1)).Text;
        first.Split("（二）依申请公开").Length.ShouldBe(2);
        first.ShouldContain("2025年收到政府信息公开申请2件");
        first.ShouldContain("上年结转1件。全年办结2件，其中予以公开1件、无法提供1件。结转下年度继续办理1件。");
        sheet.Fields.Single(field => field.Field == ReportFields.TextOf(6)).Text.ShouldContain("2025年没有收取信息处理费。");
        sheet.Findings.ShouldNotContain(finding => finding.At.Count > 0 && finding.Severity >= Severity.Warning);
    }

    [Fact]
    public void Fees_and_disputes_of_the_year_are_named_with_their_numbers()
    {
        var figures = new Dictionary<string, decimal> { ["disputes.reconsideration.total"] = 2, ["disputes.litigationDirect.total"] = 1 };

        var sentences = LedgerSentences.Of(new LedgerYear(2025, figures, [], 3, 160, 100));

        sentences[1].ShouldBe("（二）依申请公开。2025年没有收到政府信息公开申请；没有上年结转的申请。没有结转下年度的申请。政府信息公开行政复议案件2件、行政诉讼案件1件。");
        sentences[6].ShouldBe("2025年收取信息处理费160元，涉及申请3件。退还信息处理费100元。");
    }

    private static Task<LedgerDrift?> DriftAsync(Office office) =>
        office.UseAsync<LedgerTrail, LedgerDrift?>(trail => trail.OfAsync(office.Bureau.Id, 2025, Cancellation));

    private static Task<IReadOnlyDictionary<FigureAddress, decimal>?> FiguresAsync(Office office, int year) =>
        office.UseAsync<LedgerFigures, IReadOnlyDictionary<FigureAddress, decimal>?>(ledger => ledger.OfAsync(office.Bureau.Id, year, Cancellation));

    private static async Task<long> CaseAsync(Office office, string arrivedOn, string? concludedOn, Outcome? outcome, ApplicantKind kind = ApplicantKind.Natural)
    {
        var form = new RequestForm
        {
            Key = Guid.CreateVersion7(), AgencyId = office.Bureau.Id, ApplicantKind = kind, Wanted = "河道采砂许可名单",
            Applicant = new Applicant { Name = "周小舟", IdentityKind = "", IdentityNumber = "", Telephone = "" },
        };
        var registered = (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(
            new(form, IntakeChannel.Counter, Day(arrivedOn), null), office.Clerk, Cancellation))).Registered!;
        if (concludedOn is not null)
        {
            await ConcludeAsync(office, registered.RequestId, concludedOn, outcome!.Value);
        }

        return registered.RequestId;
    }

    private static async Task ConcludeAsync(Office office, long id, string on, Outcome outcome)
    {
        if (outcome == Outcome.NotHeld)
        {
            await office.UseAsync<Gongkai.Platform.Requests.Handling.RecordSearch, RequestResult>(use => use.RunAsync(new(id, new DateOnly(2026, 1, 1), "档案系统", "采砂", "无"), office.Clerk, Cancellation));
        }

        Done(await office.UseAsync<DraftDecision, RequestResult>(use => use.RunAsync(new(id, [new("名单", outcome, "理由", "附后")]), office.OtherClerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.SendAsync(id, office.OtherClerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.ApproveAsync(id, Review.Legality, null, office.Reviewer, Cancellation)));
        Done(await office.UseAsync<SignDecision, RequestResult>(use => use.RunAsync(id, office.Head, Cancellation)));
        Done(await office.UseAsync<ServeDecision, RequestResult>(use => use.RunAsync(new(id, ServiceWay.Post, Day(on), null, null), office.Clerk, Cancellation)));
    }

    private static async Task DisputeAsync(Office office, string begunOn, DisputeResult? result, string? resultOn)
    {
        var opened = await office.UseAsync<DisputeDesk, DisputeTaken>(desk => desk.OpenAsync(
            new(office.Bureau.Id, DisputeKind.Reconsideration, null, "云溪县人民政府", null, "周小舟", true, "不服答复", new DisputeEvent(DisputeStep.CopyReceived, Day(begunOn))), office.Clerk, Cancellation));
        opened.Refusal.ShouldBeNull();
        if (result is not null)
        {
            (await office.UseAsync<DisputeDesk, DisputeTaken>(desk => desk.RecordAsync(
                opened.DisputeId!.Value, new DisputeEvent(DisputeStep.Decided, Day(resultOn!), result), null, office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        }
    }

    private static void Done(RequestResult result) => result.Refusal.ShouldBeNull();

    private static FigureAddress At(string address) => FigureAddress.Parse(address, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
