using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Proactive;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>What several people were given can be published for all (article 44).</summary>
public sealed class ProactiveTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_people_were_given_is_proposed_and_decided_with_a_reason()
    {
        await using var office = await Office.OpenAsync(database);
        await AnsweredAsync(office, "《云溪水库移民补偿标准》", "110101199003074477");
        (await ListAsync(office, false)).ShouldBeEmpty();
        await AnsweredAsync(office, "云溪水库移民 补偿标准。", "110101198002021230");
        await AnsweredAsync(office, "云溪水库的设计图", "110101198002021230");

        var row = (await ListAsync(office, false)).ShouldHaveSingleItem();
        row.Applicants.ShouldBe(2);
        (await DecideAsync(office, row, "", true)).ShouldBe(ProactiveProposals.Refusal.ReasonMissing);
        (await office.UseAsync<ProactiveProposals, ProactiveProposals.Refusal?>(use => use.DecideAsync(new(row.AgencyId, row.SubjectKey, true, "群众关心", null), office.Clerk, Cancellation))).ShouldBe(ProactiveProposals.Refusal.NotAllowed);
        (await DecideAsync(office, row, "群众关心", true)).ShouldBeNull();

        (await ListAsync(office, false)).ShouldBeEmpty();
        (await ListAsync(office, true)).ShouldHaveSingleItem().IsAccepted.ShouldBe(true);
        (await DecideAsync(office, row, "涉及第三方的部分分不开", false)).ShouldBeNull();
        (await ListAsync(office, true)).ShouldHaveSingleItem().Reason.ShouldBe("涉及第三方的部分分不开");
    }

    [Fact]
    public async Task What_one_person_asked_twice_or_what_was_withheld_is_no_proposal()
    {
        await using var office = await Office.OpenAsync(database);
        await AnsweredAsync(office, "移民安置名单", "110101199003074477");
        await AnsweredAsync(office, "移民安置名单", "110101199003074477");
        await AnsweredAsync(office, "评估底稿", "110101199003074477", Outcome.ProcessInformation);
        await AnsweredAsync(office, "评估底稿", "110101198002021230", Outcome.ProcessInformation);

        (await ListAsync(office, null)).ShouldBeEmpty();
    }

    private static async Task AnsweredAsync(Office office, string wanted, string identity, Outcome outcome = Outcome.Granted) =>
        await Case.AnswerAsync(office, await Case.RegisterAsync(office, Today, wanted, identity), Today, outcome);

    private static async Task<IReadOnlyList<ProactiveRow>> ListAsync(Office office, bool? isDecided) =>
        (await office.UseAsync<ProactiveProposals, Page<ProactiveRow>>(use => use.ListAsync(isDecided, office.Clerk, null, Cancellation))).Items;

    private static Task<ProactiveProposals.Refusal?> DecideAsync(Office office, ProactiveRow row, string reason, bool isAccepted) =>
        office.UseAsync<ProactiveProposals, ProactiveProposals.Refusal?>(use => use.DecideAsync(new(row.AgencyId, row.SubjectKey, isAccepted, reason, null), office.Head, Cancellation));
}
