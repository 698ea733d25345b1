using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Platform.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Tokens;

public sealed class TokenTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Summer = new(2026, 6, 30);

    private readonly CancellationToken cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_stands_for_a_clerk_of_its_agency_and_nothing_else()
    {
        await using var office = await Office.OpenAsync(database);
        var issued = await IssueAsync(office, office.Head);

        var actor = (await FindAsync(office, issued.Secret!)).ShouldNotBeNull();

        actor.AgencyId.ShouldBe(office.Bureau.Id);
        actor.Posts.ShouldHaveSingleItem().ShouldBe(new HeldPost(Role.Clerk, office.Bureau.Id, office.Bureau.Path, office.Bureau.Name));
        Gate.May(actor, Act.EditFilings, office.Bureau.Path).ShouldBeTrue();
        Gate.May(actor, Act.EditFilings, office.County.Path).ShouldBeFalse();
        Gate.May(actor, Act.SignFilings, office.Bureau.Path).ShouldBeFalse();
        (await FindAsync(office, "gk_guessed")).ShouldBeNull();
    }

    [Fact]
    public async Task The_secret_is_kept_nowhere()
    {
        await using var office = await Office.OpenAsync(database);
        var issued = await IssueAsync(office, office.Head);

        var kept = await office.UseAsync<GongkaiDb, List<string>>(db => db.Database.SqlQuery<string>($"SELECT row_to_json(t)::text AS \"Value\" FROM agency_tokens t").ToListAsync(cancellation));
        var trail = await office.UseAsync<GongkaiDb, List<AuditEntry>>(db => db.AuditEntries.Where(entry => entry.Chain == office.Bureau.Id && entry.Action == "token.issued").ToListAsync(cancellation));

        kept.ShouldAllBe(row => !row.Contains(issued.Secret!, StringComparison.Ordinal));
        trail.ShouldHaveSingleItem().After!.ShouldNotContain(issued.Secret!);
    }

    [Fact]
    public async Task A_token_ends_by_its_day_or_by_a_word()
    {
        await using var office = await Office.OpenAsync(database);
        var expiring = await IssueAsync(office, office.Head, office.Clock.Today());
        var revoked = await IssueAsync(office, office.Head);
        // Both were made at the same moment, so the list may begin with either.
        var id = (await ListAsync(office, office.Head)).Items.Single(row => row.ExpiresOn != office.Clock.Today()).Id;
        (await RevokeAsync(office, id, office.Clerk)).ShouldBe(RevokeToken.Refusal.NotFound);
        (await FindAsync(office, revoked.Secret!)).ShouldNotBeNull();

        (await RevokeAsync(office, id, office.Head)).ShouldBeNull();

        (await FindAsync(office, revoked.Secret!)).ShouldBeNull();
        (await RevokeAsync(office, id, office.Head)).ShouldBe(RevokeToken.Refusal.AlreadyRevoked);
        (await FindAsync(office, expiring.Secret!)).ShouldNotBeNull();
        office.Clock.Move(TimeSpan.FromDays(1));
        (await FindAsync(office, expiring.Secret!)).ShouldBeNull();
        (await ListAsync(office, office.Head)).Items.ShouldAllBe(row => !row.Counts);
    }

    [Fact]
    public async Task Only_the_head_of_the_agency_and_the_system_administrator_above_issue_tokens()
    {
        await using var office = await Office.OpenAsync(database);
        var administrator = await office.HireAsync("系统员", (office.County, Role.SystemAdministrator));

        (await IssueAsync(office, office.Clerk)).Refusal.ShouldBe(IssueToken.Refusal.NotAllowed);
        (await IssueAsync(office, office.Officer)).Refusal.ShouldBe(IssueToken.Refusal.NotAllowed);
        (await IssueAsync(office, administrator)).Refusal.ShouldBeNull();
        (await IssueAsync(office, office.Head, name: " ")).Refusal.ShouldBe(IssueToken.Refusal.NameMissing);
        (await IssueAsync(office, office.Head, new DateOnly(2026, 1, 11))).Refusal.ShouldBe(IssueToken.Refusal.ExpiryWrong);
        (await IssueAsync(office, office.Head, new DateOnly(2028, 1, 13))).Refusal.ShouldBe(IssueToken.Refusal.ExpiryWrong);
        (await ListAsync(office, office.Clerk)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_gives_the_same_answer_to_the_same_request_and_none_to_another()
    {
        await using var office = await Office.OpenAsync(database);
        var actor = (await FindAsync(office, (await IssueAsync(office, office.Head)).Secret!))!;
        Task<KeptAnswer?> BeginAsync(string hash) => office.UseAsync<KeptAnswers, KeptAnswer?>(answers => answers.BeginAsync(actor.AccountId, "key", hash, cancellation));

        (await BeginAsync("a")).ShouldBeNull();
        (await BeginAsync("a")).ShouldBe(new KeptAnswer(false, null, null));
        await office.UseAsync<KeptAnswers, bool>(async answers =>
        {
            await answers.KeepAsync(actor.AccountId, "key", 201, "{}", cancellation);
            return true;
        });

        (await BeginAsync("a")).ShouldBe(new KeptAnswer(false, 201, "{}"));
        (await BeginAsync("b")).ShouldBe(new KeptAnswer(true, 201, "{}"));
    }

    [Fact]
    public async Task A_request_that_was_broken_off_may_be_made_again()
    {
        await using var office = await Office.OpenAsync(database);
        var actor = (await FindAsync(office, (await IssueAsync(office, office.Head)).Secret!))!;
        Task<KeptAnswer?> BeginAsync() => office.UseAsync<KeptAnswers, KeptAnswer?>(answers => answers.BeginAsync(actor.AccountId, "broken", "a", cancellation));
        (await BeginAsync()).ShouldBeNull();

        office.Clock.Move(TimeSpan.FromMinutes(3));

        (await BeginAsync()).ShouldBeNull();
    }

    private Task<IssueToken.Result> IssueAsync(Office office, Actor actor, DateOnly? expiresOn = null, string name = "办公系统") =>
        office.UseAsync<IssueToken, IssueToken.Result>(issue => issue.RunAsync(new IssueToken.Command(office.Bureau.Id, name, expiresOn ?? Summer), actor, cancellation));

    private Task<RevokeToken.Refusal?> RevokeAsync(Office office, Guid id, Actor actor) =>
        office.UseAsync<RevokeToken, RevokeToken.Refusal?>(revoke => revoke.RunAsync(new RevokeToken.Command(id), actor, cancellation));

    private Task<Page<TokenRow>> ListAsync(Office office, Actor actor) => office.UseAsync<TokenQueries, Page<TokenRow>>(tokens => tokens.ListAsync(null, actor, cancellation));

    private Task<Actor?> FindAsync(Office office, string secret) => office.UseAsync<TokenQueries, Actor?>(tokens => tokens.FindAsync(secret, "127.0.0.1", cancellation));
}
