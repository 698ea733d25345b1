using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Public;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>What everybody sees of the requests of others.</summary>
public sealed class PublicLedgerTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_was_concluded_is_public_and_nothing_about_a_record_of_ones_own()
    {
        await using var office = await Office.OpenAsync(database);
        var concluded = await RegisterAsync(office, "水库移民补偿标准", Today.AddDays(-5));
        await RegisterAsync(office, "还在办理的", Today);
        var correction = await RegisterAsync(office, "更正登记的信息", Today, RequestKind.Correction);
        await WithdrawAsync(office, concluded);
        await WithdrawAsync(office, correction);

        var line = (await ListAsync(office)).Items.ShouldHaveSingleItem();

        line.ShouldBe(new PublicRequest(office.Bureau.Id, office.Bureau.Name, "2026-0001", Today.AddDays(-5), new DateOnly(2026, 2, 4), Today, false, Outcome.OtherwiseEnded, "水库移民补偿标准"));
        var figures = (await office.UseAsync<PublicRequestQueries, IReadOnlyList<PublicRequestFigures>>(ledger => ledger.FiguresAsync(2026, office.Bureau.Id, Cancellation))).ShouldHaveSingleItem();
        figures.Received.ShouldBe(2);
        figures.Concluded.ShouldBe(1);
        figures.Late.ShouldBe(0);
        figures.Outcomes[OutcomeGroup.Otherwise].ShouldBe(1);
        figures.Outcomes.Values.Sum().ShouldBe(figures.Concluded);
    }

    [Theory]
    [InlineData("我县水库移民补偿标准", true)]
    [InlineData("关于教育局的预算", true)]
    [InlineData("我家房屋的征收补偿协议", false)]
    [InlineData("周小舟承包地的确权档案", false)]
    [InlineData("手机13800001111的通话记录", false)]
    [InlineData("身份证110101199003074477的婚姻登记", false)]
    [InlineData("和平路3号楼2单元的产权", false)]
    [InlineData("李先生的低保审批表", false)]
    public async Task Words_that_may_tell_of_a_person_are_left_out(string wanted, bool isShown)
    {
        await using var office = await Office.OpenAsync(database);
        await WithdrawAsync(office, await RegisterAsync(office, wanted, Today));

        (await ListAsync(office)).Items.ShouldHaveSingleItem().Wanted.ShouldBe(isShown ? wanted : null);
    }

    [Fact]
    public async Task The_ledger_is_read_page_by_page_and_whole_without_loss()
    {
        await using var office = await Office.OpenAsync(database);
        for (var index = 0; index < 53; index++)
        {
            await WithdrawAsync(office, await RegisterAsync(office, "水库移民补偿标准", Today));
        }

        var first = await ListAsync(office);
        var second = await ListAsync(office, first.Next);
        var streamed = await office.UseAsync<PublicRequestQueries, List<string>>(async ledger =>
        {
            var numbers = new List<string>();
            await foreach (var line in ledger.StreamAsync(new PublicRequestFilter { AgencyId = office.Bureau.Id, Year = 2026 }, Cancellation))
            {
                numbers.Add(line.Number);
            }

            return numbers;
        });

        first.Items.Count.ShouldBe(50);
        second.Next.ShouldBeNull();
        string[] paged = [.. first.Items.Select(line => line.Number), .. second.Items.Select(line => line.Number)];
        paged.Distinct().Count().ShouldBe(53);
        streamed.ShouldBe(paged);
        (await office.UseAsync<PublicRequestQueries, Page<PublicRequest>>(ledger => ledger.ListAsync(new PublicRequestFilter { AgencyId = office.Bureau.Id, Year = 2025 }, null, Cancellation))).Items.ShouldBeEmpty();
        (await office.UseAsync<PublicRequestQueries, Page<PublicRequest>>(ledger => ledger.ListAsync(new PublicRequestFilter { AgencyId = office.Bureau.Id, Group = OutcomeGroup.Granted }, null, Cancellation))).Items.ShouldBeEmpty();
    }

    private static Task<Page<PublicRequest>> ListAsync(Office office, string? after = null) =>
        office.UseAsync<PublicRequestQueries, Page<PublicRequest>>(ledger => ledger.ListAsync(new PublicRequestFilter { AgencyId = office.Bureau.Id }, after, Cancellation));

    private static async Task WithdrawAsync(Office office, long id) =>
        (await office.UseAsync<CloseRequest, RequestResult>(use => use.WithdrawAsync(id, Today, "", office.Clerk, Cancellation))).Refusal.ShouldBeNull();

    private static async Task<long> RegisterAsync(Office office, string wanted, DateOnly arrivedOn, RequestKind kind = RequestKind.Disclosure) =>
        (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(
            new(
                new RequestForm
                {
                    Key = Guid.CreateVersion7(), AgencyId = office.Bureau.Id, Kind = kind, Wanted = wanted,
                    Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = "110101199003074477", Telephone = "13800001111" },
                },
                IntakeChannel.Counter, arrivedOn, null), office.Clerk, Cancellation))).Registered!.RequestId;
}
