using System.Text;
using System.Text.Json;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>What an applicant sees and does of the own case, and of no other.</summary>
public sealed class ApplicantTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Number_and_code_open_the_case_and_a_wrong_one_of_either_opens_none()
    {
        await using var office = await Office.OpenAsync(database);
        var mine = await SubmitAsync(office);
        var other = await SubmitAsync(office);

        (await OpenAsync(office, mine.Number, mine.Code))!.RequestId.ShouldBe(mine.RequestId);
        (await OpenAsync(office, $" {mine.Number} ", mine.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal)))!.RequestId.ShouldBe(mine.RequestId);
        (await OpenAsync(office, other.Number, mine.Code)).ShouldBeNull();
        (await OpenAsync(office, "2026-9999", mine.Code)).ShouldBeNull();
        (await OpenAsync(office, mine.Number, "")).ShouldBeNull();
        (await OpenAsync(office, mine.Number, new string('A', 10_000))).ShouldBeNull();
    }

    [Fact]
    public async Task The_key_of_one_case_opens_no_other_on_any_way()
    {
        await using var office = await Office.OpenAsync(database);
        var mine = (await OpenAsync(office, await SubmitAsync(office)))!;
        var registered = await SubmitAsync(office);
        var theirs = (await OpenAsync(office, registered))!;
        await ConfirmAsync(office, theirs.RequestId);
        await AskAsync(office, theirs.RequestId);
        var file = await AddFilesAsync(office, theirs.RequestId);
        await ServeAsync(office, theirs.RequestId);
        var paper = (await FindAsync(office, theirs)).Papers.ShouldHaveSingleItem().Id;
        var forged = mine with { RequestId = theirs.RequestId };

        (await office.UseAsync<OwnRequestQueries, OwnRequest?>(own => own.FindAsync(forged, Cancellation))).ShouldBeNull();
        (await office.UseAsync<OwnRequestQueries, OwnReceipt?>(own => own.ReceiptAsync(forged, Cancellation))).ShouldBeNull();
        foreach (var key in new[] { forged, mine })
        {
            (await office.UseAsync<OwnRequestQueries, Blob?>(own => own.PaperAsync(key, paper, Cancellation))).ShouldBeNull();
            (await office.UseAsync<OwnRequestQueries, Blob?>(own => own.FileAsync(key, file, Cancellation))).ShouldBeNull();
        }

        (await office.UseAsync<SupplyClarification, RequestResult>(use => use.RunAsync(new(forged, "补正", [], null), Cancellation))).Refusal.ShouldBe(RequestRefusal.NotFound);
        (await office.UseAsync<GiveReason, RequestResult>(use => use.RunAsync(new(forged, "理由", null), Cancellation))).Refusal.ShouldBe(RequestRefusal.NotFound);
        (await office.UseAsync<WithdrawOwnRequest, RequestResult>(use => use.RunAsync(new(forged, "", null), Cancellation))).Refusal.ShouldBe(RequestRefusal.NotFound);
        (await office.UseAsync<OwnRequestQueries, Blob?>(own => own.PaperAsync(theirs, paper, Cancellation))).ShouldNotBeNull();
        (await office.UseAsync<OwnRequestQueries, Blob?>(own => own.FileAsync(theirs, file, Cancellation))).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_clarification_from_the_applicant_begins_the_period_anew_and_comes_once()
    {
        await using var office = await Office.OpenAsync(database);
        var key = (await OpenAsync(office, await SubmitAsync(office)))!;
        (await SupplyAsync(office, key, "太早")).Refusal.ShouldBe(RequestRefusal.WrongState);
        await ConfirmAsync(office, key.RequestId);
        await AskAsync(office, key.RequestId);
        (await FindAsync(office, key)).Clarification!.Text.ShouldBe("请写明所需文件的名称");
        (await FindAsync(office, key)).Timeline.Turn.ShouldBe(Turn.Applicant);

        office.Clock.Move(TimeSpan.FromDays(3));
        (await SupplyAsync(office, key, " ")).Refusal.ShouldBe(RequestRefusal.TextMissing);
        (await SupplyAsync(office, key, "要2025年的补偿标准", new SentFile("../../标准<1>.exe", () => new MemoryStream(Encoding.UTF8.GetBytes("说明"))))).Refusal.ShouldBeNull();

        var own = await FindAsync(office, key);
        own.Timeline.Answer!.From.ShouldBe(Today.AddDays(3));
        own.Clarification.ShouldBeNull();
        own.Sent.ShouldHaveSingleItem().Name.ShouldBe("标准1.txt");
        (await SupplyAsync(office, key, "再来一次")).Refusal.ShouldBe(RequestRefusal.WrongState);
    }

    [Fact]
    public async Task What_goes_with_the_reply_is_seen_once_it_was_served_and_never_after_a_withdrawal()
    {
        await using var office = await Office.OpenAsync(database);
        var served = (await OpenAsync(office, await SubmitAsync(office)))!;
        var withdrawn = (await OpenAsync(office, await SubmitAsync(office)))!;
        foreach (var key in new[] { served, withdrawn })
        {
            await ConfirmAsync(office, key.RequestId);
            await AddFilesAsync(office, key.RequestId);
            await SignAsync(office, key.RequestId);
            var own = await FindAsync(office, key);
            own.Papers.ShouldBeEmpty();
            own.Supplied.ShouldBeEmpty();
            own.Remedies.ShouldBeEmpty();
        }

        await SendAsync(office, served.RequestId);
        (await office.UseAsync<WithdrawOwnRequest, RequestResult>(use => use.RunAsync(new(withdrawn, "不要了", null), Cancellation))).Refusal.ShouldBeNull();

        var reply = await FindAsync(office, served);
        reply.Papers.ShouldHaveSingleItem().Title.ShouldBe("政府信息无法提供告知书");
        reply.Supplied.ShouldHaveSingleItem().Name.ShouldBe("标准.txt");
        reply.Items.ShouldHaveSingleItem().Outcome.ShouldBe(Outcome.NotHeld);
        reply.Remedies.Select(remedy => remedy.LastDay).ShouldBe([new DateOnly(2026, 3, 13), new DateOnly(2026, 7, 13)]);
        reply.MayWithdraw.ShouldBeFalse();
        var left = await FindAsync(office, withdrawn);
        left.IsWithdrawn.ShouldBeTrue();
        left.Papers.ShouldBeEmpty();
        left.Supplied.ShouldBeEmpty();
        left.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_who_works_on_the_case_is_named_to_the_applicant()
    {
        await using var office = await Office.OpenAsync(database);
        var key = (await OpenAsync(office, await SubmitAsync(office)))!;
        await ConfirmAsync(office, key.RequestId);
        (await office.UseAsync<Consult, RequestResult>(use => use.AskAsync(new(key.RequestId, false, "某某公司", Today, null), office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        await ServeAsync(office, key.RequestId);

        var text = JsonSerializer.Serialize((await FindAsync(office, key)).Story) + JsonSerializer.Serialize((await FindAsync(office, key)).Papers);

        foreach (var name in new[] { "王芳", "李强", "陈静", "赵局长", "某某公司", "EMS" })
        {
            text.Contains(name, StringComparison.Ordinal).ShouldBeFalse(name);
            text.Contains(JsonEncodedText.Encode(name).ToString(), StringComparison.Ordinal).ShouldBeFalse(name);
        }
    }

    [Theory]
    [InlineData("MZ\0\0\u0001\u0002\u0003\u0004")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("PK\u0005\u0006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    [InlineData("Rar!\u001a\u0007")]
    [InlineData("")]
    public async Task A_file_that_is_no_paper_and_no_picture_is_not_taken_whatever_it_is_called(string content)
    {
        await using var office = await Office.OpenAsync(database);

        var sent = await SubmitAsync(office, Form(office), new SentFile("身份证.jpg", () => new MemoryStream(Encoding.Latin1.GetBytes(content))));

        sent.Faults.ShouldBe([RequestFault.FileRefused]);
        (await office.UseAsync<GongkaiDb, int>(db => db.Requests.CountAsync(request => request.AgencyId == office.Bureau.Id, Cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task Too_many_files_and_too_large_ones_are_not_taken()
    {
        await using var office = await Office.OpenAsync(database);
        var small = new SentFile("说明.txt", () => new MemoryStream("说明"u8.ToArray()));
        var large = new SentFile("大.txt", () => new MemoryStream(Encoding.ASCII.GetBytes(new string('a', Attachments.MostBytes + 1))));

        (await SubmitAsync(office, Form(office), [.. Enumerable.Repeat(small, Attachments.MostFiles + 1)])).Faults.ShouldBe([RequestFault.FileRefused]);
        (await SubmitAsync(office, Form(office), large)).Faults.ShouldBe([RequestFault.FileRefused]);
    }

    [Fact]
    public async Task The_same_form_sent_twice_keeps_its_files_once()
    {
        await using var office = await Office.OpenAsync(database);
        var form = Form(office);
        var file = new SentFile("说明.txt", () => new MemoryStream("说明"u8.ToArray()));

        var first = (await SubmitAsync(office, form, file)).Registered!;
        var second = (await SubmitAsync(office, form, file)).Registered!;

        second.ShouldBe(first with { IsNew = false });
        (await FindAsync(office, (await OpenAsync(office, first))!)).Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_that_answers_no_requests_takes_none()
    {
        await using var office = await Office.OpenAsync(database);
        var village = await office.AddAgencyAsync("云溪县河口村村民委员会", Gongkai.Platform.Organizations.AgencyKind.VillageCommittee, office.County);

        (await SubmitAsync(office, Form(office) with { AgencyId = village.Id })).Faults.ShouldBe([RequestFault.AgencyUnknown]);
    }

    private static Task<SubmitRequest.Result> SubmitAsync(Office office, RequestForm form, params SentFile[] files) =>
        office.UseAsync<SubmitRequest, SubmitRequest.Result>(use => use.RunAsync(new(form, "10.0.0.1") { Files = files }, Cancellation));

    private static async Task<Registered> SubmitAsync(Office office) => (await SubmitAsync(office, Form(office))).Registered!;

    private static Task<CaseKey?> OpenAsync(Office office, Registered registered) => OpenAsync(office, registered.Number, registered.Code);

    private static Task<CaseKey?> OpenAsync(Office office, string number, string code) =>
        office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(number, code, Cancellation));

    private static async Task<OwnRequest> FindAsync(Office office, CaseKey key) =>
        (await office.UseAsync<OwnRequestQueries, OwnRequest?>(own => own.FindAsync(key, Cancellation)))!;

    private static Task<RequestResult> SupplyAsync(Office office, CaseKey key, string text, params SentFile[] files) =>
        office.UseAsync<SupplyClarification, RequestResult>(use => use.RunAsync(new(key, text, files, null), Cancellation));

    private static async Task ConfirmAsync(Office office, long id) =>
        (await office.UseAsync<ConfirmRequest, RequestResult>(use => use.RunAsync(new(id, Today), office.Clerk, Cancellation))).Refusal.ShouldBeNull();

    private static async Task AskAsync(Office office, long id) =>
        (await office.UseAsync<Clarify, RequestResult>(use => use.AskAsync(new(id, "请写明所需文件的名称", 10, Today, Today, false), office.Clerk, Cancellation))).Refusal.ShouldBeNull();

    private static async Task ServeAsync(Office office, long id)
    {
        await SignAsync(office, id);
        await SendAsync(office, id);
    }

    private static async Task SendAsync(Office office, long id) =>
        (await office.UseAsync<ServeDecision, RequestResult>(use => use.RunAsync(new(id, ServiceWay.Post, Today, null, "EMS 1234"), office.Clerk, Cancellation))).Refusal.ShouldBeNull();

    private static async Task SignAsync(Office office, long id)
    {
        (await office.UseAsync<RecordSearch, RequestResult>(use => use.RunAsync(new(id, Today, "档案系统", "补偿", "没有"), office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<DraftDecision, RequestResult>(use => use.RunAsync(new(id, [new("补偿标准", Outcome.NotHeld, "经检索没有", null)]), office.OtherClerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<ReviewDecision, RequestResult>(use => use.SendAsync(id, office.OtherClerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<ReviewDecision, RequestResult>(use => use.ApproveAsync(id, Review.Legality, "同意", office.Reviewer, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<SignDecision, RequestResult>(use => use.RunAsync(id, office.Head, Cancellation))).Refusal.ShouldBeNull();
    }

    /// <summary>What goes with the reply, and a file that is being looked at, as the desk would add them.</summary>
    private static Task<long> AddFilesAsync(Office office, long id) => office.UseAsync<GongkaiDb, long>(async db =>
    {
        var blobs = new Blobs(db, office.Clock);
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        async Task<Guid> KeepAsync(string name) => (await blobs.KeepAsync(new MemoryStream("标准"u8.ToArray()), name, "text/plain", Cancellation)).Id;
        var file = new RequestFile { RequestId = id, BlobId = await KeepAsync("标准.txt"), Purpose = FilePurpose.Supplied, AddedAt = office.Clock.GetUtcNow(), AddedByName = "王芳" };
        db.AddRange(file, new RequestFile { RequestId = id, BlobId = await KeepAsync("底稿.txt"), Purpose = FilePurpose.Working, AddedAt = office.Clock.GetUtcNow(), AddedByName = "王芳" });
        await db.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return file.Id;
    });

    private static RequestForm Form(Office office) => new()
    {
        Key = Guid.CreateVersion7(),
        AgencyId = office.Bureau.Id,
        Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = "110101199003074477", Telephone = "13800001111" },
        Wanted = "云溪水库移民补偿标准",
        Carrier = Carrier.Electronic,
        Supply = Supply.Online,
    };
}
