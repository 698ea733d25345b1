using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Codes;
using Gongkai.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Organizations;

/// <summary>A small tree of its own for each test: a city, two counties, departments and a town with a village.</summary>
internal sealed class Grove : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 3, 19);
    private static int count;

    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    private Grove(GongkaiDatabase database)
    {
        Number = Interlocked.Increment(ref count);
        services = database.Services(new SetTime(new DateTimeOffset(2026, 3, 19, 10, 0, 0, TimeSpan.FromHours(8))));
        scope = services.CreateAsyncScope();
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public int Number { get; }

    public GongkaiDb Db => Get<GongkaiDb>();

    public required Agency City { get; set; }

    public required Agency County { get; set; }

    public required Agency OtherCounty { get; set; }

    public required Agency Department { get; set; }

    public required Agency OtherDepartment { get; set; }

    public required Agency Town { get; set; }

    public required Agency Village { get; set; }

    public Actor CityAdministrator => field ??= Administrator(City);

    public Actor CountyAdministrator => field ??= Administrator(County);

    public static async Task<Grove> PlantAsync(GongkaiDatabase database)
    {
        var grove = new Grove(database) { City = null!, County = null!, OtherCounty = null!, Department = null!, OtherDepartment = null!, Town = null!, Village = null! };
        grove.City = await grove.AddAsync(null, $"清河{grove.Number}市人民政府", AgencyKind.Government, GovernmentLevel.City);
        grove.County = await grove.AddAsync(grove.City, "云溪县人民政府", AgencyKind.Government, GovernmentLevel.County);
        grove.OtherCounty = await grove.AddAsync(grove.City, "柳汀县人民政府", AgencyKind.Government, GovernmentLevel.County);
        grove.Department = await grove.AddAsync(grove.County, "云溪县农业局", AgencyKind.Department, GovernmentLevel.County);
        grove.OtherDepartment = await grove.AddAsync(grove.County, "云溪县水利局", AgencyKind.Department, GovernmentLevel.County);
        grove.Town = await grove.AddAsync(grove.County, "石塘镇人民政府", AgencyKind.Township, GovernmentLevel.Township);
        grove.Village = await grove.AddAsync(grove.Town, "上坪村村民委员会", AgencyKind.VillageCommittee, GovernmentLevel.Township);
        return grove;
    }

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public static Actor Administrator(Agency agency) => new(Guid.CreateVersion7(), "管理员", agency.Id, [new HeldPost(Role.SystemAdministrator, agency.Id, agency.Path, agency.Name)], "192.0.2.1");

    public static string Code(int number) =>
        CreditCode.Of("11", DivisionCode.Parse("341702", null), OrganizationCode.Of(number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture))).Value;

    public static AgencyFacts Facts(string name, AgencyKind kind = AgencyKind.Department) => AgencyFacts.New(name, kind, GovernmentLevel.County, new DateOnly(2020, 1, 1));

    public async Task<AgencyDetails> DetailsAsync(int id) => (await Get<AgencyQueries>().DetailsAsync(id, Stop))!;

    public async Task<IReadOnlyList<string>> ChildrenAsync(int id, DateOnly? on = null) =>
        [.. (await Get<AgencyQueries>().ChildrenAsync(id, on, Stop)).Select(node => node.Agency.Name)];

    public async Task<Agency> AddAsync(Agency? parent, string name, AgencyKind kind, GovernmentLevel level)
    {
        var defaults = KindDefaults.Of(kind);
        var agency = new Agency
        {
            Name = name, Kind = kind, Level = level, ParentId = parent?.Id, ValidFrom = new DateOnly(2010, 1, 1),
            MustFile = defaults.MustFile, CountedInSum = defaults.CountedInSum, IsVertical = defaults.IsVertical,
        };
        Db.Agencies.Add(agency);
        await Db.SaveChangesAsync(Grove.Stop);
        agency.Path = $"{parent?.Path ?? "/"}{agency.Id}/";
        await Db.SaveChangesAsync(Grove.Stop);
        Db.ChangeTracker.Clear();
        return agency;
    }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
