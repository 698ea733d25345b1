using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Catalog;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>The catalog is data that the authority keeps and imports; its limits are the clocks of what is drafted under it.</summary>
public sealed class CatalogTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("自信息形成或者变更之日起20个工作日内", 20, false)]
    [InlineData("7 个工作日", 7, false)]
    [InlineData("批复后20日内", 20, true)]
    [InlineData("3天", 3, true)]
    public void A_limit_is_read_as_catalogs_write_it(string text, int days, bool isCalendarDays) =>
        CatalogTable.PeriodOf(text).ShouldBe(new PublicationPeriod(days, isCalendarDays));

    [Fact]
    public void A_limit_without_days_is_not_guessed() => CatalogTable.PeriodOf("及时公开").ShouldBeNull();

    [Fact]
    public async Task A_shorter_limit_moves_the_last_day_of_what_is_still_drafted()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var item = await KeepAsync(room, null, new CatalogItem { Name = $"事项{Guid.CreateVersion7()}", Category = CatalogCategory.MajorProjects });
        var id = await room.BeginAsync(Newsroom.Content() with { CatalogItemId = item });
        var before = (await room.SheetAsync(id)).Row.DueOn!.Value;
        await KeepAsync(room, item, new CatalogItem { Name = $"事项{Guid.CreateVersion7()}", Category = CatalogCategory.MajorProjects, LimitDays = 3 });
        (await room.SheetAsync(id)).Row.DueOn!.Value.ShouldBeLessThan(before);
    }

    [Fact]
    public async Task A_list_says_what_it_would_change_and_then_changes_exactly_that_once()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var name = $"养老服务补贴{Guid.CreateVersion7():N}";
        var list = $"一级事项,类别,二级事项,公开时限\n养老服务,教育、医疗、社保、就业和帮扶,{name},20个工作日\n";
        var preview = await PreviewAsync(room, list);
        preview.Plan.Added.ShouldHaveSingleItem().Field.ShouldBe("养老服务");
        (await ApplyAsync(room, preview, "another")).Refusal.ShouldBe(ImportRefusal.ChangedMeanwhile);
        (await ApplyAsync(room, preview, preview.Plan.Hash)).Refusal.ShouldBeNull();
        (await ApplyAsync(room, preview, preview.Plan.Hash)).Refusal.ShouldBe(ImportRefusal.AlreadyApplied);
        (await PreviewAsync(room, list)).Plan.ChangesNothing.ShouldBeTrue();
        var changed = await PreviewAsync(room, list.Replace("20个工作日", "5个工作日", StringComparison.Ordinal));
        CatalogTable.Differences(changed.Plan.Changed.ShouldHaveSingleItem()).ShouldHaveSingleItem().ShouldBe(("公开时限", "20 个工作日", "5 个工作日"));
    }

    [Fact]
    public async Task A_list_with_a_wrong_line_changes_nothing_and_names_the_line()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var preview = await PreviewAsync(room, "类别,公开事项,公开时限\n没有的类别,甲,20个工作日\n统计信息,乙,及时\n统计信息,丙,\n");
        preview.Plan.Faults.Select(fault => fault.Row).ShouldBe([2, 3]);
        (await ApplyAsync(room, preview, preview.Plan.Hash)).Refusal.ShouldBe(ImportRefusal.HasErrors);
    }

    [Fact]
    public async Task What_is_given_out_is_taken_in_again_without_a_change()
    {
        await using var room = await Newsroom.OpenAsync(database);
        var items = await room.Office.UseAsync<GongkaiDb, List<CatalogItem>>(db => db.CatalogItems.AsNoTracking().OrderBy(item => item.Id).Take(48).ToListAsync(Cancellation));
        var list = string.Join('\n', items.Select(CatalogTable.Row).Prepend(CatalogTable.Headings).Select(cells => string.Join(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
        var plan = (await PreviewAsync(room, list)).Plan;
        plan.Faults.ShouldBeEmpty();
        plan.ChangesNothing.ShouldBeTrue();
        plan.Unchanged.ShouldBe(items.Count);
    }

    [Fact]
    public async Task A_clerk_does_not_keep_the_catalog()
    {
        await using var room = await Newsroom.OpenAsync(database);
        (await room.Office.UseAsync<CatalogKeeping, CatalogKeeping.Result>(keeping => keeping.RunAsync(null, new CatalogItem { Name = "甲" }, room.Office.Clerk, Cancellation))).Refusal.ShouldBe(CatalogKeeping.Refusal.NotAllowed);
        (await room.Office.UseAsync<CatalogImport, ImportPreview<CatalogPlan>>(import => import.PreviewAsync("目录.csv", "类别,公开事项\n"u8.ToArray(), room.Office.Clerk, Cancellation))).Refusal.ShouldBe(ImportRefusal.NotAllowed);
    }

    private static async Task<int> KeepAsync(Newsroom room, int? id, CatalogItem item)
    {
        var kept = await room.Office.UseAsync<CatalogKeeping, CatalogKeeping.Result>(keeping => keeping.RunAsync(id, item, room.Office.Officer, Cancellation));
        kept.Refusal.ShouldBeNull();
        return kept.Id!.Value;
    }

    private static Task<ImportPreview<CatalogPlan>> PreviewAsync(Newsroom room, string list) =>
        room.Office.UseAsync<CatalogImport, ImportPreview<CatalogPlan>>(import => import.PreviewAsync("目录.csv", Encoding.UTF8.GetBytes(list), room.Office.Officer, Cancellation));

    private static Task<ImportPreview<CatalogPlan>> ApplyAsync(Newsroom room, ImportPreview<CatalogPlan> preview, string hash) =>
        room.Office.UseAsync<CatalogImport, ImportPreview<CatalogPlan>>(import => import.ApplyAsync(preview.Id!.Value, hash, room.Office.Officer, Cancellation));
}
