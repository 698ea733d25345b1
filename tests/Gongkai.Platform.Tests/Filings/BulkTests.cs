using System.IO.Compression;
using System.Text;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Json;
using Gongkai.Testing.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Filings;

public sealed class BulkTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const int Year = 2025;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_file_of_a_zip_becomes_a_draft_or_something_for_a_person()
    {
        await using var office = await Office.OpenAsync(database);
        var school = await office.AddAgencyAsync("云溪县教育局", AgencyKind.Department, office.County);
        var busy = await office.AddAgencyAsync("云溪县民政局", AgencyKind.Department, office.County);
        var campaign = await OpenAsync(office);
        var written = (await BeginAsync(office, busy))!.Value;
        var zip = Zip(
            ("水利局.json", Report("云溪县水利局", Year)), ("民政局.json", Report("云溪县民政局", Year)), ("教育局.json", Report("云溪县教育局", 2023)),
            ("说明.txt", Encoding.UTF8.GetBytes("今天天气很好。")), ("林业局.json", Report("柳汀县林业局", Year)));

        var upload = await StartAsync(office, campaign, zip);
        await WorkAsync(office, upload);

        var rows = await RowsAsync(office, upload);
        rows.Select(row => (row.Name, row.State)).ShouldBe(
            [("教育局.json", BulkState.Doubtful), ("林业局.json", BulkState.Doubtful), ("民政局.json", BulkState.Occupied), ("水利局.json", BulkState.Filled), ("说明.txt", BulkState.Unreadable)],
            ignoreOrder: true);
        var filled = rows.Single(row => row.State == BulkState.Filled);
        var sheet = await office.FindAsync(filled.FilingId!.Value, office.Clerk);
        (sheet.AgencyId, sheet.State).ShouldBe((office.Bureau.Id, FilingState.Draft));
        sheet.SourceBlobId.ShouldNotBeNull();
        rows.Single(row => row.State == BulkState.Occupied).FilingId.ShouldBe(written);
        (await office.FindAsync(written, office.Officer)).Fields.Single(field => field.Field == "section.1.text").Text.ShouldBe("已经写好的一段。");

        var doubtful = rows.Single(row => row.Name == "教育局.json");
        doubtful.Message.ShouldNotBeNull().ShouldContain("2023");
        (await SettleAsync(office, upload, doubtful.Number, school.Id, office.Clerk)).ShouldBe(SettleBulkEntry.Refusal.NotFound);
        (await SettleAsync(office, upload, doubtful.Number, busy.Id, office.Officer)).ShouldBe(SettleBulkEntry.Refusal.Occupied);
        (await SettleAsync(office, upload, doubtful.Number, school.Id, office.Officer)).ShouldBeNull();
        (await SettleAsync(office, upload, doubtful.Number, school.Id, office.Officer)).ShouldBe(SettleBulkEntry.Refusal.AlreadySettled);
        (await SettleAsync(office, upload, rows.Single(row => row.Name == "林业局.json").Number, null, office.Officer)).ShouldBeNull();
        (await office.UseAsync<GongkaiDb, int>(db => db.Filings.CountAsync(filing => filing.AgencyId == school.Id && filing.Year == Year, Cancellation))).ShouldBe(1);
    }

    [Fact]
    public async Task A_reading_that_was_interrupted_goes_on_where_it_was_and_reads_nothing_twice()
    {
        await using var office = await Office.OpenAsync(database);
        var school = await office.AddAgencyAsync("云溪县教育局", AgencyKind.Department, office.County);
        var campaign = await OpenAsync(office);
        var upload = await StartAsync(office, campaign, Zip(("1.json", Report("云溪县水利局", Year)), ("2.json", Report("云溪县教育局", Year))));

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(office, upload, (_, _, _) => throw new OperationCanceledException()));
        (await RowsAsync(office, upload)).Count.ShouldBe(1);
        var progress = new List<(int, int)>();
        await RunAsync(office, upload, (done, total, _) =>
        {
            progress.Add((done, total));
            return Task.CompletedTask;
        });

        progress.ShouldBe([(1, 2), (2, 2)]);
        (await RowsAsync(office, upload)).ShouldAllBe(row => row.State == BulkState.Filled);
        await office.UseAsync<GongkaiDb, int>(async db =>
        {
            (await db.FilingVersions.CountAsync(version => db.Filings.Any(filing => filing.Id == version.FilingId && filing.AgencyId == office.Bureau.Id), Cancellation)).ShouldBe(1);
            (await db.Set<BulkUpload>().Where(one => one.Id == upload).Select(one => one.BlobId).SingleAsync(Cancellation)).ShouldBeNull("the zip is not kept once it is read");
            return 0;
        });
        school.Id.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_file_over_which_the_program_died_again_and_again_is_left_out()
    {
        await using var office = await Office.OpenAsync(database);
        var campaign = await OpenAsync(office);
        var upload = await StartAsync(office, campaign, Zip(("1.json", Report("云溪县水利局", Year))));
        await office.UseAsync<GongkaiDb, int>(db => db.Database.ExecuteSqlAsync($"INSERT INTO bulk_entries (upload_id, number, name, state) VALUES ({upload}, 1, '1.json', 'Reading')", Cancellation));

        await RunAsync(office, upload, (_, _, _) => Task.CompletedTask, attempt: 3);

        (await RowsAsync(office, upload)).ShouldHaveSingleItem().State.ShouldBe(BulkState.Unreadable);
    }

    [Fact]
    public async Task What_is_no_zip_is_refused_in_a_sentence()
    {
        await using var office = await Office.OpenAsync(database);
        var campaign = await OpenAsync(office);

        var refused = await office.UseAsync<StartBulkReading, StartBulkReading.Result>(start =>
            start.RunAsync(new(campaign, "x.zip", new MemoryStream(Encoding.UTF8.GetBytes("不是压缩包"))), office.Officer, Cancellation));

        refused.Message.ShouldNotBeNull().ShouldContain("压缩包已损坏");
        (await office.UseAsync<StartBulkReading, StartBulkReading.Result>(start => start.RunAsync(new(campaign, "x.zip", new MemoryStream()), office.Clerk, Cancellation))).IsNotFound.ShouldBeTrue();
    }

    private static byte[] Report(string agency, int year)
    {
        var report = RandomReport.Make(new Random(agency.Length + year), new ReportTraits { Agency = agency, Year = year, Edition = Edition.National2021 });
        using var file = new MemoryStream();
        ReportJson.Write(file, report, []);
        return file.ToArray();
    }

    private static MemoryStream Zip(params (string Name, byte[] Content)[] files)
    {
        var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        output.Position = 0;
        return output;
    }

    private static async Task<int> OpenAsync(Office office) =>
        (await office.UseAsync<OpenCampaign, OpenCampaign.Result>(open => open.RunAsync(new(office.County.Id, Year, new DateOnly(2026, 1, 4), null), office.Officer, Cancellation))).CampaignId!.Value;

    private static async Task<int?> BeginAsync(Office office, Agency agency)
    {
        var clerk = await office.HireAsync("周敏", (agency, Role.Clerk));
        var begun = await office.UseAsync<BeginFiling, BeginFiling.Result>(begin => begin.RunAsync(new(agency.Id, Year, FilingOrigin.Empty), clerk, Cancellation));
        await office.SaveAsync(begun.FilingId!.Value, clerk, 1, ("section.1.text", "已经写好的一段。"));
        return begun.FilingId;
    }

    private static async Task<Guid> StartAsync(Office office, int campaign, Stream zip) =>
        (await office.UseAsync<StartBulkReading, StartBulkReading.Result>(start => start.RunAsync(new(campaign, "一批.zip", zip), office.Officer, Cancellation))).UploadId.ShouldNotBeNull();

    private static Task WorkAsync(Office office, Guid upload) => RunAsync(office, upload, (_, _, _) => Task.CompletedTask);

    private static Task<int> RunAsync(Office office, Guid upload, Func<int, int, CancellationToken, Task> report, int attempt = 1) => office.UseAsync<BulkReading, int>(async reading =>
    {
        var lease = new JobLease(Guid.CreateVersion7(), BulkReading.Kind, $$"""{"uploadId":"{{upload}}"}""", attempt, 5, "one", office.County.Id, office.Officer.AccountId);
        await reading.RunAsync(new RunningJob(lease, report), Cancellation);
        return 0;
    });

    private static async Task<IReadOnlyList<BulkRow>> RowsAsync(Office office, Guid upload) =>
        (await office.UseAsync<BulkQueries, Page<BulkRow>>(bulk => bulk.EntriesAsync(upload, null, null, Cancellation))).Items;

    private static Task<SettleBulkEntry.Refusal?> SettleAsync(Office office, Guid upload, int number, int? agency, Actor actor) =>
        office.UseAsync<SettleBulkEntry, SettleBulkEntry.Refusal?>(settle => settle.RunAsync(new(upload, number, agency), actor, Cancellation));
}
