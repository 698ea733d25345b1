using Gongkai.Platform.Messages;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Law.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>A lost code is issued anew at the counter, and an applicant with an address is written to.</summary>
public sealed class QueryCodeTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_code_dies_when_a_new_one_is_issued_which_is_told_once()
    {
        await using var office = await Office.OpenAsync(database);
        var registered = await RegisterAsync(office, "");
        (await ReissueAsync(office, registered.RequestId, "1234", hasSeen: true)).Taken.Refusal.ShouldBe(RequestRefusal.IdentityDiffers);
        (await ReissueAsync(office, registered.RequestId, "4477", hasSeen: false)).Taken.Refusal.ShouldBe(RequestRefusal.IdentityNotSeen);
        (await OpenAsync(office, registered.Number, registered.Code)).ShouldNotBeNull();

        var code = (await ReissueAsync(office, registered.RequestId, "4477", hasSeen: true)).Code!;

        (await OpenAsync(office, registered.Number, registered.Code)).ShouldBeNull();
        var key = (await OpenAsync(office, registered.Number, code)).ShouldNotBeNull();
        (await office.UseAsync<OwnRequestQueries, OwnReceipt?>(queries => queries.ReceiptAsync(key, Cancellation)))!.Code.ShouldBeNull();
        (await office.UseAsync<RequestFiles, RequestReceipt?>(files => files.ReceiptAsync(registered.RequestId, office.Clerk, Cancellation)))!.Code.ShouldBeNull();
        var kept = await office.UseAsync<GongkaiDb, string>(db => db.Database.SqlQuery<string>(
            $"SELECT (SELECT string_agg(r::text, ' ') FROM requests r) || (SELECT string_agg(s::text, ' ') FROM request_steps s) || (SELECT string_agg(a::text, ' ') FROM audit_entries a) AS \"Value\"").SingleAsync(Cancellation));
        kept.ShouldContain("request.codeReissued");
        kept.ShouldNotContain(code);
        kept.ShouldNotContain("4477");
    }

    [Fact]
    public async Task An_applicant_with_an_address_is_written_to_at_each_step_and_the_letter_says_nothing_of_her()
    {
        await using var office = await Office.OpenAsync(database, add: services => services.AddSingleton(new SmtpOptions { Host = "mail.example.cn", From = "gongkai@example.cn", SiteAddress = "https://gongkai.example.cn" }));
        var with = await RegisterAsync(office, "zhou@example.cn");
        var without = await RegisterAsync(office, "");
        Case.Done(await office.UseAsync<Clarify, RequestResult>(use => use.AskAsync(new(with.RequestId, "请写明水库的名称", 10, Today, null, false), office.Clerk, Cancellation)));
        Case.Done(await Case.AssignAsync(office, with.RequestId));

        var mails = await office.UseAsync<GongkaiDb, List<Mail>>(db => db.Mails.AsNoTracking().Where(mail => mail.RequestId != null).OrderBy(mail => mail.CreatedAt).ThenBy(mail => mail.Id).ToListAsync(Cancellation));

        mails.Select(mail => mail.RequestId).Distinct().ShouldBe([with.RequestId]);
        mails.Count.ShouldBe(2);
        mails.ShouldContain(mail => mail.Text.Contains("等待补正", StringComparison.Ordinal));
        foreach (var mail in mails)
        {
            mail.Recipient.ShouldBeEmpty();
            mail.Text.ShouldContain(with.Number);
            mail.Text.ShouldContain("https://gongkai.example.cn/request/track");
            mail.Text.ShouldNotContain("周小舟");
            mail.Text.ShouldNotContain("水库");
            mail.Text.ShouldNotContain(with.Code);
        }
    }

    private static async Task<Registered> RegisterAsync(Office office, string email) =>
        (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(new(Case.Form(office, email: email), IntakeChannel.Counter, Today, null), office.Clerk, Cancellation))).Registered!;

    private static Task<ReissueCode.Result> ReissueAsync(Office office, long id, string letters, bool hasSeen) =>
        office.UseAsync<ReissueCode, ReissueCode.Result>(use => use.RunAsync(new(id, IdentityCard.Kind, letters, hasSeen), office.Clerk, Cancellation));

    private static Task<CaseKey?> OpenAsync(Office office, string number, string code) => office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(number, code, Cancellation));
}
