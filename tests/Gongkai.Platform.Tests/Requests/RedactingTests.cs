using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Gongkai.Platform.Tests.Redaction;
using Gongkai.Platform.Tests.Screening;
using Gongkai.Testing;
using Gongkai.Testing.Redaction;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>Covering and cleaning the files of a case, and what of them the applicant can ever get.</summary>
public sealed class RedactingTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const string Identity = "110101199003074477";

    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_covered_file_goes_to_the_applicant_and_its_original_never_does()
    {
        await using var office = await Office.OpenAsync(database);
        var key = await SubmitAsync(office);
        var id = key.RequestId;
        var source = await AddAsync(office, id, Pdf(), FilePurpose.Supplied);
        (await MarkAsync(office, id, source, new PageArea(1, 0.1, 0.2, 0.5, 0.05))).Refusal.ShouldBeNull();
        (await CoverAsync(office, id, source, "public")).Count.ShouldBe(1);

        var made = (await RedactAsync(office, id, source)).File!.Value;
        await ServeAsync(office, id);

        var files = (await SheetAsync(office, id)).Files;
        files.Single(file => file.Id == source).IsOriginal.ShouldBeTrue();
        var result = files.Single(file => file.Id == made);
        (result.Purpose, result.Making, result.MadeFrom, result.Marks.Count).ShouldBe((FilePurpose.Supplied, FileMaking.Redacted, source, 2));
        (await OwnAsync(office, key)).Supplied.ShouldHaveSingleItem().Id.ShouldBe(made);
        (await OwnFileAsync(office, key, source)).ShouldBeNull();
        Printed.TextOf(await BytesAsync(office, (await OwnFileAsync(office, key, made))!.Id)).Trim().ShouldBeEmpty();
        (await BytesAsync(office, await BlobOfAsync(office, source))).ShouldBe(Pdf());
    }

    [Fact]
    public async Task The_original_does_not_go_out_as_a_second_copy_or_under_another_purpose()
    {
        await using var office = await Office.OpenAsync(database);
        var key = await SubmitAsync(office);
        var id = key.RequestId;
        var source = await AddAsync(office, id, Pdf(), FilePurpose.Working);
        var copy = await AddAsync(office, id, Pdf(), FilePurpose.Supplied);
        var asApplication = await AddAsync(office, id, Pdf(), FilePurpose.Application);
        await MarkAsync(office, id, source, new PageArea(1, 0, 0, 1, 1));
        var made = (await RedactAsync(office, id, source)).File!.Value;

        (await SupplyAsync(office, id, source, true)).Refusal.ShouldBe(RequestRefusal.OriginalStays);
        (await office.UseAsync<AddRequestFile, RequestResult>(use => use.RunAsync(new(id, FilePurpose.Supplied, Sent(Pdf(), "改名.pdf")), office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.OriginalStays);
        await ServeAsync(office, id);

        var own = await OwnAsync(office, key);
        own.Supplied.ShouldHaveSingleItem().Id.ShouldBe(made);
        own.Sent.ShouldBeEmpty();
        foreach (var file in new[] { source, copy, asApplication })
        {
            (await OwnFileAsync(office, key, file)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Marks_are_kept_with_their_article_and_can_be_taken_back_step_by_step()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await SubmitAsync(office)).RequestId;
        var file = await AddAsync(office, id, Pdf(), FilePurpose.Working);
        await MarkAsync(office, id, file, new PageArea(1, 0.1, 0.1, 0.2, 0.05), Outcome.StateSecret);
        office.Clock.Move(TimeSpan.FromMinutes(1));
        await MarkAsync(office, id, file, [new PageArea(1, 0.5, 0.9, 0.2, 0.05), new PageArea(2, 0.1, 0.1, 0.1, 0.1)]);

        var marks = (await RedactionAsync(office, id, file)).Marks;
        marks.Select(mark => (mark.Ground, mark.Place)).ShouldBe(
            [(Outcome.StateSecret, "第 1 页上部左侧"), (Outcome.ThirdPartyRights, "第 1 页下部"), (Outcome.ThirdPartyRights, "第 2 页上部左侧")]);
        MarkList.Summary(marks).ShouldBe("属于国家秘密（《条例》第十四条） 1 处，保护第三方合法权益（《条例》第十五条） 2 处");
        (await office.UseAsync<MarkFile, MarkFile.Result>(use => use.UndoAsync(id, file, office.Clerk, Cancellation))).Count.ShouldBe(2);
        (await office.UseAsync<MarkFile, MarkFile.Result>(use => use.RemoveAsync(id, file, marks[0].Id, office.Clerk, Cancellation))).Count.ShouldBe(1);
        (await RedactionAsync(office, id, file)).Marks.ShouldBeEmpty();
        (await office.UseAsync<MarkFile, MarkFile.Result>(use => use.UndoAsync(id, file, office.Clerk, Cancellation))).Refusal.ShouldBe(MarkFile.Refusal.NothingMarked);
        (await RedactAsync(office, id, file)).Refusal.ShouldBe(RequestRefusal.NothingMarked);
    }

    [Fact]
    public async Task A_mark_off_the_page_or_without_a_ground_of_withholding_is_none()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await SubmitAsync(office)).RequestId;
        var file = await AddAsync(office, id, Pdf(), FilePurpose.Working);

        (await MarkAsync(office, id, file, new PageArea(3, 0, 0, 1, 1))).Refusal.ShouldBe(MarkFile.Refusal.NothingMarked);
        (await MarkAsync(office, id, file, new PageArea(1, 1.2, 0, 1, 1))).Refusal.ShouldBe(MarkFile.Refusal.NothingMarked);
        (await MarkAsync(office, id, file, new PageArea(1, double.NaN, 0, 1, 1))).Refusal.ShouldBe(MarkFile.Refusal.NothingMarked);
        (await MarkAsync(office, id, file, new PageArea(1, 0, 0, 1, 1), Outcome.Granted)).Refusal.ShouldBe(MarkFile.Refusal.NothingMarked);
        (await CoverAsync(office, id, file, "nowhere")).Refusal.ShouldBe(MarkFile.Refusal.WordsNotFound);
        (await office.UseAsync<RedactionQueries, FoundPlaces?>(use => use.FindNumbersAsync(id, file, office.Clerk, Cancellation)))!.Places.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_does_not_handle_the_case_neither_sees_its_pages_nor_marks_them()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await SubmitAsync(office)).RequestId;
        var file = await AddAsync(office, id, Pdf(), FilePurpose.Working);
        var stranger = await office.HireAsync("外人", (await office.AddAgencyAsync("云溪县林业局", Gongkai.Platform.Organizations.AgencyKind.Department, office.County), Role.Clerk));

        foreach (var actor in new[] { stranger, office.Officer, office.Reviewer })
        {
            (await office.UseAsync<RedactionQueries, byte[]?>(use => use.PictureAsync(id, file, 1, actor, Cancellation))).ShouldBeNull();
            (await office.UseAsync<RedactionQueries, RedactionSheet?>(use => use.FindAsync(id, file, actor, Cancellation))).ShouldBeNull();
            (await office.UseAsync<MarkFile, MarkFile.Result>(use => use.AddAsync(new(id, file, Outcome.StateSecret, [new PageArea(1, 0, 0, 1, 1)]), actor, Cancellation))).Refusal.ShouldBe(MarkFile.Refusal.NotFound);
            (await office.UseAsync<RedactFile, RequestResult>(use => use.RunAsync(new(id, file, null, true), actor, Cancellation))).Refusal.ShouldBe(RequestRefusal.NotFound);
            (await office.UseAsync<SupplyFile, RequestResult>(use => use.RunAsync(id, file, true, actor, Cancellation))).Refusal.ShouldBe(RequestRefusal.NotFound);
        }

        (await office.UseAsync<RedactionQueries, byte[]?>(use => use.PictureAsync(id, file, 1, office.Clerk, Cancellation)))!.AsSpan(0, 2).ToArray().ShouldBe([0xFF, 0xD8]);
        (await office.UseAsync<RedactionQueries, byte[]?>(use => use.PictureAsync(id, file, 9, office.Clerk, Cancellation))).ShouldBeNull();
        (await office.UseAsync<RedactionQueries, byte[]?>(use => use.PictureAsync(id + 1, file, 1, office.Clerk, Cancellation))).ShouldBeNull();
    }

    [Fact]
    public async Task The_decision_and_the_dossier_list_what_was_covered()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await SubmitAsync(office)).RequestId;
        var file = await AddAsync(office, id, Pdf(), FilePurpose.Working);
        await CoverAsync(office, id, file, Identity);
        await RedactAsync(office, id, file);
        await ServeAsync(office, id);

        using var dossier = new MemoryStream();
        await office.UseAsync<PaperQueries, bool>(use => use.WriteDossierAsync(id, office.Clerk, dossier, Cancellation));
        using var zip = new System.IO.Compression.ZipArchive(dossier);
        using var list = new StreamReader(zip.GetEntry("000 案卷目录.txt")!.Open());
        (await list.ReadToEndAsync(Cancellation)).ShouldContain("1. 第 1 页上部：保护第三方合法权益（《条例》第十五条）");
        using var decision = new MemoryStream();
        await zip.Entries.Single(entry => entry.Name.Contains("告知书", StringComparison.Ordinal) && entry.Name.EndsWith(".docx", StringComparison.Ordinal)).Open().CopyToAsync(decision, Cancellation);
        string.Concat(WordFiles.TextsOf(decision.ToArray())).ShouldContain("提供的文件中依法遮盖 1 处：保护第三方合法权益（《条例》第十五条） 1 处。");
        (await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_file_becomes_a_pdf_first_and_both_stay_as_originals()
    {
        Assert.SkipUnless(OfficeProgram.IsInstalled, "没有安装 LibreOffice，跳过。");
        await using var office = await Office.OpenAsync(database);
        var key = await SubmitAsync(office);
        var id = key.RequestId;
        var word = await AddAsync(office, id, WordFiles.With(_ => { }), FilePurpose.Supplied, "清册.docx");

        var pdf = (await office.UseAsync<ConvertFile, RequestResult>(use => use.RunAsync(id, word, office.Clerk, Cancellation))).File!.Value;
        (await CoverAsync(office, id, pdf, "第二句")).Count.ShouldBe(1);
        var made = (await RedactAsync(office, id, pdf)).File!.Value;
        await ServeAsync(office, id);

        (await OwnAsync(office, key)).Supplied.ShouldHaveSingleItem().Id.ShouldBe(made);
        (await SheetAsync(office, id)).Files.Where(file => file.IsOriginal).Select(file => file.Id).ShouldBe([word, pdf]);
    }

    [Fact]
    public async Task A_file_with_hidden_things_is_not_served_before_it_is_cleaned_or_explained()
    {
        await using var office = await Office.OpenAsync(database);
        var key = await SubmitAsync(office);
        var id = key.RequestId;
        var word = await AddAsync(office, id, WordFiles.Everything(), FilePurpose.Supplied, "审核稿.docx");
        var excel = await AddAsync(office, id, ExcelFiles.Everything(), FilePurpose.Supplied, "清册.xlsx");
        (await SheetAsync(office, id)).Files.Single(file => file.Id == word).Screening!.IsOpen.ShouldBeTrue();
        await SignAsync(office, id);
        (await SendAsync(office, id)).Refusal.ShouldBe(RequestRefusal.FilesUnexplained);

        var cleaned = (await office.UseAsync<CleanFile, RequestResult>(use => use.RunAsync(id, word, office.Clerk, Cancellation))).File!.Value;
        (await SendAsync(office, id)).Refusal.ShouldBe(RequestRefusal.FilesUnexplained);
        (await office.UseAsync<ExplainFile, RequestResult>(use => use.RunAsync(id, excel, " ", office.Clerk, Cancellation))).Refusal.ShouldBe(RequestRefusal.TextMissing);
        (await office.UseAsync<ExplainFile, RequestResult>(use => use.RunAsync(id, excel, "隐藏的行列也在公开范围内", office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await SendAsync(office, id)).Refusal.ShouldBeNull();

        (await OwnAsync(office, key)).Supplied.Select(file => file.Id).ShouldBe([excel, cleaned]);
        var sheet = await SheetAsync(office, id);
        sheet.Files.Single(file => file.Id == cleaned).Screening!.NeedsWord.ShouldBeFalse();
        sheet.Files.Single(file => file.Id == excel).Screening!.Explanation.ShouldBe("隐藏的行列也在公开范围内");
        sheet.Steps.Select(step => step.Step).ShouldContain(RequestStepKind.FileCleaned);
    }

    [Fact]
    public async Task What_goes_with_the_reply_is_chosen_until_the_case_is_concluded()
    {
        await using var office = await Office.OpenAsync(database);
        var key = await SubmitAsync(office);
        var file = await AddAsync(office, key.RequestId, Pdf(), FilePurpose.Working);
        (await SupplyAsync(office, key.RequestId, file, true)).Refusal.ShouldBeNull();
        (await SupplyAsync(office, key.RequestId, file, false)).Refusal.ShouldBeNull();
        await ServeAsync(office, key.RequestId);

        (await OwnAsync(office, key)).Supplied.ShouldBeEmpty();
        (await SupplyAsync(office, key.RequestId, file, true)).Refusal.ShouldBe(RequestRefusal.WrongState);
    }

    private static byte[] Pdf() => SamplePdf.Of([(60, 100, "Public line"), (60, 200, $"Number {Identity}")], [(60, 100, "Second page")]);

    private static SentFile Sent(byte[] content, string name) => new(name, () => new MemoryStream(content, writable: false));

    private static async Task<CaseKey> SubmitAsync(Office office)
    {
        var form = new RequestForm
        {
            Key = Guid.CreateVersion7(),
            AgencyId = office.Bureau.Id,
            Applicant = new Applicant { Name = "周小舟", IdentityKind = IdentityCard.Kind, IdentityNumber = Identity, Telephone = "13800001111" },
            Wanted = "云溪水库移民补偿标准",
            Carrier = Carrier.Electronic,
            Supply = Supply.Online,
        };
        var registered = (await office.UseAsync<SubmitRequest, SubmitRequest.Result>(use => use.RunAsync(new(form, "10.0.0.1"), Cancellation))).Registered!;
        (await office.UseAsync<ConfirmRequest, RequestResult>(use => use.RunAsync(new(registered.RequestId, Today), office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        return (await office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(registered.Number, registered.Code, Cancellation)))!;
    }

    private static async Task<long> AddAsync(Office office, long id, byte[] content, FilePurpose purpose, string name = "清册.pdf")
    {
        (await office.UseAsync<AddRequestFile, RequestResult>(use => use.RunAsync(new(id, purpose, Sent(content, name)), office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        return (await SheetAsync(office, id)).Files[^1].Id;
    }

    private static Task<MarkFile.Result> MarkAsync(Office office, long id, long file, PageArea area, Outcome ground = Outcome.ThirdPartyRights) => MarkAsync(office, id, file, [area], ground);

    private static Task<MarkFile.Result> MarkAsync(Office office, long id, long file, PageArea[] areas, Outcome ground = Outcome.ThirdPartyRights) =>
        office.UseAsync<MarkFile, MarkFile.Result>(use => use.AddAsync(new(id, file, ground, areas), office.Clerk, Cancellation));

    private static Task<MarkFile.Result> CoverAsync(Office office, long id, long file, string word) =>
        office.UseAsync<MarkFile, MarkFile.Result>(use => use.CoverWordsAsync(new(id, file, Outcome.ThirdPartyRights, [word]), office.Clerk, Cancellation));

    private static Task<RequestResult> RedactAsync(Office office, long id, long file) =>
        office.UseAsync<RedactFile, RequestResult>(use => use.RunAsync(new(id, file, null, true), office.Clerk, Cancellation));

    private static Task<RequestResult> SupplyAsync(Office office, long id, long file, bool isSupplied) =>
        office.UseAsync<SupplyFile, RequestResult>(use => use.RunAsync(id, file, isSupplied, office.Clerk, Cancellation));

    private static async Task<RedactionSheet> RedactionAsync(Office office, long id, long file) =>
        (await office.UseAsync<RedactionQueries, RedactionSheet?>(use => use.FindAsync(id, file, office.Clerk, Cancellation)))!;

    private static async Task<RequestSheet> SheetAsync(Office office, long id) =>
        (await office.UseAsync<RequestQueries, RequestSheet?>(queries => queries.FindAsync(id, office.Clerk, Cancellation)))!;

    private static async Task<OwnRequest> OwnAsync(Office office, CaseKey key) => (await office.UseAsync<OwnRequestQueries, OwnRequest?>(own => own.FindAsync(key, Cancellation)))!;

    private static Task<Blob?> OwnFileAsync(Office office, CaseKey key, long file) => office.UseAsync<OwnRequestQueries, Blob?>(own => own.FileAsync(key, file, Cancellation));

    private static Task<Guid> BlobOfAsync(Office office, long file) => office.UseAsync<GongkaiDb, Guid>(async db => (await db.RequestFiles.FindAsync([file], Cancellation))!.BlobId);

    private static Task<byte[]> BytesAsync(Office office, Guid blob) => office.UseAsync<Blobs, byte[]>(async blobs =>
    {
        using var content = new MemoryStream();
        await blobs.CopyToAsync(blob, content, Cancellation);
        return content.ToArray();
    });

    private static async Task ServeAsync(Office office, long id)
    {
        await SignAsync(office, id);
        (await SendAsync(office, id)).Refusal.ShouldBeNull();
    }

    private static Task<RequestResult> SendAsync(Office office, long id) =>
        office.UseAsync<ServeDecision, RequestResult>(use => use.RunAsync(new(id, ServiceWay.Electronic, Today, null, null), office.Clerk, Cancellation));

    private static async Task SignAsync(Office office, long id)
    {
        (await office.UseAsync<DraftDecision, RequestResult>(use => use.RunAsync(new(id, [new("补偿标准", Outcome.PartlyGranted, "涉及个人隐私的部分不予公开", "清册")]), office.OtherClerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<ReviewDecision, RequestResult>(use => use.SendAsync(id, office.OtherClerk, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<ReviewDecision, RequestResult>(use => use.ApproveAsync(id, Review.Legality, "同意", office.Reviewer, Cancellation))).Refusal.ShouldBeNull();
        (await office.UseAsync<SignDecision, RequestResult>(use => use.RunAsync(id, office.Head, Cancellation))).Refusal.ShouldBeNull();
    }
}
