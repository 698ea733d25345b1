using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Organizations;

public sealed class ReformTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly On = new(2025, 3, 1);

    [Fact]
    public async Task A_renamed_agency_goes_on_as_a_new_one_with_its_posts_and_all_below_it()
    {
        await using var grove = await Grove.PlantAsync(database);
        var account = await PostAsync(grove, grove.Town.Id);
        var town = await grove.DetailsAsync(grove.Town.Id);
        var result = await grove.Get<RenameAgency>().RunAsync(
            new RenameAgency.Command(new Ending(town.Id, town.Version), On, "石塘街道办事处", "石塘街道", null), grove.CountyAdministrator, Grove.Stop);

        var successor = await grove.DetailsAsync(result.Successors.ShouldHaveSingleItem());
        successor.Facts.ValidFrom.ShouldBe(On);
        successor.Predecessors.ShouldBe([new AgencySuccession(town.Id, "石塘镇人民政府", SuccessionKind.Renamed, On)]);
        (await grove.DetailsAsync(town.Id)).ValidTo.ShouldBe(new DateOnly(2025, 2, 28));
        (await grove.DetailsAsync(grove.Village.Id)).Path.ShouldBe($"{successor.Path}{grove.Village.Id}/");
        (await grove.ChildrenAsync(grove.County.Id, new DateOnly(2025, 2, 28))).ShouldContain("石塘镇人民政府");
        (await grove.ChildrenAsync(town.Id, new DateOnly(2025, 2, 28))).ShouldBe(["上坪村村民委员会"]);
        (await grove.ChildrenAsync(grove.County.Id, On)).ShouldContain("石塘街道办事处");
        (await grove.ChildrenAsync(grove.County.Id, On)).ShouldNotContain("石塘镇人民政府");
        var posts = await grove.Db.Posts.AsNoTracking().Where(post => post.AccountId == account).OrderBy(post => post.From).ToListAsync(Grove.Stop);
        posts.Select(post => (post.AgencyId, post.From, post.To)).ShouldBe(
            [(town.Id, new DateOnly(2024, 1, 1), (DateOnly?)new DateOnly(2025, 2, 28)), (successor.Id, On, null)]);
        (await grove.Get<AgencyQueries>().PredecessorsOfAsync(successor.Id, Grove.Stop)).ShouldBe([town.Id]);
    }

    [Fact]
    public async Task Two_agencies_merge_into_a_new_one()
    {
        await using var grove = await Grove.PlantAsync(database);
        var first = await grove.DetailsAsync(grove.Department.Id);
        var second = await grove.DetailsAsync(grove.OtherDepartment.Id);
        var result = await grove.Get<MergeAgencies>().RunAsync(
            new MergeAgencies.Command([new Ending(first.Id, first.Version), new Ending(second.Id, second.Version)], On, null, Grove.Facts("云溪县农业农村局"), true, true),
            grove.CountyAdministrator, Grove.Stop);

        var successor = await grove.DetailsAsync(result.Successors.ShouldHaveSingleItem());
        successor.Predecessors.Select(predecessor => predecessor.Id).ShouldBe([first.Id, second.Id]);
        successor.ParentId.ShouldBe(grove.County.Id);
        (await grove.DetailsAsync(second.Id)).ValidTo.ShouldBe(On.AddDays(-1));
    }

    [Fact]
    public async Task An_agency_passes_into_one_that_goes_on_and_its_posts_end()
    {
        await using var grove = await Grove.PlantAsync(database);
        var account = await PostAsync(grove, grove.OtherDepartment.Id);
        var ending = await grove.DetailsAsync(grove.OtherDepartment.Id);
        var result = await grove.Get<MergeAgencies>().RunAsync(
            new MergeAgencies.Command([new Ending(ending.Id, ending.Version)], On, grove.Department.Id, null, true, false), grove.CountyAdministrator, Grove.Stop);

        result.Successors.ShouldBe([grove.Department.Id]);
        (await grove.Db.Posts.AsNoTracking().SingleAsync(post => post.AccountId == account, Grove.Stop)).To.ShouldBe(On.AddDays(-1));
    }

    [Fact]
    public async Task A_split_makes_two_and_each_of_those_below_goes_where_it_was_told()
    {
        await using var grove = await Grove.PlantAsync(database);
        var station = await grove.AddAsync(grove.Department, "农技站", AgencyKind.PublicInstitution, GovernmentLevel.County);
        var department = await grove.DetailsAsync(grove.Department.Id);
        var result = await grove.Get<SplitAgency>().RunAsync(
            new SplitAgency.Command(new Ending(department.Id, department.Version), On, [Grove.Facts("云溪县农业农村局"), Grove.Facts("云溪县林业局")], new Dictionary<int, int> { [station.Id] = 1 }, 0),
            grove.CountyAdministrator, Grove.Stop);

        result.Successors.Count.ShouldBe(2);
        (await grove.ChildrenAsync(result.Successors[1])).ShouldBe(["农技站"]);
        (await grove.DetailsAsync(department.Id)).Successors.Select(successor => successor.Kind).ShouldBe([SuccessionKind.Split, SuccessionKind.Split]);
    }

    [Fact]
    public async Task Two_parts_of_one_name_are_refused_and_nothing_happens()
    {
        await using var grove = await Grove.PlantAsync(database);
        var department = await grove.DetailsAsync(grove.Department.Id);
        var result = await grove.Get<SplitAgency>().RunAsync(
            new SplitAgency.Command(new Ending(department.Id, department.Version), On, [Grove.Facts("云溪县林业局"), Grove.Facts("云溪县林业局")], new Dictionary<int, int>(), null),
            grove.CountyAdministrator, Grove.Stop);

        result.Faults.ShouldBe([new ReformFault(1, new AgencyFault(AgencyField.Name, AgencyProblem.NameTaken))]);
        (await grove.DetailsAsync(department.Id)).ValidTo.ShouldBeNull();
    }

    [Fact]
    public async Task An_agency_closes_only_when_nothing_stands_below_it()
    {
        await using var grove = await Grove.PlantAsync(database);
        var close = grove.Get<CloseAgency>();
        var town = await grove.DetailsAsync(grove.Town.Id);
        var village = await grove.DetailsAsync(grove.Village.Id);

        (await close.RunAsync(new CloseAgency.Command(new Ending(town.Id, town.Version), Grove.Today), grove.CountyAdministrator, Grove.Stop)).Refusal.ShouldBe(ReformRefusal.HasChildren);
        (await close.RunAsync(new CloseAgency.Command(new Ending(village.Id, village.Version), Grove.Today), grove.CountyAdministrator, Grove.Stop)).Refusal.ShouldBeNull();
        (await grove.DetailsAsync(village.Id)).ValidTo.ShouldBe(Grove.Today);
        (await close.RunAsync(new CloseAgency.Command(new Ending(village.Id, village.Version), Grove.Today), grove.CountyAdministrator, Grove.Stop)).Refusal.ShouldBe(ReformRefusal.AlreadyEnded);
    }

    [Fact]
    public async Task Another_county_and_a_day_ahead_and_an_old_form_are_refused()
    {
        await using var grove = await Grove.PlantAsync(database);
        var other = await grove.DetailsAsync(grove.OtherCounty.Id);
        var town = await grove.DetailsAsync(grove.Town.Id);
        async Task<ReformRefusal?> Rename(AgencyDetails agency, uint version, DateOnly on) =>
            (await grove.Get<RenameAgency>().RunAsync(new RenameAgency.Command(new Ending(agency.Id, version), on, "新名", null, null), grove.CountyAdministrator, Grove.Stop)).Refusal;

        (await Rename(other, other.Version, On)).ShouldBe(ReformRefusal.NotAllowed);
        (await Rename(town, town.Version, Grove.Today.AddDays(1))).ShouldBe(ReformRefusal.DateOutOfRange);
        (await Rename(town, town.Version + 1, On)).ShouldBe(ReformRefusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Who_must_file_is_told_by_the_last_day_of_the_year()
    {
        await using var grove = await Grove.PlantAsync(database);
        await grove.AddAsync(grove.County, "云溪县税务局", AgencyKind.VerticalOffice, GovernmentLevel.County);
        var town = await grove.DetailsAsync(grove.Town.Id);
        await grove.Get<ChangeAgency>().RunAsync(new ChangeAgency.Command(grove.OtherDepartment.Id, (await grove.DetailsAsync(grove.OtherDepartment.Id)).Version, Grove.Facts("云溪县水利局") with { FilesFrom = 2025 }), grove.CountyAdministrator, Grove.Stop);
        var renamed = await grove.Get<RenameAgency>().RunAsync(new RenameAgency.Command(new Ending(town.Id, town.Version), On, "石塘街道办事处", null, null), grove.CountyAdministrator, Grove.Stop);
        async Task<IEnumerable<int>> MustFile(int year) => (await grove.Get<AgencyQueries>().MustFileForAsync(year, grove.County.Path, Grove.Stop)).Select(filer => filer.AgencyId);

        (await MustFile(2024)).ShouldBe([grove.County.Id, grove.Department.Id, town.Id], ignoreOrder: true);
        (await MustFile(2025)).ShouldBe([grove.County.Id, grove.Department.Id, grove.OtherDepartment.Id, renamed.Successors[0]], ignoreOrder: true);
    }

    private static async Task<Guid> PostAsync(Grove grove, int agencyId)
    {
        var account = new Account { Id = Guid.CreateVersion7(), UserName = Guid.CreateVersion7().ToString(), DisplayName = "信息员" };
        grove.Db.Users.Add(account);
        grove.Db.Posts.Add(new Post { AccountId = account.Id, AgencyId = agencyId, Role = Role.Clerk, From = new DateOnly(2024, 1, 1) });
        await grove.Db.SaveChangesAsync(Grove.Stop);
        grove.Db.ChangeTracker.Clear();
        return account.Id;
    }
}
