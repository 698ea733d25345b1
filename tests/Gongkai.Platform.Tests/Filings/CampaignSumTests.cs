using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Filings;

public sealed class CampaignSumTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private const int Year = 2025;

    private static readonly FigureAddress Received = NationalForm.Request(RequestRow.Received, ApplicantColumn.Total);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sum_adds_what_was_submitted_and_names_who_is_missing_and_who_is_left_out()
    {
        await using var office = await Office.OpenAsync(database);
        var other = await CountedAsync(office, "云溪县民政局");
        var tardy = await CountedAsync(office, "云溪县教育局");
        await CountedAsync(office, "云溪县水利局", office.Bureau);
        await FiledAsync(office, office.Bureau, Year, FilingState.Submitted, (Received, 5));
        await FiledAsync(office, other, Year, FilingState.Accepted, (Received, 7));
        await FiledAsync(office, tardy, Year, FilingState.Draft, (Received, 100));
        await VerticalAsync(office, "云溪县税务局");
        var campaign = await OpenAsync(office);

        var sum = await SumAsync(office, campaign);

        sum.Cells[Received.Index].Sum.ShouldBe(12);
        sum.Included.Select(member => member.AgencyId).ShouldBe([office.Bureau.Id, other.Id], ignoreOrder: true);
        sum.Missing.Select(member => (member.AgencyId, member.State)).ShouldBe([(tardy.Id, (FilingState?)FilingState.Draft)]);
        sum.LeftOut.ShouldBe(["云溪县税务局"]);
        CampaignSum.PartsOf(sum, Received).Select(part => part.Value).ShouldBe([5, 7], ignoreOrder: true);
        (await office.UseAsync<CampaignSum, SumOfCampaign?>(one => one.RunAsync(campaign, office.Clerk, Cancellation))).ShouldBeNull("a clerk does not supervise");
    }

    [Fact]
    public async Task A_report_under_correction_counts_as_it_stands_before_the_public()
    {
        await using var office = await Office.OpenAsync(database);
        await CountedAsync(office, "云溪县水利局", office.Bureau);
        var filing = await FiledAsync(office, office.Bureau, Year, FilingState.Draft, (Received, 99));
        await office.UseAsync<GongkaiDb, int>(async db =>
        {
            db.FilingVersions.Add(new FilingVersion { FilingId = filing, Number = 1, Content = "{}", Figures = FiguresOf((Received, 4)), CreatedByName = "王芳", Reason = "发布" });
            await db.SaveChangesAsync(Cancellation);
            return await db.Filings.Where(one => one.Id == filing).ExecuteUpdateAsync(set => set.SetProperty(one => one.PublishedVersion, 1), Cancellation);
        });
        var campaign = await OpenAsync(office);

        (await SumAsync(office, campaign)).Cells[Received.Index].Sum.ShouldBe(4);
    }

    [Fact]
    public async Task The_open_cases_of_an_agency_that_has_ended_go_to_its_successor()
    {
        await using var office = await Office.OpenAsync(database);
        await CountedAsync(office, "云溪县水利局", office.Bureau);
        var ended = await CountedAsync(office, "云溪县移民局");
        await PassesIntoAsync(office, ended, office.Bureau, SuccessionKind.Merged);
        await FiledAsync(office, ended, Year - 1, FilingState.Published, (CarriedOut, 3));
        await FiledAsync(office, office.Bureau, Year - 1, FilingState.Accepted, (CarriedOut, 2));
        var filing = await FiledAsync(office, office.Bureau, Year, FilingState.Submitted, (CarriedIn, 2));
        var campaign = await OpenAsync(office);

        var handover = (await SumAsync(office, campaign)).Handovers.ShouldHaveSingleItem();
        handover.From.ShouldBe(["云溪县移民局"]);
        handover.To.Select(member => member.AgencyId).ShouldBe([office.Bureau.Id]);
        (handover.ExpectedTotal, handover.StatedTotal, handover.Differs).ShouldBe((5, 2, true));

        await SetFiguresAsync(office, filing, (CarriedIn, 5));
        (await SumAsync(office, campaign)).Handovers.ShouldHaveSingleItem().Differs.ShouldBeFalse();
    }

    [Fact]
    public async Task The_open_cases_of_a_split_agency_may_go_to_any_of_its_parts_and_wait_until_all_have_filed()
    {
        await using var office = await Office.OpenAsync(database);
        var ended = await CountedAsync(office, "云溪县农业局");
        var first = await CountedAsync(office, "云溪县农业农村局");
        var second = await CountedAsync(office, "云溪县林业局");
        await PassesIntoAsync(office, ended, first, SuccessionKind.Split);
        await PassesIntoAsync(office, ended, second, SuccessionKind.Split);
        await FiledAsync(office, ended, Year - 1, FilingState.Published, (CarriedOut, 6));
        await FiledAsync(office, first, Year, FilingState.Submitted, (CarriedIn, 4));
        var campaign = await OpenAsync(office);

        (await SumAsync(office, campaign)).Handovers.ShouldHaveSingleItem().Stated.ShouldBeNull();

        await FiledAsync(office, second, Year, FilingState.Submitted, (CarriedIn, 2));
        var handover = (await SumAsync(office, campaign)).Handovers.ShouldHaveSingleItem();
        (handover.To.Count, handover.ExpectedTotal, handover.StatedTotal).ShouldBe((2, 6, 6));
    }

    [Fact]
    public async Task The_overall_report_starts_from_the_sum_and_is_not_overwritten_unasked()
    {
        await using var office = await Office.OpenAsync(database);
        await CountedAsync(office, "云溪县水利局", office.Bureau);
        var campaign = await OpenAsync(office);
        (await FillAsync(office, campaign, false)).Refusal.ShouldBe(FillFromSum.Refusal.NothingToAdd);
        await FiledAsync(office, office.Bureau, Year, FilingState.Submitted, [.. NationalForm.Of(Edition.National2021).Skip(1).Select(address => (address, 1m))]);

        var filled = await FillAsync(office, campaign, false);

        filled.Refusal.ShouldBeNull();
        var sheet = await office.FindAsync(filled.FilingId!.Value, office.Officer);
        sheet.Fields.Single(field => field.Field == Received.ToString()).Text.ShouldBe("1");
        sheet.Unsettled.ShouldBe([NationalForm.Of(Edition.National2021).First().ToString()], "what could not be added waits for a person");
        (await office.UseAsync<GongkaiDb, bool>(db => db.AuditEntries.AnyAsync(entry => entry.Action == "filing.filledFromSum", Cancellation))).ShouldBeTrue();

        await office.SaveAsync(filled.FilingId.Value, office.Officer, sheet.Revision, (Received.ToString(), "8"));
        (await FillAsync(office, campaign, false)).Refusal.ShouldBe(FillFromSum.Refusal.HasFigures);
        (await SumAsync(office, campaign)).Cells[Received.Index].Differs.ShouldBeTrue();
        (await FillAsync(office, campaign, true)).Refusal.ShouldBeNull();
        (await SumAsync(office, campaign)).Cells[Received.Index].Differs.ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_government_itself_decided_is_added_where_its_people_say_so_and_opens_onto_what_is_behind_it()
    {
        await using var office = await Office.OpenAsync(database);
        await CountedAsync(office, "云溪县水利局", office.Bureau);
        await FiledAsync(office, office.Bureau, Year, FilingState.Submitted, (Penalties, 5));
        var campaign = await OpenAsync(office);
        var act = new ActFacts { Kind = ActKind.Penalty, Number = "云政罚〔2025〕1号", Item = "无证采砂", DecidedOn = new DateOnly(2025, 6, 3) };
        (await office.UseAsync<LedgerDesk, ActTaken>(desk => desk.EnterAsync(office.County.Id, act, Guid.CreateVersion7(), office.Officer, Cancellation))).ActId.ShouldNotBeNull();
        (await SumAsync(office, campaign)).Cells[Penalties.Index].Sum.ShouldBe(5, "nobody has said that the government keeps its penalties here");

        (await CountAsync(office, campaign, office.Clerk, LedgerPart.Penalties)).ShouldBeFalse("a clerk of an office below does not write the government's report");
        (await CountAsync(office, campaign, office.Officer, LedgerPart.Penalties)).ShouldBeTrue();

        var sum = await SumAsync(office, campaign);
        (sum.Cells[Penalties.Index].Sum, sum.Cells[Penalties.Index].NotAdded.Count).ShouldBe((6, 0));
        CampaignSum.PartsOf(sum, Penalties).Select(part => (part.AgencyName, part.FilingId is null, part.Value)).ShouldBe([(CampaignSum.OwnLedger, true, 1m), (office.Bureau.Name, false, 5m)]);
        sum.Cells[Received.Index].NotAdded.Count.ShouldBe(1, "what the government does not keep here is nothing that it leaves out");
        (await office.UseAsync<ProactiveFigures, IReadOnlyList<ActBehind>?>(figures => figures.ActsBehindAsync(office.County.Id, Year, Penalties, 0, 10, Cancellation)))!.ShouldHaveSingleItem().Number.ShouldBe(act.Number);

        (await CountAsync(office, campaign, office.Officer)).ShouldBeTrue();
        (await SumAsync(office, campaign)).Cells[Penalties.Index].Sum.ShouldBe(5);
    }

    private static FigureAddress Penalties => FigureAddress.Parse("proactive.penalties", CultureInfo.InvariantCulture);

    private static Task<bool> CountAsync(Office office, int campaign, Actor actor, params LedgerPart[] parts) =>
        office.UseAsync<CountOwnLedger, bool>(count => count.RunAsync(campaign, parts, actor, Cancellation));

    private static FigureAddress CarriedOut => NationalForm.Request(RequestRow.CarriedOut, ApplicantColumn.Total);

    private static FigureAddress CarriedIn => NationalForm.Request(RequestRow.CarriedIn, ApplicantColumn.Total);

    private static decimal?[] FiguresOf(params (FigureAddress Address, decimal Value)[] values)
    {
        var figures = new decimal?[NationalForm.Count];
        foreach (var (address, value) in values)
        {
            figures[address.Index] = value;
        }

        return figures;
    }

    private static async Task<int> OpenAsync(Office office) =>
        (await office.UseAsync<OpenCampaign, OpenCampaign.Result>(open => open.RunAsync(new(office.County.Id, Year, new DateOnly(2026, 1, 4), null), office.Officer, Cancellation))).CampaignId!.Value;

    private static async Task<SumOfCampaign> SumAsync(Office office, int campaign) =>
        (await office.UseAsync<CampaignSum, SumOfCampaign?>(sum => sum.RunAsync(campaign, office.Officer, Cancellation)))!;

    private static Task<FillFromSum.Result> FillAsync(Office office, int campaign, bool replaces) =>
        office.UseAsync<FillFromSum, FillFromSum.Result>(fill => fill.RunAsync(new(campaign, replaces), office.Officer, Cancellation));

    private static async Task<Agency> CountedAsync(Office office, string name, Agency? agency = null)
    {
        var counted = agency ?? await office.AddAgencyAsync(name, AgencyKind.Department, office.County);
        await office.UseAsync<GongkaiDb, int>(db => db.Agencies.Where(one => one.Id == counted.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.CountedInSum, true), Cancellation));
        return counted;
    }

    private static async Task VerticalAsync(Office office, string name)
    {
        var agency = await office.AddAgencyAsync(name, AgencyKind.VerticalOffice, office.County);
        await office.UseAsync<GongkaiDb, int>(db => db.Agencies.Where(one => one.Id == agency.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.IsVertical, true).SetProperty(one => one.MustFile, false), Cancellation));
    }

    private static Task<int> PassesIntoAsync(Office office, Agency ended, Agency successor, SuccessionKind kind) => office.UseAsync<GongkaiDb, int>(async db =>
    {
        db.Successions.Add(new Succession { PredecessorId = ended.Id, SuccessorId = successor.Id, Kind = kind, On = new DateOnly(2025, 6, 1) });
        await db.SaveChangesAsync(Cancellation);
        return await db.Agencies.Where(one => one.Id == ended.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.ValidTo, new DateOnly(2025, 5, 31)), Cancellation);
    });

    private static Task<int> FiledAsync(Office office, Agency agency, int year, FilingState state, params (FigureAddress Address, decimal Value)[] values) => office.UseAsync<GongkaiDb, int>(async db =>
    {
        var filing = new Filing { AgencyId = agency.Id, Year = year, State = state, Content = FilingContent.Write(new AnnualReport { Agency = agency.Name, Year = year }), Revision = 1, Figures = FiguresOf(values) };
        db.Filings.Add(filing);
        await db.SaveChangesAsync(Cancellation);
        if (state == FilingState.Published)
        {
            db.FilingVersions.Add(new FilingVersion { FilingId = filing.Id, Number = 1, Content = filing.Content, Figures = filing.Figures, CreatedByName = "王芳", Reason = "发布" });
            filing.PublishedVersion = 1;
            await db.SaveChangesAsync(Cancellation);
        }

        return filing.Id;
    });

    private static Task<int> SetFiguresAsync(Office office, int filing, params (FigureAddress Address, decimal Value)[] values)
    {
        var figures = FiguresOf(values);
        return office.UseAsync<GongkaiDb, int>(db => db.Filings.Where(one => one.Id == filing).ExecuteUpdateAsync(set => set.SetProperty(one => one.Figures, figures), Cancellation));
    }
}
