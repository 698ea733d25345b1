using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Accounts;

namespace Gongkai.Platform.Tests.Audit;

public sealed class AuditQueriesTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task An_audit_administrator_reads_the_chains_of_the_own_part_of_the_tree()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        await RecordAsync(world, world.Township, "agency.created", "agency/4");
        await RecordAsync(world, world.Second, "agency.created", "agency/3");
        await RecordAsync(world, null, "settings.changed", "setting/x");
        var county = await world.PersonAsync((Role.AuditAdministrator, world.First));
        var province = await world.PersonAsync((Role.AuditAdministrator, world.Province));
        var operating = await world.PersonAsync((Role.SystemAdministrator, world.Province));

        (await ListAsync(world, new AuditFilter(), county.Actor)).Items.Select(row => row.Agency).ShouldBe([world.Township.Name]);
        var all = (await ListAsync(world, new AuditFilter(), province.Actor)).Items;
        all.ShouldContain(row => row.Agency == null && row.Action == "settings.changed");
        all.ShouldContain(row => row.Agency == world.Second.Name);
        (await ListAsync(world, new AuditFilter(), operating.Actor)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_hold_agency_person_action_subject_and_days_in_Beijing()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var auditor = await world.PersonAsync((Role.AuditAdministrator, world.First));
        await RecordAsync(world, world.Township, "post.added", "account/1", "张强");
        world.Time.Move(TimeSpan.FromHours(15));
        await RecordAsync(world, world.First, "post.ended", "account/2", "李敏");

        (await SubjectsAsync(world, new AuditFilter { AgencyId = world.First.Id }, auditor)).ShouldBe(["account/2"]);
        (await SubjectsAsync(world, new AuditFilter { Person = "张" }, auditor)).ShouldBe(["account/1"]);
        (await SubjectsAsync(world, new AuditFilter { Action = "post.ended" }, auditor)).ShouldBe(["account/2"]);
        (await SubjectsAsync(world, new AuditFilter { Subject = "account/1" }, auditor)).ShouldBe(["account/1"]);
        (await SubjectsAsync(world, new AuditFilter { To = new DateOnly(2026, 1, 12) }, auditor)).ShouldBe(["account/1"]);
        (await SubjectsAsync(world, new AuditFilter { From = new DateOnly(2026, 1, 13) }, auditor)).ShouldBe(["account/2"]);
        (await SubjectsAsync(world, new AuditFilter { AgencyId = world.Second.Id }, auditor)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_follow_each_other_from_the_newest()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var auditor = await world.PersonAsync((Role.AuditAdministrator, world.First));
        for (var number = 0; number < 60; number++)
        {
            await RecordAsync(world, world.First, "agency.changed", $"agency/{number}");
        }

        var first = await ListAsync(world, new AuditFilter(), auditor.Actor);
        var second = await ListAsync(world, new AuditFilter(), auditor.Actor, long.Parse(first.Next!, System.Globalization.CultureInfo.InvariantCulture));

        first.Items.Concat(second.Items).Select(row => row.Subject).ShouldBe(Enumerable.Range(0, 60).Reverse().Select(number => $"agency/{number}"));
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task An_export_masks_personal_data_and_is_an_entry_itself()
    {
        await using var world = await AccountsWorld.MakeAsync(database);
        var auditor = await world.PersonAsync((Role.AuditAdministrator, world.First));
        await RecordAsync(world, world.First, "agency.changed", "agency/1", after: new { telephone = "13912345678", note = "证件 11010519491231002X" });

        var rows = await world.AskAsync<AuditQueries, List<AuditRow>>(async audit =>
        {
            var found = new List<AuditRow>();
            await foreach (var row in await audit.ExportAsync(new AuditFilter(), auditor.Actor, CancellationToken.None))
            {
                found.Add(row);
            }

            return found;
        });

        rows.Select(row => row.Action).ShouldBe(["audit.exported", "agency.changed"]);
        rows[1].After.ShouldBe("""{"telephone":"139****5678","note":"证件 110***********002X"}""");
        rows[1].Changes.ShouldBe([new AuditChangeLine("telephone", null, "139****5678"), new AuditChangeLine("note", null, "证件 110***********002X")]);
    }

    [Theory]
    [InlineData("请打 13912345678 或 0571-87654321。", "请打 139****5678 或 0571-****321。")]
    [InlineData("wang.li@example.gov.cn", "w***@example.gov.cn")]
    [InlineData("编号 202601120001 金额 138000.00", "编号 202601120001 金额 138000.00")]
    [InlineData("account/019bc000-0000-7000-8000-123456789012", "account/019bc000-0000-7000-8000-123456789012")]
    public void Masking_leaves_what_is_no_personal_data(string text, string masked) => PersonalData.Mask(text).ShouldBe(masked);

    [Fact]
    public void A_difference_shows_only_what_changed() =>
        AuditDifference.Of("""{"name":"甲局","level":"county","old":true}""", """{"name":"乙局","level":"county","roles":["head","clerk"]}""").ShouldBe(
            [new AuditChangeLine("name", "甲局", "乙局"), new AuditChangeLine("old", "是", null), new AuditChangeLine("roles", null, "head、clerk")]);

    private static async Task<IEnumerable<string>> SubjectsAsync(AccountsWorld world, AuditFilter filter, Person auditor) =>
        (await ListAsync(world, filter, auditor.Actor)).Items.Select(row => row.Subject);

    private static Task<Page<AuditRow>> ListAsync(AccountsWorld world, AuditFilter filter, Actor actor, long? before = null) =>
        world.AskAsync<AuditQueries, Page<AuditRow>>(audit => audit.ListAsync(filter, before, actor, CancellationToken.None));

    private static Task<bool> RecordAsync(AccountsWorld world, Agency? agency, string action, string subject, string name = "某人", object? after = null) =>
        world.ReadAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new AuditTrail(db, world.Time).RecordAsync(new Actor(Guid.CreateVersion7(world.Time.GetUtcNow()), name, 0, [], null), agency?.Id, action, subject, null, after, CancellationToken.None);
            await transaction.CommitAsync();
            return true;
        });
}
