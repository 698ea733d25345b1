using System.Text;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Organizations.Tables;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Organizations;

public sealed class ImportTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    [Theory]
    [InlineData(ListFormat.Csv)]
    [InlineData(ListFormat.Xlsx)]
    public async Task What_was_exported_changes_nothing_when_it_comes_back(ListFormat format)
    {
        await using var grove = await Grove.PlantAsync(database);
        await grove.AddAsync(grove.OtherCounty, "司法所", AgencyKind.Outpost, GovernmentLevel.County);
        var twin = await grove.AddAsync(grove.County, "司法所", AgencyKind.Outpost, GovernmentLevel.County);
        await grove.AddAsync(twin, "值班室", AgencyKind.PublicInstitution, GovernmentLevel.County);
        var department = await grove.DetailsAsync(grove.Department.Id);
        await grove.Get<EditProfile>().RunAsync(
            new EditProfile.Command(department.Id, department.Version, new AgencyProfile { Functions = "一、拟订“规划”,\n二、组织实施。", Telephone = "+86-566-1234567", Address = "云溪县人民路1号" }),
            grove.CountyAdministrator, Grove.Stop);

        var exported = await ExportAsync(grove, format);
        var preview = await PreviewAsync(grove, exported, grove.CityAdministrator);

        preview.Plan.Errors.ShouldBeEmpty();
        preview.Plan.Changed.ShouldBeEmpty();
        preview.Plan.Added.ShouldBeEmpty();
        preview.Plan.Unchanged.ShouldBe(10);
    }

    [Fact]
    public async Task New_and_changed_agencies_are_shown_field_by_field_and_then_applied()
    {
        await using var grove = await Grove.PlantAsync(database);
        var preview = await PreviewAsync(
            grove,
            """
            名称,上级机关,类型,统一社会信用代码,联系电话,起报年度,成立日期
            青坪村村民委员会,鹤坪乡人民政府,村（居）民委员会,,,,
            鹤坪乡人民政府,云溪县人民政府,乡镇,CODE,0566-7654321,2020,2019年3月1日
            云溪县农业局,云溪县人民政府,,,0566-1234567,,
            云溪县水利局,云溪县人民政府,部门,,,,
            """.Replace("CODE", Grove.Code(2001), StringComparison.Ordinal));

        preview.Plan.Errors.ShouldBeEmpty();
        preview.Plan.Added.Select(added => (added.Row, added.Name, added.Parent)).ShouldBe([(2, "青坪村村民委员会", "鹤坪乡人民政府"), (3, "鹤坪乡人民政府", "云溪县人民政府")]);
        var change = preview.Plan.Changed.ShouldHaveSingleItem();
        change.Fields.ShouldBe([new FieldChange(AgencyField.Telephone, "", "0566-1234567")]);
        preview.Plan.Unchanged.ShouldBe(1);

        (await ApplyAsync(grove, preview)).Refusal.ShouldBeNull();
        var township = await grove.Db.Agencies.AsNoTracking().SingleAsync(agency => agency.Name == "鹤坪乡人民政府" && agency.ParentId == grove.County.Id, Grove.Stop);
        var village = await grove.Db.Agencies.AsNoTracking().SingleAsync(agency => agency.ParentId == township.Id, Grove.Stop);
        township.ShouldSatisfyAllConditions(
            () => township.Level.ShouldBe(GovernmentLevel.Township),
            () => township.MustFile.ShouldBeTrue(),
            () => township.FilesFrom.ShouldBe(2020),
            () => township.ValidFrom.ShouldBe(new DateOnly(2019, 3, 1)),
            () => village.Path.ShouldBe($"{grove.County.Path}{township.Id}/{village.Id}/"),
            () => village.MustFile.ShouldBeFalse());
        (await grove.DetailsAsync(grove.Department.Id)).Profile.Telephone.ShouldBe("0566-1234567");
        (await grove.Get<AgencyQueries>().HistoryAsync(township.Id, Grove.Stop)).ShouldHaveSingleItem().Action.ShouldBe("agency.imported");
        (await grove.Get<AuditVerification>().RunAsync(Grove.Stop)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_wrong_row_says_its_number_and_what_to_do_and_nothing_is_applied()
    {
        await using var grove = await Grove.PlantAsync(database);
        var preview = await PreviewAsync(
            grove,
            """
            名称,上级机关,类型,统一社会信用代码,编制年报
            甲局,没有这个县,部门,,
            乙局,云溪县人民政府,部门,11341702486344515J,
            丙局,云溪县人民政府,部门,,也许
            丁局,,部门,,
            柳汀县教育局,CITY/柳汀县人民政府,部门,,
            戊局,己局,部门,,
            己局,戊局,部门,,
            庚局,云溪县人民政府,部门,,
            庚局,云溪县人民政府,部门,,
            """.Replace("CITY", grove.City.Name, StringComparison.Ordinal));

        preview.Plan.Errors.Select(error => (error.Row, error.Field)).ShouldBe(
            [
                (2, AgencyField.Parent), (3, AgencyField.CreditCode), (4, AgencyField.MustFile), (5, AgencyField.Parent), (6, AgencyField.Name),
                (7, AgencyField.Parent), (8, AgencyField.Parent), (9, AgencyField.Name), (10, AgencyField.Name),
            ],
            ignoreOrder: true);
        preview.Plan.Errors.ShouldAllBe(error => error.Message.Contains('，') || error.Message.Contains('请'));
        (await ApplyAsync(grove, preview)).Refusal.ShouldBe(ImportRefusal.HasErrors);
        (await grove.Db.Agencies.AnyAsync(agency => agency.Name == "庚局", Grove.Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_tree_that_changed_since_the_preview_is_not_changed_by_it()
    {
        await using var grove = await Grove.PlantAsync(database);
        var preview = await PreviewAsync(grove, "名称,联系电话\n云溪县农业局,0566-1234567\n");
        var department = await grove.DetailsAsync(grove.Department.Id);
        await grove.Get<EditProfile>().RunAsync(new EditProfile.Command(department.Id, department.Version, new AgencyProfile { Telephone = "0566-1111111" }), grove.CountyAdministrator, Grove.Stop);

        var applied = await ApplyAsync(grove, preview);
        applied.Refusal.ShouldBe(ImportRefusal.ChangedMeanwhile);
        applied.Plan.Changed.ShouldHaveSingleItem().Fields.ShouldBe([new FieldChange(AgencyField.Telephone, "0566-1111111", "0566-1234567")]);
        (await ApplyAsync(grove, applied)).Refusal.ShouldBeNull();
        (await ApplyAsync(grove, applied)).Refusal.ShouldBe(ImportRefusal.AlreadyApplied);
    }

    [Fact]
    public async Task Another_person_cannot_apply_my_list()
    {
        await using var grove = await Grove.PlantAsync(database);
        var preview = await PreviewAsync(grove, "名称,联系电话\n云溪县农业局,0566-1234567\n");

        (await grove.Get<AgencyImport>().ApplyAsync(preview.Id!.Value, preview.Plan.Hash, Grove.Administrator(grove.County), Grove.Stop)).Refusal.ShouldBe(ImportRefusal.NotFound);
    }

    [Fact]
    public async Task A_row_may_move_an_agency_and_two_may_exchange_their_names()
    {
        await using var grove = await Grove.PlantAsync(database);
        var first = await SetCodeAsync(grove, grove.Department, Grove.Code(2101));
        var second = await SetCodeAsync(grove, grove.OtherDepartment, Grove.Code(2102));
        var exchanged = await PreviewAsync(grove, $"名称,统一社会信用代码,上级机关\n云溪县水利局,{first},{grove.County.Name}\n", grove.CityAdministrator);
        exchanged.Plan.Errors.ShouldHaveSingleItem().Field.ShouldBe(AgencyField.CreditCode);
        (await PreviewAsync(grove, $"名称,统一社会信用代码,类型\n云溪县水利局,{first},部门\n云溪县农业局,{second},部门\n", grove.CityAdministrator)).Plan.Errors.ShouldBeEmpty();
        var moved = await PreviewAsync(grove, $"名称,统一社会信用代码,上级机关\n云溪县水利局,{first},{grove.City.Name}\n云溪县农业局,{second},{grove.City.Name}/云溪县人民政府\n", grove.CityAdministrator);
        moved.Plan.Errors.ShouldBeEmpty();
        (await ApplyAsync(grove, moved, grove.CityAdministrator)).Refusal.ShouldBeNull();
        (await grove.DetailsAsync(grove.Department.Id)).Facts.Name.ShouldBe("云溪县水利局");
        (await grove.DetailsAsync(grove.Department.Id)).Path.ShouldBe($"{grove.City.Path}{grove.Department.Id}/");
        (await grove.ChildrenAsync(grove.County.Id, Grove.Today.AddDays(-1))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task GB18030_is_read_and_an_unknown_heading_is_told()
    {
        await using var grove = await Grove.PlantAsync(database);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var preview = await PreviewAsync(grove, Encoding.GetEncoding("GB18030").GetBytes("名称,联系电话,备注栏\r\n云溪县农业局,0566-1234567,㙓\r\n"));

        preview.Plan.UnknownHeadings.ShouldBe(["备注栏"]);
        preview.Plan.Changed.ShouldHaveSingleItem().AgencyId.ShouldBe(grove.Department.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\\rtf1 x}")]
    [InlineData("PK\u0003\u0004broken")]
    [InlineData("随便写的文字")]
    public async Task What_is_no_list_is_refused_in_a_sentence(string content)
    {
        await using var grove = await Grove.PlantAsync(database);
        var preview = await PreviewAsync(grove, content);

        preview.Plan.Unreadable.ShouldNotBeNullOrEmpty();
        preview.Id.ShouldBeNull();
    }

    [Fact]
    public async Task Three_thousand_agencies_come_in_at_once_and_a_second_time_change_nothing()
    {
        await using var grove = await Grove.PlantAsync(database);
        var list = new StringBuilder("名称,上级机关,类型,统一社会信用代码,联系电话\n");
        for (var number = 0; number < 3000; number++)
        {
            var parent = number % 30 == 0 ? "云溪县人民政府" : $"第{number / 30 * 30}局";
            list.Append(System.Globalization.CultureInfo.InvariantCulture, $"第{number}局,{parent},部门,{Grove.Code(300_000 + number)},0566-{1_000_000 + number}\n");
        }

        var preview = await PreviewAsync(grove, list.ToString());
        preview.Plan.Errors.ShouldBeEmpty();
        preview.Plan.Added.Count.ShouldBe(3000);
        (await ApplyAsync(grove, preview)).Refusal.ShouldBeNull();

        var again = await PreviewAsync(grove, list.ToString());
        again.Plan.Unchanged.ShouldBe(3000);
        again.Plan.ChangesNothing.ShouldBeTrue();
        (await grove.Db.Agencies.CountAsync(agency => agency.Path.StartsWith(grove.County.Path), Grove.Stop)).ShouldBe(3005);
        var found = await grove.Get<AgencyQueries>().FindAsync(Gate.ScopeOf(grove.CountyAdministrator, Act.ManageAgencies), "2999", Grove.Stop);
        found.ShouldHaveSingleItem().Name.ShouldBe("第2999局");
    }

    private static async Task<string> SetCodeAsync(Grove grove, Agency agency, string code)
    {
        await grove.Db.Agencies.Where(other => other.Id == agency.Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.CreditCode, code), Grove.Stop);
        return code;
    }

    private static async Task<byte[]> ExportAsync(Grove grove, ListFormat format)
    {
        using var output = new MemoryStream();
        await grove.Get<AgencyExport>().WriteAsync(Gate.ScopeOf(grove.CityAdministrator, Act.ManageAgencies), new AgencyFilter { On = Grove.Today }, format, output, Grove.Stop);
        return output.ToArray();
    }

    private static Task<ImportPreview<ImportPlan>> PreviewAsync(Grove grove, string list, Actor? actor = null) => PreviewAsync(grove, Encoding.UTF8.GetBytes(list), actor);

    private static Task<ImportPreview<ImportPlan>> PreviewAsync(Grove grove, byte[] list, Actor? actor = null) =>
        grove.Get<AgencyImport>().PreviewAsync("机关.csv", list, actor ?? Someone(grove), Grove.Stop);

    private static Task<ImportPreview<ImportPlan>> ApplyAsync(Grove grove, ImportPreview<ImportPlan> preview, Actor? actor = null) =>
        grove.Get<AgencyImport>().ApplyAsync(preview.Id!.Value, preview.Plan.Hash, actor ?? Someone(grove), Grove.Stop);

    private static Actor Someone(Grove grove) => grove.CountyAdministrator;
}
