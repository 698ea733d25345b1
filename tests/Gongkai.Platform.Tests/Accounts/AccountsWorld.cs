using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Accounts;

/// <summary>A province with two counties, a township in the first, and people made as a test needs them.</summary>
internal sealed class AccountsWorld : IAsyncDisposable
{
    public const string Password = "Lantern7-river";
    private static int number;

    private readonly ServiceProvider services;

    private AccountsWorld(ServiceProvider services, SetTime time, (Agency Province, Agency First, Agency Second, Agency Township) agencies)
    {
        this.services = services;
        Time = time;
        (Province, First, Second, Township) = agencies;
    }

    public SetTime Time { get; }

    public Agency Province { get; }

    public Agency First { get; }

    public Agency Second { get; }

    public Agency Township { get; }

    public static async Task<AccountsWorld> MakeAsync(GongkaiDatabase database)
    {
        var time = new SetTime(new DateTimeOffset(2026, 1, 12, 1, 0, 0, TimeSpan.Zero));
        var services = database.Services(time, add => add.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000));
        await using var db = database.Open();
        var province = await AddAsync(db, null, "甲省人民政府", GovernmentLevel.Province);
        var first = await AddAsync(db, province, "乙县人民政府", GovernmentLevel.County);
        var second = await AddAsync(db, province, "丙县人民政府", GovernmentLevel.County);
        var township = await AddAsync(db, first, "丁乡人民政府", GovernmentLevel.Township);
        return new AccountsWorld(services, time, (province, first, second, township));
    }

    /// <summary>Runs one request with services of its own.</summary>
    public async Task<TResult> AskAsync<TService, TResult>(Func<TService, Task<TResult>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<TResult> ReadAsync<TResult>(Func<GongkaiDb, Task<TResult>> read) => AskAsync(read);

    /// <summary>A person with a password and the posts given, as an actor.</summary>
    public async Task<Person> PersonAsync(params (Role Role, Agency Agency)[] posts)
    {
        var name = $"person{Interlocked.Increment(ref number)}";
        await using var scope = services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var account = new Account { Id = Guid.CreateVersion7(Time.GetUtcNow()), UserName = name, DisplayName = $"人员{number}", CreatedAt = Time.GetUtcNow() };
        (await users.CreateAsync(account, Password)).Succeeded.ShouldBeTrue();
        db.Posts.AddRange(posts.Select(post => new Post { AccountId = account.Id, AgencyId = post.Agency.Id, Role = post.Role, From = Time.Today() }));
        await db.SaveChangesAsync();
        return new Person(name, await ActorAsync(account.Id));
    }

    public async Task<Actor> ActorAsync(Guid accountId)
    {
        var posts = await AskAsync<SessionQueries, IReadOnlyList<HeldPost>>(queries => queries.PostsAsync(accountId, CancellationToken.None));
        return new Actor(accountId, "某人", posts.Select(post => post.AgencyId).FirstOrDefault(), posts, "192.0.2.7");
    }

    public Task<SignIn.Result> SignInAsync(string name, string password) =>
        AskAsync<SignIn, SignIn.Result>(signIn => signIn.RunAsync(new SignIn.Command(name, password, "192.0.2.7", "Firefox/140"), CancellationToken.None));

    public Task<SignedIn?> SessionAsync(Guid id) => AskAsync<SessionQueries, SignedIn?>(queries => queries.FindAsync(id, null, CancellationToken.None));

    /// <summary>Ties an authenticator to a person, and gives its key and the recovery codes.</summary>
    public async Task<(string Key, IReadOnlyList<string> Codes)> EnrolAsync(Actor actor)
    {
        var offer = await AskAsync<EnrolSecondFactor, EnrolSecondFactor.Offer?>(enrol => enrol.OfferAsync(actor, CancellationToken.None));
        var code = Totp.CodeAt(offer!.Key, Time.GetUtcNow());
        var result = await AskAsync<EnrolSecondFactor, EnrolSecondFactor.Result>(enrol => enrol.RunAsync(new EnrolSecondFactor.Command(code), actor, CancellationToken.None));
        result.Refusal.ShouldBeNull();
        return (offer.Key, result.RecoveryCodes);
    }

    public Task<InviteAccount.Result> InviteAsync(Actor actor, string name, Agency agency, Role role) =>
        AskAsync<InviteAccount, InviteAccount.Result>(invite => invite.RunAsync(new InviteAccount.Command(name, "新来的", null, null, agency.Id, role), actor, CancellationToken.None));

    public Task<AddPost.Result> AddPostAsync(Actor actor, Guid accountId, Agency agency, Role role, DateOnly? from = null, DateOnly? to = null) =>
        AskAsync<AddPost, AddPost.Result>(add => add.RunAsync(new AddPost.Command(accountId, agency.Id, role, from, to), actor, CancellationToken.None));

    public Task<List<string>> AuditedAsync(Guid accountId) =>
        ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == $"account/{accountId}").OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static async Task<Agency> AddAsync(GongkaiDb db, Agency? parent, string name, GovernmentLevel level)
    {
        var agency = new Agency { ParentId = parent?.Id, Name = name, Kind = AgencyKind.Government, Level = level, ValidFrom = new DateOnly(2000, 1, 1), MustFile = true, CountedInSum = true };
        db.Agencies.Add(agency);
        await db.SaveChangesAsync();
        agency.Path = $"{parent?.Path ?? "/"}{agency.Id}/";
        await db.SaveChangesAsync();
        return agency;
    }
}

internal sealed record Person(string UserName, Actor Actor);
