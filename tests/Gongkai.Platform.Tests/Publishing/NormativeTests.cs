using Gongkai.Law.Publishing;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>The register of 规范性文件 and clearing it up.</summary>
public sealed class NormativeTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_shows_how_each_document_stood_on_a_day()
    {
        await using var office = await Office.OpenAsync(database);
        await DocumentAsync(office, "甲", "2024-01-01", "2025-06-30");
        await DocumentAsync(office, "乙", "2025-03-01", "2026-03-31");
        await DocumentAsync(office, "丙", "2026-01-05", null);

        (await RegisterAsync(office, "2024-12-31")).ShouldBe(["甲 InForce"]);
        (await RegisterAsync(office, "2025-12-31")).ShouldBe(["乙 InForce", "甲 Expired"]);
        (await InForceAsync(office, "2025-12-31")).ShouldBe(1);
        (await InForceAsync(office, "2026-01-12")).ShouldBe(2);
        var expiring = await office.UseAsync<NormativeQueries, List<NormativeRow>>(queries => queries.ExpiringAsync(new NormativeFilter { On = Day("2026-01-12") }, office.Clerk, Cancellation));
        expiring.Select(row => row.Title).ShouldBe(["乙"]);
    }

    [Fact]
    public async Task A_clearing_up_marks_all_that_were_chosen_once_and_keeps_their_results()
    {
        await using var office = await Office.OpenAsync(database);
        var (repealed, amended, continued) = (await DocumentAsync(office, "甲", "2020-01-01", null), await DocumentAsync(office, "乙", "2021-01-01", null), await DocumentAsync(office, "丙", "2022-01-01", null));
        var command = new ClearUp.Command(
            office.Bureau.Id, "2026年清理", "云水发〔2026〕1号", Day("2026-01-10"),
            new Dictionary<long, ClearingUpOutcome> { [repealed] = ClearingUpOutcome.Repealed, [amended] = ClearingUpOutcome.Amended, [continued] = ClearingUpOutcome.Continued }, Guid.CreateVersion7());

        var first = await office.UseAsync<ClearUp, ClearUp.Result>(clear => clear.RunAsync(command, office.Clerk, Cancellation));
        var again = await office.UseAsync<ClearUp, ClearUp.Result>(clear => clear.RunAsync(command, office.Clerk, Cancellation));

        again.ShouldBe(first);
        await office.UseAsync<GongkaiDb, int>(async db =>
        {
            await db.Publications.Where(found => found.DocumentId == repealed).ExecuteUpdateAsync(set => set.SetProperty(found => found.RepealedOn, (DateOnly?)null), Cancellation);
            return await db.ClearingUpItems.Where(item => item.DocumentId == repealed).ExecuteUpdateAsync(set => set.SetProperty(item => item.Problem, "还没有标注。"), Cancellation);
        });
        (await office.UseAsync<ClearUp, ClearUp.Result>(clear => clear.RunAsync(command, office.Clerk, Cancellation))).ShouldBe(first, "Broken off in the middle, it goes on.");
        (await RegisterAsync(office, "2026-01-12")).ShouldBe(["丙 InForce", "乙 Amended", "甲 Repealed"]);
        (await InForceAsync(office, "2026-01-09")).ShouldBe(3);
        (await InForceAsync(office, "2026-01-10")).ShouldBe(2);
        var sheet = (await office.UseAsync<NormativeQueries, ClearingUpSheet?>(queries => queries.FindAsync(first.ClearingUpId!.Value, office.Clerk, Cancellation)))!;
        sheet.Documents.Select(document => (document.Title, document.Outcome, document.Problem)).ShouldBe(
            [("丙", ClearingUpOutcome.Continued, null), ("乙", ClearingUpOutcome.Amended, null), ("甲", ClearingUpOutcome.Repealed, null)], ignoreOrder: true);
        (await office.UseAsync<ClearUp, ClearUp.Result>(clear => clear.RunAsync(command with { FormKey = Guid.CreateVersion7() }, office.Reviewer, Cancellation))).Refusal.ShouldBe(ClearUp.Refusal.NotAllowed);
    }

    [Fact]
    public async Task The_clerk_is_told_once_half_a_year_and_once_a_month_before_a_document_runs_out()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await DocumentAsync(office, "试行办法", "2024-01-05", "2026-06-30");
        await DocumentAsync(office, "长期办法", "2024-01-05", "2029-06-30");
        await DocumentAsync(office, "过期办法", "2020-01-05", "2025-12-31");
        await RemindAsync(office);
        await RemindAsync(office);
        (await ToldAsync(office)).ShouldBe([$"expiring/{id}/2026-06-30/6"]);
        office.Clock.Move(TimeSpan.FromDays(145));
        await RemindAsync(office);
        (await ToldAsync(office)).ShouldBe([$"expiring/{id}/2026-06-30/6", $"expiring/{id}/2026-06-30/1"]);
    }

    private static Task<bool> RemindAsync(Office office) => office.UseAsync<ExpiryReminders, bool>(async reminders =>
    {
        await reminders.RunAsync(new RunningJob(new JobLease(Guid.CreateVersion7(), ExpiryReminders.Kind, "{}", 1, 5, "one", null, null), (_, _, _) => Task.CompletedTask), Cancellation);
        return true;
    });

    private static Task<List<string>> ToldAsync(Office office) => office.UseAsync<GongkaiDb, List<string>>(db =>
        db.Notifications.AsNoTracking().Where(told => told.AccountId == office.Clerk.AccountId && told.UniqueKey!.StartsWith("expiring/")).OrderBy(told => told.CreatedAt).Select(told => told.UniqueKey!).ToListAsync(Cancellation));

    private static async Task<IEnumerable<string>> RegisterAsync(Office office, string day) =>
        (await office.UseAsync<NormativeQueries, Page<NormativeRow>>(queries => queries.ListAsync(new NormativeFilter { On = Day(day) }, office.Clerk, null, Cancellation))).Items.Select(row => $"{row.Title} {row.On(Day(day))}");

    private static Task<int> InForceAsync(Office office, string day) =>
        office.UseAsync<NormativeQueries, int>(queries => queries.InForceAsync(new NormativeFilter { On = Day(day) }, office.Clerk, Cancellation));

    private static Task<long> DocumentAsync(Office office, string title, string madeOn, string? expiresOn) => office.UseAsync<GongkaiDb, long>(async db =>
    {
        var published = new DateTimeOffset(Day(madeOn), new TimeOnly(9, 0), TimeSpan.FromHours(8)).ToUniversalTime();
        var document = new Document
        {
            AgencyId = office.Bureau.Id, Stage = DocumentStage.Published, Content = new DocumentContent { Title = title, Kind = DocumentKind.NormativeDocument, MadeOn = Day(madeOn) }, Title = title,
            Kind = DocumentKind.NormativeDocument, Attribute = DisclosureAttribute.Proactive, MadeOn = Day(madeOn), IndexNumber = Guid.CreateVersion7().ToString(), PublishedAt = published,
            FormKey = Guid.CreateVersion7(), CreatedByName = "王芳", CreatedAt = published, ChangedByName = "王芳", ChangedAt = published,
        };
        db.Documents.Add(document);
        await db.SaveChangesAsync();
        db.Publications.Add(new Publication
        {
            DocumentId = document.Id, AgencyId = document.AgencyId, IndexNumber = document.IndexNumber, Title = title, Kind = document.Kind, Body = "", MadeOn = document.MadeOn, EffectiveOn = document.MadeOn,
            ExpiresOn = expiresOn is null ? null : Day(expiresOn), PublishedAt = published, UpdatedAt = published,
        });
        await db.SaveChangesAsync();
        return document.Id;
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
