using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Organizations;

public sealed class TreeTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Fact]
    public async Task An_agency_is_added_below_its_parent_and_leaves_a_line()
    {
        await using var grove = await Grove.PlantAsync(database);
        var result = await grove.Get<AddAgency>().RunAsync(new AddAgency.Command(grove.County.Id, Grove.Facts(" 云溪县 民政局 ") with { CreditCode = Grove.Code(1001) }), grove.CountyAdministrator, Grove.Stop);

        var details = await grove.DetailsAsync(result.AgencyId!.Value);
        details.Path.ShouldBe($"{grove.County.Path}{result.AgencyId}/");
        details.Facts.Name.ShouldBe("云溪县 民政局");
        details.Above.Select(above => above.Id).ShouldBe([grove.City.Id, grove.County.Id]);
        (await grove.Get<AgencyQueries>().HistoryAsync(details.Id, Grove.Stop)).ShouldHaveSingleItem().Action.ShouldBe("agency.added");
    }

    [Fact]
    public async Task A_name_and_a_code_that_another_holds_are_refused_beside_the_field()
    {
        await using var grove = await Grove.PlantAsync(database);
        var add = grove.Get<AddAgency>();
        await add.RunAsync(new AddAgency.Command(grove.County.Id, Grove.Facts("云溪县教育局") with { CreditCode = Grove.Code(1002) }), grove.CountyAdministrator, Grove.Stop);
        var result = await add.RunAsync(new AddAgency.Command(grove.County.Id, Grove.Facts("云溪县教育局") with { CreditCode = Grove.Code(1002), FilesFrom = 1999 }), grove.CountyAdministrator, Grove.Stop);

        result.Faults.ShouldBe(
            [
                new AgencyFault(AgencyField.FilesFrom, AgencyProblem.YearOutOfRange),
                new AgencyFault(AgencyField.Name, AgencyProblem.NameTaken),
                new AgencyFault(AgencyField.CreditCode, AgencyProblem.CodeTaken),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task An_administrator_of_a_county_cannot_touch_another_county()
    {
        await using var grove = await Grove.PlantAsync(database);
        var actor = grove.CountyAdministrator;
        var other = await grove.DetailsAsync(grove.OtherCounty.Id);

        (await grove.Get<AddAgency>().RunAsync(new AddAgency.Command(other.Id, Grove.Facts("外县局")), actor, Grove.Stop)).Refusal.ShouldBe(AddAgency.Refusal.NotAllowed);
        (await grove.Get<ChangeAgency>().RunAsync(new ChangeAgency.Command(other.Id, other.Version, other.Facts), actor, Grove.Stop)).Refusal.ShouldBe(AgencyEditRefusal.NotAllowed);
        (await grove.Get<EditProfile>().RunAsync(new EditProfile.Command(other.Id, other.Version, other.Profile), actor, Grove.Stop)).Refusal.ShouldBe(AgencyEditRefusal.NotAllowed);
        var department = await grove.DetailsAsync(grove.Department.Id);
        (await grove.Get<MoveAgency>().RunAsync(new MoveAgency.Command(department.Id, department.Version, other.Id, Grove.Today), actor, Grove.Stop)).ShouldBe(MoveAgency.Refusal.NotAllowed);
        var listed = await grove.Get<AgencyQueries>().ListAsync(Gate.ScopeOf(actor, Act.ManageAgencies), new AgencyFilter(), null, 50, Grove.Stop);
        listed.Items.ShouldAllBe(row => row.Path.StartsWith(grove.County.Path));
    }

    [Fact]
    public async Task Who_saves_second_sees_what_the_first_has_saved()
    {
        await using var grove = await Grove.PlantAsync(database);
        var change = grove.Get<ChangeAgency>();
        var shown = await grove.DetailsAsync(grove.Department.Id);
        await change.RunAsync(new ChangeAgency.Command(shown.Id, shown.Version, shown.Facts with { ShortName = "农业局" }), grove.CountyAdministrator, Grove.Stop);
        var second = await change.RunAsync(new ChangeAgency.Command(shown.Id, shown.Version, shown.Facts with { ShortName = "县农业局" }), grove.CountyAdministrator, Grove.Stop);

        second.Refusal.ShouldBe(AgencyEditRefusal.ChangedMeanwhile);
        second.Theirs!.ShortName.ShouldBe("农业局");
        second.Differences.ShouldBe([new FieldChange(AgencyField.ShortName, "农业局", "县农业局")]);
        (await change.RunAsync(new ChangeAgency.Command(shown.Id, second.TheirVersion, shown.Facts with { ShortName = "县农业局" }), grove.CountyAdministrator, Grove.Stop)).Refusal.ShouldBeNull();
        (await grove.DetailsAsync(shown.Id)).Facts.ShortName.ShouldBe("县农业局");
    }

    [Fact]
    public async Task A_move_takes_all_below_along_and_the_earlier_tree_is_remembered()
    {
        await using var grove = await Grove.PlantAsync(database);
        var town = await grove.DetailsAsync(grove.Town.Id);
        var refusal = await grove.Get<MoveAgency>().RunAsync(new MoveAgency.Command(town.Id, town.Version, grove.OtherCounty.Id, new DateOnly(2026, 2, 1)), grove.CityAdministrator, Grove.Stop);

        refusal.ShouldBeNull();
        (await grove.DetailsAsync(grove.Village.Id)).Path.ShouldBe($"{grove.OtherCounty.Path}{grove.Town.Id}/{grove.Village.Id}/");
        (await grove.ChildrenAsync(grove.OtherCounty.Id)).ShouldBe(["石塘镇人民政府"]);
        (await grove.ChildrenAsync(grove.County.Id)).ShouldNotContain("石塘镇人民政府");
        (await grove.ChildrenAsync(grove.County.Id, new DateOnly(2026, 1, 31))).ShouldContain("石塘镇人民政府");
        (await grove.ChildrenAsync(grove.OtherCounty.Id, new DateOnly(2026, 1, 31))).ShouldBeEmpty();
        var roots = await grove.Get<AgencyQueries>().RootsAsync(Gate.ScopeOf(grove.CountyAdministrator, Act.ManageAgencies), new DateOnly(2026, 1, 31), Grove.Stop);
        roots.ShouldHaveSingleItem().Children.ShouldBe(3);
    }

    [Fact]
    public async Task A_wide_branch_is_read_piece_by_piece()
    {
        await using var grove = await Grove.PlantAsync(database);
        var all = await grove.ChildrenAsync(grove.County.Id);
        var queries = grove.Get<AgencyQueries>();

        var first = await queries.BranchAsync(grove.County.Id, null, 0, 2, Grove.Stop);
        var rest = await queries.BranchAsync(grove.County.Id, null, 2, 2, Grove.Stop);

        first.Nodes.Concat(rest.Nodes).Select(node => node.Agency.Name).ShouldBe(all);
        (first.Count, first.Left, rest.Skipped, rest.Left).ShouldBe((3, 1, 2, 0));
        (await queries.BranchAsync(grove.County.Id, null, 0, 10, Grove.Stop)).Count.ShouldBe(3);
        (await queries.BranchAsync(grove.County.Id, null, 90, 10, Grove.Stop)).Nodes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tree_has_no_circles()
    {
        await using var grove = await Grove.PlantAsync(database);
        var county = await grove.DetailsAsync(grove.County.Id);

        foreach (var below in new[] { grove.County, grove.Town, grove.Village })
        {
            (await grove.Get<MoveAgency>().RunAsync(new MoveAgency.Command(county.Id, county.Version, below.Id, Grove.Today), grove.CityAdministrator, Grove.Stop)).ShouldBe(MoveAgency.Refusal.InCircle);
        }
    }

    [Fact]
    public async Task The_public_profile_is_checked_and_kept()
    {
        await using var grove = await Grove.PlantAsync(database);
        var shown = await grove.DetailsAsync(grove.Department.Id);
        var edit = grove.Get<EditProfile>();
        var wrong = await edit.RunAsync(new EditProfile.Command(shown.Id, shown.Version, new AgencyProfile { Telephone = "找老王", Email = "ab", Postcode = "12" }), grove.CountyAdministrator, Grove.Stop);
        wrong.Faults.Select(fault => fault.Field).ShouldBe([AgencyField.Telephone, AgencyField.Email, AgencyField.Postcode]);

        var clerk = new Actor(Guid.CreateVersion7(), "信息员", shown.Id, [new HeldPost(Role.Clerk, shown.Id, shown.Path, shown.Facts.Name)], null);
        var right = await edit.RunAsync(new EditProfile.Command(shown.Id, shown.Version, new AgencyProfile { Functions = "一、拟订规划。\r\n\r\n 二、组织实施。", Telephone = "0566-1234567", Postcode = "247000" }), clerk, Grove.Stop);
        right.Refusal.ShouldBeNull();
        right.Faults.ShouldBeEmpty();
        (await grove.DetailsAsync(shown.Id)).Profile.Functions.ShouldBe("一、拟订规划。\n二、组织实施。");
    }

    [Fact]
    public async Task The_authority_is_the_named_one_else_the_nearest_government()
    {
        await using var grove = await Grove.PlantAsync(database);
        var queries = grove.Get<AgencyQueries>();
        (await queries.AuthorityOfAsync(grove.Village.Id, Grove.Stop))!.Id.ShouldBe(grove.County.Id);
        (await queries.AuthorityOfAsync(grove.County.Id, Grove.Stop))!.Id.ShouldBe(grove.City.Id);
        (await queries.AuthorityOfAsync(grove.City.Id, Grove.Stop)).ShouldBeNull();

        var village = await grove.DetailsAsync(grove.Village.Id);
        await grove.Get<ChangeAgency>().RunAsync(new ChangeAgency.Command(village.Id, village.Version, village.Facts with { AuthorityId = grove.Department.Id }), grove.CountyAdministrator, Grove.Stop);
        (await queries.AuthorityOfAsync(grove.Village.Id, Grove.Stop))!.Id.ShouldBe(grove.Department.Id);
    }

    [Fact]
    public async Task Agencies_are_found_by_code_short_name_and_part_of_the_name_with_the_best_first()
    {
        await using var grove = await Grove.PlantAsync(database);
        var shown = await grove.DetailsAsync(grove.OtherDepartment.Id);
        await grove.Get<ChangeAgency>().RunAsync(new ChangeAgency.Command(shown.Id, shown.Version, shown.Facts with { ShortName = "水利局", CreditCode = Grove.Code(1003) }), grove.CountyAdministrator, Grove.Stop);
        var scope = Gate.ScopeOf(grove.CityAdministrator, Act.ManageAgencies);
        async Task<IReadOnlyList<int>> Find(string text) => [.. (await grove.Get<AgencyQueries>().FindAsync(scope, text, Grove.Stop)).Select(row => row.Id)];

        (await Find("水利局")).ShouldBe([shown.Id]);
        (await Find(Grove.Code(1003)[..12])).ShouldBe([shown.Id]);
        (await Find("云溪县"))[0].ShouldBe(grove.Department.Id);
        (await Find("100%_")).ShouldBeEmpty();
        (await grove.Get<AgencyQueries>().FindAsync(Gate.ScopeOf(Grove.Administrator(grove.OtherCounty), Act.ManageAgencies), "水利局", Grove.Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_trail_of_single_and_of_many_changes_verifies()
    {
        await using var grove = await Grove.PlantAsync(database);
        await grove.Get<AddAgency>().RunAsync(new AddAgency.Command(grove.County.Id, Grove.Facts("云溪县司法局")), grove.CountyAdministrator, Grove.Stop);
        await using (var transaction = await grove.Db.Database.BeginTransactionAsync(Grove.Stop))
        {
            var trail = grove.Get<AuditTrail>();
            await trail.RecordManyAsync(grove.CountyAdministrator, grove.County.Id, [.. Enumerable.Range(1, 20).Select(number => new AuditLine("agency.imported", $"agency/{number}", null, new { number }))], Grove.Stop);
            await trail.RecordAsync(grove.CountyAdministrator, grove.County.Id, "agency.changed", "agency/1", null, new { 名称 = "一" }, Grove.Stop);
            await transaction.CommitAsync(Grove.Stop);
        }

        var verification = await grove.Get<AuditVerification>().RunAsync(Grove.Stop);
        verification.Faults.ShouldBeEmpty();
        (await grove.Db.AuditEntries.CountAsync(entry => entry.Chain == grove.County.Id, Grove.Stop)).ShouldBe(21);
    }
}
