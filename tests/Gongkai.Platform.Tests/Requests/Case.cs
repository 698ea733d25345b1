using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>Cases as tests need them.</summary>
internal static class Case
{
    public const string Wanted = "云溪水库移民补偿标准";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static RequestForm Form(Office office, string wanted = Wanted, string identity = "110101199003074477", string email = "") => new()
    {
        Key = Guid.CreateVersion7(), AgencyId = office.Bureau.Id, Wanted = wanted, Carrier = Carrier.Electronic, Supply = Supply.Online,
        Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = identity, Telephone = "13800001111", Email = email },
    };

    public static Task<long> RegisterAsync(Office office, DateOnly arrivedOn, string wanted = Wanted, string identity = "110101199003074477") =>
        RegisterAsync(office, arrivedOn, Form(office, wanted, identity));

    public static async Task<long> RegisterAsync(Office office, DateOnly arrivedOn, RequestForm form) =>
        (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(new(form, IntakeChannel.Counter, arrivedOn, null), office.Clerk, Cancellation))).Registered!.RequestId;

    public static async Task<RequestSheet> SheetAsync(Office office, long id, Actor? actor = null) =>
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, actor ?? office.Clerk, Cancellation)))!;

    public static Task<RequestResult> AssignAsync(Office office, long id, Actor? handler = null) =>
        office.UseAsync<AssignRequest, RequestResult>(use => use.RunAsync(new(id, (handler ?? office.Clerk).AccountId, "规划股", null), office.Clerk, Cancellation));

    public static async Task AnswerAsync(Office office, long id, DateOnly on, Outcome outcome = Outcome.Granted)
    {
        Done(await AssignAsync(office, id));
        Done(await office.UseAsync<DraftDecision, RequestResult>(use => use.RunAsync(new(id, [new(Wanted, outcome, "附后", "附后")]), office.Clerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.SendAsync(id, office.Clerk, Cancellation)));
        Done(await office.UseAsync<ReviewDecision, RequestResult>(use => use.ApproveAsync(id, Review.Legality, null, office.Reviewer, Cancellation)));
        Done(await office.UseAsync<SignDecision, RequestResult>(use => use.RunAsync(id, office.Head, Cancellation)));
        Done(await office.UseAsync<ServeDecision, RequestResult>(use => use.RunAsync(new(id, ServiceWay.Post, on, null, null), office.Clerk, Cancellation)));
    }

    public static void Done(RequestResult result) => result.Refusal.ShouldBeNull(result.Message);
}
