using System.Text;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Ledgers;

/// <summary>Tables of acts, as other systems export them.</summary>
public sealed class LedgerImportTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const string Penalties = "2025年行政处罚台账\n序号,行政处罚决定书文号,行政相对人名称,违法事实,处罚决定日期,罚款金额（元）,公示日期\n1,云水罚〔2025〕1号,云溪砂石有限公司,未经批准采砂,2025/3/17,20000,2025-03-20\n2,云水罚〔2025〕2号,周小舟,未经批准取水,2025年4月2日,500,\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_file_twice_counts_once()
    {
        await using var office = await Office.OpenAsync(database);
        var first = await PreviewAsync(office, Penalties);
        first.Plan.Faults.ShouldBeEmpty();
        first.Plan.Added.Select(planned => (planned.Facts.Kind, planned.Facts.Number, planned.Facts.Amount, planned.Facts.CounterpartLabel)).ShouldBe(
            [(ActKind.Penalty, "云水罚〔2025〕1号", 2m, "云溪砂石有限公司"), (ActKind.Penalty, "云水罚〔2025〕2号", 0.05m, "周**")]);
        first.Plan.UnknownHeadings.ShouldBe(["序号"]);
        (await ApplyAsync(office, first)).Refusal.ShouldBeNull();

        (await ApplyAsync(office, first)).Refusal.ShouldBe(ImportRefusal.AlreadyApplied);
        var again = await PreviewAsync(office, Penalties);
        again.Plan.Added.ShouldBeEmpty();
        again.Plan.Known.Select(known => known.Differences).ShouldBe(["", ""]);
        (await CountAsync(office)).ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_applied_after_the_ledger_moved_is_shown_again()
    {
        await using var office = await Office.OpenAsync(database);
        var preview = await PreviewAsync(office, Penalties);
        var other = await PreviewAsync(office, Penalties);
        (await ApplyAsync(office, other)).Refusal.ShouldBeNull();

        (await ApplyAsync(office, preview)).Refusal.ShouldBe(ImportRefusal.ChangedMeanwhile);
        (await CountAsync(office)).ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_row_is_named_with_why_and_nothing_is_taken_in()
    {
        await using var office = await Office.OpenAsync(database);

        var preview = await PreviewAsync(office, "类别,决定书文号,事项,决定日期\n行政许可,云水许1号,取水许可,2025-02-30\n行政许可,,取水许可,2025-03-01\n行政许可,云水许3号,取水许可,2026-12-01\n奖励,云水奖1号,表彰,2025-01-01\n");

        preview.Plan.Faults.Select(fault => fault.Row).ShouldBe([2, 3, 4, 5]);
        preview.Plan.Faults[0].Fault.ShouldContain("不是日期");
        preview.Plan.Faults[1].Fault.ShouldContain("请填决定书文号");
        preview.Plan.Faults[2].Fault.ShouldContain("不能晚于今天");
        (await ApplyAsync(office, preview)).Refusal.ShouldBe(ImportRefusal.HasErrors);
        (await CountAsync(office)).ShouldBe(0);
    }

    [Fact]
    public async Task An_amount_without_its_unit_is_asked_about()
    {
        await using var office = await Office.OpenAsync(database);

        var preview = await PreviewAsync(office, "收费项目,收费期间,金额\n水资源费,2025年1月,3.5\n");

        preview.Plan.Faults.ShouldHaveSingleItem().Fault.ShouldContain("没有写单位");
    }

    [Fact]
    public async Task The_same_number_twice_in_a_file_counts_once_and_is_a_fault_where_it_says_otherwise()
    {
        await using var office = await Office.OpenAsync(database);

        var same = await PreviewAsync(office, "行政许可决定书文号,许可事项,许可决定日期\n1号,取水许可,2025-02-03\n1号,取水许可,2025-02-03\n");
        var other = await PreviewAsync(office, "行政许可决定书文号,许可事项,许可决定日期\n1号,取水许可,2025-02-03\n1号,取水许可,2025-02-04\n");

        same.Plan.Added.Count.ShouldBe(1);
        same.Plan.Faults.ShouldBeEmpty();
        other.Plan.Faults.ShouldHaveSingleItem().Row.ShouldBe(3);
    }

    [Fact]
    public async Task Charges_are_taken_in_by_month_and_quarter()
    {
        await using var office = await Office.OpenAsync(database);

        var preview = await PreviewAsync(office, "收费项目,收费期间,收费金额（万元）\n水资源费,2025年1月,3.5\n水资源费,2025年第1季度,9\n水土保持补偿费,2025年第1季度,1.25\n");

        preview.Plan.Added.Select(planned => planned.Facts.Item).ShouldBe(["水资源费", "水土保持补偿费"]);
        preview.Plan.Faults.ShouldHaveSingleItem().Fault.ShouldContain("会重复统计");
    }

    [Fact]
    public async Task What_a_system_sends_is_taken_once_and_all_or_nothing()
    {
        await using var office = await Office.OpenAsync(database);
        (int, ActFacts)[] sent = [(1, new ActFacts { Kind = ActKind.Licence, Number = "1号", Item = "取水许可", DecidedOn = new(2025, 2, 3) })];
        (int, ActFacts)[] wrong = [(1, sent[0].Item2 with { Number = "2号" }), (2, sent[0].Item2 with { Number = "" })];

        (await SendAsync(office, sent))!.Added.Count.ShouldBe(1);
        (await SendAsync(office, sent))!.Known.Count.ShouldBe(1);
        (await SendAsync(office, wrong))!.Faults.ShouldHaveSingleItem().Row.ShouldBe(2);

        (await CountAsync(office)).ShouldBe(1);
    }

    private static Task<LedgerPlan?> SendAsync(Office office, IReadOnlyList<(int, ActFacts)> sent) =>
        office.UseAsync<LedgerIntake, LedgerPlan?>(intake => intake.SendAsync(office.Bureau.Id, sent, "审批系统", office.Clerk, Cancellation));

    private static Task<ImportPreview<LedgerPlan>> PreviewAsync(Office office, string csv) =>
        office.UseAsync<LedgerImport, ImportPreview<LedgerPlan>>(import => import.PreviewAsync("台账.csv", Encoding.UTF8.GetBytes(csv), office.Clerk, Cancellation));

    private static Task<ImportPreview<LedgerPlan>> ApplyAsync(Office office, ImportPreview<LedgerPlan> preview) =>
        office.UseAsync<LedgerImport, ImportPreview<LedgerPlan>>(import => import.ApplyAsync(preview.Id!.Value, preview.Plan.Hash, office.Clerk, Cancellation));

    private static async Task<int> CountAsync(Office office) =>
        (await office.UseAsync<LedgerQueries, Page<ActRow>>(queries => queries.ListAsync(new ActFilter(), office.Clerk, null, Cancellation))).Items.Count;
}
