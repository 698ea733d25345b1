using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Documents;
using Gongkai.Platform.Search.Indexing;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Search;

public sealed class DocumentSearchTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("灌溉渠")]
    [InlineData("灌溉 维修")]
    [InlineData("\"灌溉渠的维修\"")]
    [InlineData("“灌溉渠（一期）”")]
    [InlineData("\"灌溉渠(一期)\"")]
    [InlineData("云水发[2026]12号")]
    [InlineData("云水发〔2026〕")]
    [InlineData("2026 12")]
    [InlineData("节水型社会")]
    [InlineData("ＩＲＲＩＧＡＴＩＯＮ")]
    [InlineData("irrig")]
    [InlineData("渠")]
    [InlineData("yxxslj")]
    [InlineData("slj 灌溉")]
    public async Task A_published_document_is_found_by_title_number_text_and_initials(string query)
    {
        await using var office = await Office.OpenAsync(database);
        var id = await office.PublishAsync("关于灌溉渠（一期）的通知", publication =>
        {
            publication.Number = "云水发〔2026〕12号";
            publication.Keywords = "节水型社会";
        }, "<p>灌溉渠的维修（irrigation）今年开工。</p>");
        await office.SweepAsync();

        (await office.IdsAsync(query)).ShouldBe([id]);
    }

    [Theory]
    [InlineData("灌溉渠 防汛")]
    [InlineData("\"渠灌溉\"")]
    [InlineData("\"灌溉维修\"")]
    [InlineData("云水发〔2026〕1号")]
    [InlineData("' & | ! :* \\ \0")]
    [InlineData("")]
    public async Task What_holds_not_all_the_words_is_not_found(string query)
    {
        await using var office = await Office.OpenAsync(database);
        await office.PublishAsync("关于灌溉渠的通知", publication => publication.Number = "云水发〔2026〕12号", "<p>灌溉渠的维修今年开工。</p>");
        await office.SweepAsync();

        (await office.FindAsync(query)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_public_is_never_found()
    {
        await using var office = await Office.OpenAsync(database);
        await office.WriteAsync("蓄水池草稿");
        await office.WriteAsync("蓄水池待发布", DocumentStage.Ready, office.Clock.GetUtcNow().AddDays(1));
        await office.PublishAsync("蓄水池公示期满", publication => publication.ShownUntil = office.Clock.Today().AddDays(-1));
        var withdrawn = await office.PublishAsync("蓄水池已撤回");
        await office.SweepAsync();
        (await office.IdsAsync("蓄水池")).ShouldBe([withdrawn]);

        await office.UseAsync<GongkaiDb, int>(async db =>
        {
            await db.TakeOffAsync(withdrawn, cancellation);
            return 0;
        });

        (await office.FindAsync("蓄水池")).Items.ShouldBeEmpty();
        (await office.FindAsync("蓄水池")).Counts.Total.ShouldBe(0);
        (await office.UseAsync<DocumentSearch, IReadOnlyList<string>>(search => search.TitlesAsync("蓄水池", cancellation))).ShouldBeEmpty();
        (await office.UseAsync<GongkaiDb, int>(db => db.Set<SearchDocument>().CountAsync(text => text.DocumentId == withdrawn, cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task What_a_correction_took_out_is_not_found_from_that_moment_on()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await office.PublishAsync("关于补贴的通知", body: "<p>联系人张三三。</p>");
        await office.SweepAsync();
        (await office.IdsAsync("张三三")).ShouldBe([id]);

        await office.UseAsync<GongkaiDb, int>(db => db.Publications.Where(found => found.DocumentId == id).ExecuteUpdateAsync(set => set.SetProperty(found => found.Body, "<p>联系人略。</p>"), cancellation));

        (await office.FindAsync("张三三")).Items.ShouldBeEmpty();
        await office.SweepAsync();
        (await office.FindAsync("张三三")).Items.ShouldBeEmpty();
        (await office.IdsAsync("联系人")).ShouldBe([id]);
    }

    [Fact]
    public async Task The_words_of_an_attachment_find_its_document_and_say_so()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await office.PublishAsync("关于名单的公告");
        await office.AttachAsync(id, "名单.txt", "第一批次入围单位：青岭合作社。");
        await office.SweepAsync();

        var found = (await office.FindAsync("青岭合作社")).Items.ShouldHaveSingleItem();

        found.Id.ShouldBe(id);
        found.IsInAttachment.ShouldBeTrue();
        found.Excerpt.ShouldContain(piece => piece.IsFound && piece.Text == "青岭合作社");
    }

    [Fact]
    public async Task What_is_repealed_is_found_below_what_is_in_force()
    {
        await using var office = await Office.OpenAsync(database);
        var repealed = await office.PublishAsync("养老补贴办法", publication => publication.RepealedOn = office.Clock.Today());
        var inForce = await office.PublishAsync("养老补贴办法", at: office.Clock.GetUtcNow().AddYears(-2));
        await office.SweepAsync();

        (await office.IdsAsync("养老补贴")).ShouldBe([inForce, repealed]);
        (await office.IdsAsync("养老补贴", new DocumentSearchFilter { Order = SearchOrder.Newest })).ShouldBe([repealed, inForce]);
        (await office.IdsAsync("养老补贴", new DocumentSearchFilter { Status = DocumentStatus.Repealed })).ShouldBe([repealed]);
        (await office.FindAsync("养老补贴")).Items[1].Status.ShouldBe(DocumentStatus.Repealed);
    }

    [Fact]
    public async Task A_repeal_moves_a_document_at_once()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await office.PublishAsync("采砂许可办法");
        await office.SweepAsync();

        await office.UseAsync<GongkaiDb, int>(db => db.Publications.Where(found => found.DocumentId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(found => found.RepealedOn, office.Clock.Today()), cancellation));

        (await office.IdsAsync("采砂", new DocumentSearchFilter { Status = DocumentStatus.Repealed })).ShouldBe([id]);
        (await office.FindAsync("采砂", new DocumentSearchFilter { Status = DocumentStatus.InForce })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_title_with_the_words_stands_above_a_text_with_them()
    {
        await using var office = await Office.OpenAsync(database);
        var inTitle = await office.PublishAsync("河长制实施方案", at: office.Clock.GetUtcNow().AddYears(-1));
        var inText = await office.PublishAsync("水利工作要点", body: "<p>推进河长制。</p>");
        await office.SweepAsync();

        (await office.IdsAsync("河长制")).ShouldBe([inTitle, inText]);
    }

    [Fact]
    public async Task Filters_narrow_and_count()
    {
        await using var office = await Office.OpenAsync(database);
        var plan = await office.PublishAsync("水库规划", publication => (publication.Kind, publication.Category, publication.MadeOn) = (DocumentKind.Plan, CatalogCategory.Plans, new DateOnly(2025, 3, 1)));
        await office.PublishAsync("水库通知", publication => (publication.Kind, publication.Category, publication.MadeOn) = (DocumentKind.Notice, CatalogCategory.Other, new DateOnly(2024, 3, 1)));
        await office.SweepAsync();

        var counts = (await office.FindAsync("水库")).Counts;

        counts.Total.ShouldBe(2);
        counts.Agencies.ShouldHaveSingleItem().Count.ShouldBe(2);
        counts.Years.Select(year => (year.Of, year.Count)).ShouldBe([(2025, 1), (2024, 1)]);
        counts.Kinds.Count.ShouldBe(2);
        counts.Statuses.ShouldHaveSingleItem().ShouldBe(new FoundCount<DocumentStatus>(DocumentStatus.InForce, 1));
        (await office.IdsAsync("水库", new DocumentSearchFilter { Year = 2025 })).ShouldBe([plan]);
        (await office.IdsAsync("水库", new DocumentSearchFilter { Kind = DocumentKind.Plan })).ShouldBe([plan]);
        (await office.IdsAsync("水库", new DocumentSearchFilter { Category = CatalogCategory.Plans })).ShouldBe([plan]);
        (await office.FindAsync("水库", new DocumentSearchFilter { Category = CatalogCategory.Plans, Year = 2024 })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        await using var office = await Office.OpenAsync(database);
        for (var number = 0; number < DocumentSearch.PageSize + 3; number++)
        {
            await office.PublishAsync($"山塘第{number}号", at: office.Clock.GetUtcNow().AddDays(-number));
        }

        await office.SweepAsync();
        var first = await office.FindAsync("山塘");
        var second = await office.FindAsync("山塘", new DocumentSearchFilter { Page = 2 });

        first.HasNext.ShouldBeTrue();
        second.HasNext.ShouldBeFalse();
        first.Items.Concat(second.Items).Select(found => found.Id).Distinct().Count().ShouldBe(DocumentSearch.PageSize + 3);
    }

    [Fact]
    public async Task A_slip_of_the_pen_is_put_right_and_titles_come_while_typing()
    {
        await using var office = await Office.OpenAsync(database);
        await office.PublishAsync("公租房配租办法");
        await office.SweepAsync();

        (await office.UseAsync<SearchCorrection, string?>(correction => correction.OfAsync(SearchWords.Of("公祖房 配租"), cancellation))).ShouldBe("公租房 配租");
        (await office.UseAsync<SearchCorrection, string?>(correction => correction.OfAsync(SearchWords.Of("云溪县水力局"), cancellation))).ShouldBe("云溪县水利局");
        (await office.UseAsync<DocumentSearch, IReadOnlyList<string>>(search => search.TitlesAsync("公租", cancellation))).ShouldBe(["公租房配租办法"]);
        (await office.UseAsync<DocumentSearch, IReadOnlyList<string>>(search => search.TitlesAsync("配租办", cancellation))).ShouldBe(["公租房配租办法"]);
        (await office.UseAsync<DocumentSearch, IReadOnlyList<string>>(search => search.TitlesAsync("%_\\", cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_all_anew_restores_what_is_lost()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await office.PublishAsync("堤防加固工程");
        await office.SweepAsync();
        await office.UseAsync<GongkaiDb, int>(db => db.Set<SearchDocument>().Where(text => text.DocumentId == id).ExecuteDeleteAsync(cancellation));
        (await office.FindAsync("堤防")).Items.ShouldBeEmpty();
        var told = 0;

        await office.UseAsync<SearchIndex, int>(index => index.RebuildAsync((done, _) => Task.FromResult(told = done), cancellation));

        told.ShouldBeGreaterThan(0);
        (await office.IdsAsync("堤防")).ShouldBe([id]);
        (await office.UseAsync<SearchIndex, int>(index => index.WaitingAsync(cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task Only_an_operator_has_all_read_anew()
    {
        await using var office = await Office.OpenAsync(database);
        (await office.UseAsync<RebuildSearch, Gongkai.Platform.Audit.OperatorRefusal?>(rebuild => rebuild.RunAsync(office.Clerk, cancellation))).ShouldBe(Gongkai.Platform.Audit.OperatorRefusal.NotAllowed);
        var before = await JobsAsync(office);
        var administrator = await office.HireAsync("系统员", (office.County, Role.SystemAdministrator));

        (await office.UseAsync<RebuildSearch, Gongkai.Platform.Audit.OperatorRefusal?>(rebuild => rebuild.RunAsync(administrator, cancellation))).ShouldBeNull();

        (await JobsAsync(office)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task At_work_documents_of_the_own_part_of_the_tree_are_found_in_every_state()
    {
        await using var office = await Office.OpenAsync(database);
        await using var elsewhere = await Office.OpenAsync(database);
        var id = await office.WriteAsync("泵站维修草稿");
        await elsewhere.WriteAsync("泵站维修草稿");

        var found = await office.UseAsync<SearchQueries, FoundAtWork>(search => search.AtWorkAsync(SearchWords.Of("泵站 草稿"), office.Clerk, cancellation));

        found.Documents.ShouldHaveSingleItem().Id.ShouldBe(id);
    }

    private Task<int> JobsAsync(Office office) => office.UseAsync<GongkaiDb, int>(db => db.Jobs.CountAsync(job => job.Kind == RebuildSearchJob.Kind, cancellation));
}
