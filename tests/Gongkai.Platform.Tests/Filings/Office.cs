using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Filings;

/// <summary>A county with one bureau and its people, in a database of a test class; each has agencies of its own.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Office(ServiceProvider services, SetTime clock)
    {
        this.services = services;
        Clock = clock;
    }

    public SetTime Clock { get; }

    public Agency County { get; private set; } = null!;

    public Agency Bureau { get; private set; } = null!;

    public Actor Clerk { get; private set; } = null!;

    public Actor OtherClerk { get; private set; } = null!;

    public Actor Reviewer { get; private set; } = null!;

    public Actor Head { get; private set; } = null!;

    public Actor Officer { get; private set; } = null!;

    public static async Task<Office> OpenAsync(GongkaiDatabase database, bool withReviewer = true, Action<IServiceCollection>? add = null)
    {
        var clock = new SetTime(new DateTimeOffset(2026, 1, 12, 9, 0, 0, TimeSpan.FromHours(8)).ToUniversalTime());
        var office = new Office(database.Services(clock, add), clock);
        await office.FillAsync(withReviewer);
        return office;
    }

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<int> BeginAsync(int year = 2025, FilingOrigin from = FilingOrigin.Empty) =>
        (await UseAsync<BeginFiling, BeginFiling.Result>(begin => begin.RunAsync(new BeginFiling.Command(Bureau.Id, year, from), Clerk, TestContext.Current.CancellationToken))).FilingId!.Value;

    public Task<SaveFiling.Result> SaveAsync(int filing, Actor actor, int on, params (string Field, string Text)[] changes) =>
        UseAsync<SaveFiling, SaveFiling.Result>(save => save.RunAsync(
            new SaveFiling.Command(filing, on, [.. changes.Select(change => new FieldChange(change.Field, change.Text, on))]), actor, TestContext.Current.CancellationToken));

    public async Task<FilingSheet> FindAsync(int filing, Actor actor) =>
        (await UseAsync<FilingQueries, FilingSheet?>(queries => queries.FindAsync(filing, actor, TestContext.Current.CancellationToken)))!;

    /// <summary>Every cell a zero, so that no figure contradicts another.</summary>
    public Task<SaveFiling.Result> FillWithZerosAsync(int filing) =>
        SaveAsync(filing, Clerk, 1_000, [.. NationalForm.Of(Edition.National2021).Select(address => (address.ToString(), "0"))]);

    public async Task<Actor> HireAsync(string name, params (Agency Agency, Role Role)[] posts)
    {
        var account = new Account { Id = Guid.CreateVersion7(), DisplayName = name, UserName = $"{name}{Guid.CreateVersion7():N}", CreatedAt = Clock.GetUtcNow() };
        await UseAsync<GongkaiDb, int>(db =>
        {
            db.Users.Add(account);
            db.Posts.AddRange(posts.Select(post => new Post { AccountId = account.Id, AgencyId = post.Agency.Id, Role = post.Role, From = new DateOnly(2020, 1, 1) }));
            return db.SaveChangesAsync();
        });
        return new Actor(account.Id, name, posts[0].Agency.Id, [.. posts.Select(post => new HeldPost(post.Role, post.Agency.Id, post.Agency.Path, post.Agency.Name))], "127.0.0.1");
    }

    public Task<Agency> AddAgencyAsync(string name, AgencyKind kind, Agency? parent) => UseAsync<GongkaiDb, Agency>(async db =>
    {
        var agency = new Agency { Name = name, Kind = kind, Level = GovernmentLevel.County, ParentId = parent?.Id, ValidFrom = new DateOnly(2010, 1, 1), MustFile = true };
        db.Agencies.Add(agency);
        await db.SaveChangesAsync();
        agency.Path = $"{parent?.Path ?? "/"}{agency.Id}/";
        await db.SaveChangesAsync();
        db.Entry(agency).State = EntityState.Detached;
        return agency;
    });

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task FillAsync(bool withReviewer)
    {
        County = await AddAgencyAsync($"云溪县人民政府{Guid.CreateVersion7():N}", AgencyKind.Government, null);
        Bureau = await AddAgencyAsync("云溪县水利局", AgencyKind.Department, County);
        Clerk = await HireAsync("王芳", (Bureau, Role.Clerk));
        OtherClerk = await HireAsync("李强", (Bureau, Role.Clerk));
        Head = await HireAsync("赵局长", (Bureau, Role.Head));
        Officer = await HireAsync("林晓梅", (County, Role.AuthorityOfficer));
        Reviewer = withReviewer ? await HireAsync("陈静", (Bureau, Role.FirstReviewer)) : Head;
    }
}
