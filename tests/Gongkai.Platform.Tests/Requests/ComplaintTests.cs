using Gongkai.Law.Requests;
using Gongkai.Law.Supervision;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Requests;

/// <summary>Complaints (articles 47 and 51): from the applicant's page or the desk of the authority to the answer.</summary>
public sealed class ComplaintTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static readonly DateOnly Today = new(2026, 1, 12);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_applicant_complains_about_the_own_case_to_the_authority_which_answers_within_the_days_of_the_local_rule()
    {
        await using var office = await Office.OpenAsync(database);
        var key = await CaseAsync(office);
        var form = new ComplaintIntake.Own(key, Guid.CreateVersion7(), ComplaintKind.NotAnswered, "早就过了期限", "10.0.0.1");

        var sent = await SendAsync(office, form);
        (await SendAsync(office, form)).ComplaintId.ShouldBe(sent.ComplaintId);
        (await SendAsync(office, form with { Key = Guid.CreateVersion7() })).Refusal.ShouldBe(ComplaintRefusal.TooMany);

        var id = sent.ComplaintId!.Value;
        var sheet = (await FindAsync(office, id, office.Officer))!;
        sheet.Clock.LastDay.ShouldBe(new DateOnly(2026, 2, 2));
        sheet.Complainant!.Name.ShouldBe("周小舟");
        (await FindAsync(office, id, office.Clerk)).ShouldBeNull();
        (await office.UseAsync<ComplaintQueries, IReadOnlyList<ComplaintRow>>(queries => queries.AtHandAsync(office.Officer, Cancellation))).ShouldContain(row => row.Id == id);
        (await office.UseAsync<ComplaintDesk, ComplaintTaken>(desk => desk.AssignAsync(id, office.Officer.AccountId, null, office.Officer, Cancellation))).Refusal.ShouldBeNull();
        (await RecordAsync(office, id, new ComplaintEvent(ComplaintStep.Answered, Today, ComplaintFinding.Upheld))).Refusal.ShouldBe(ComplaintRefusal.MeasureMissing);
        (await RecordAsync(office, id, new ComplaintEvent(ComplaintStep.Answered, Today, ComplaintFinding.Upheld, ComplaintMeasure.Correction))).Refusal.ShouldBeNull();
        (await RecordAsync(office, id, new ComplaintEvent(ComplaintStep.AgencyAsked, Today))).Refusal.ShouldBe(ComplaintRefusal.WrongState);

        var own = (await office.UseAsync<ComplaintQueries, IReadOnlyList<OwnComplaint>>(queries => queries.OwnAsync(key, Cancellation))).ShouldHaveSingleItem();
        own.Answer.ShouldBe("已责令三日内答复");
        var year = (await office.UseAsync<ComplaintQueries, IReadOnlyList<ComplaintYear>>(queries => queries.YearsAsync(office.Officer, Cancellation))).Single(one => one.Year == 2026);
        (year.Received, year.Answered, year.Upheld, year.Open).ShouldBe((1, 1, 1, 0));
        (await office.UseAsync<AuditVerification, AuditVerification.Result>(audit => audit.RunAsync(Cancellation))).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_desk_takes_one_about_what_was_not_published_and_only_about_agencies_below_it()
    {
        await using var office = await Office.OpenAsync(database);
        var elsewhere = await office.AddAgencyAsync("白石县人民政府", Gongkai.Platform.Organizations.AgencyKind.Government, null);

        (await RegisterAsync(office, elsewhere.Id)).Refusal.ShouldBe(ComplaintRefusal.NoSuchAgency);
        (await RegisterAsync(office, office.Bureau.Id, "2026-0404")).Refusal.ShouldBe(ComplaintRefusal.NoSuchRequest);
        var id = (await RegisterAsync(office, office.Bureau.Id)).ComplaintId!.Value;

        var sheet = (await FindAsync(office, id, office.Officer))!;
        sheet.Row.ComplainantLabel.ShouldBe("吴**");
        sheet.Complainant!.Telephone.ShouldBe("13900002222");
        var kept = await office.UseAsync<GongkaiDb, string>(db => db.Database.SqlQuery<string>(
            $"SELECT (SELECT string_agg(c::text, ' ') FROM complaints c) || (SELECT string_agg(e::text, ' ') FROM complaint_events e) || (SELECT string_agg(a::text, ' ') FROM audit_entries a) AS \"Value\"").SingleAsync(Cancellation));
        kept.ShouldNotContain("吴大明");
        kept.ShouldNotContain("13900002222");
    }

    [Fact]
    public async Task Who_may_take_it_is_told_when_it_comes_and_when_its_day_comes_near()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await SendAsync(office, new(await CaseAsync(office), Guid.CreateVersion7(), ComplaintKind.Fee, "多收了费", null))).ComplaintId!.Value;
        (await ToldAsync(office, id)).ShouldBe([office.Officer.AccountId]);

        await RemindAsync(office);
        (await ToldAsync(office, id)).Count.ShouldBe(1);
        office.Clock.Move(TimeSpan.FromDays(18));
        await RemindAsync(office);
        await RemindAsync(office);
        (await ToldAsync(office, id)).ShouldBe([office.Officer.AccountId, office.Officer.AccountId]);
    }

    [Fact]
    public async Task A_wrong_answer_is_taken_back_and_the_complaint_is_open_again()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await RegisterAsync(office, office.Bureau.Id)).ComplaintId!.Value;
        (await RecordAsync(office, id, new ComplaintEvent(ComplaintStep.Answered, Today, ComplaintFinding.NotUpheld))).Refusal.ShouldBeNull();
        var answered = (await FindAsync(office, id, office.Officer))!.Events.Single(happened => happened.Event.Step == ComplaintStep.Answered);

        (await office.UseAsync<ComplaintDesk, ComplaintTaken>(desk => desk.RetractAsync(id, answered.Id, "录错了", office.Officer, Cancellation))).Refusal.ShouldBeNull();

        var row = (await FindAsync(office, id, office.Officer))!.Row;
        row.IsClosed.ShouldBeFalse();
        row.Finding.ShouldBeNull();
    }

    [Fact]
    public async Task As_many_open_complaints_as_there_are_get_their_day_anew_when_the_days_of_the_rule_change()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await RegisterAsync(office, office.Bureau.Id)).ComplaintId!.Value;
        var answered = (await RegisterAsync(office, office.Bureau.Id)).ComplaintId!.Value;
        await RecordAsync(office, answered, new ComplaintEvent(ComplaintStep.Answered, Today, ComplaintFinding.NotUpheld));
        await office.UseAsync<GongkaiDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO complaints (agency_id, against_id, number, kind, channel, complainant_label, content, received_on, step, is_closed, due_on, form_key, created_at, created_by_name)
            SELECT agency_id, against_id, '旧' || place, kind, channel, complainant_label, content, received_on, step, is_closed, due_on, gen_random_uuid(), created_at, created_by_name
            FROM complaints, generate_series(1, 1100) place WHERE id = {id}
            """));
        await RuleAsync(office, new ComplaintRules { Days = 5 });
        await office.UseAsync<ComplaintDesk, bool>(async desk =>
        {
            await desk.RenewAsync(Cancellation);
            return true;
        });

        var due = await office.UseAsync<GongkaiDb, Dictionary<DateOnly, int>>(db =>
            db.Complaints.Where(complaint => complaint.AgencyId == office.County.Id).GroupBy(complaint => complaint.DueOn).ToDictionaryAsync(group => group.Key, group => group.Count(), Cancellation));
        due.ShouldBe(new Dictionary<DateOnly, int> { [new DateOnly(2026, 1, 19)] = 1101, [new DateOnly(2026, 2, 2)] = 1 }, ignoreOrder: true);
        (await FindAsync(office, id, office.Officer))!.Clock.LastDay.ShouldBe(new DateOnly(2026, 1, 19));
        await RuleAsync(office, new ComplaintRules());
    }

    [Fact]
    public async Task The_own_list_holds_what_one_is_in_charge_of_and_when_that_person_has_left_all_who_answer_are_reminded()
    {
        await using var office = await Office.OpenAsync(database);
        var second = await office.HireAsync("孙梅", (office.County, Gongkai.Platform.Accounts.Role.AuthorityOfficer));
        var id = (await RegisterAsync(office, office.Bureau.Id)).ComplaintId!.Value;
        var reviewer = await office.HireAsync("审核人", (office.County, Gongkai.Platform.Accounts.Role.FirstReviewer));
        (await office.UseAsync<ComplaintDesk, ComplaintTaken>(desk => desk.AssignAsync(id, reviewer.AccountId, null, office.Officer, Cancellation))).Refusal.ShouldBe(ComplaintRefusal.NoSuchReceiver, "he could record nothing of it");
        (await office.UseAsync<ComplaintQueries, IReadOnlyList<Handler>>(queries => queries.HandlersAsync(office.County.Id, Cancellation))).Select(handler => handler.AccountId).ShouldNotContain(reviewer.AccountId);
        await office.UseAsync<ComplaintDesk, ComplaintTaken>(desk => desk.AssignAsync(id, second.AccountId, null, office.Officer, Cancellation));
        (await ToldAsync(office, id)).ShouldContain(second.AccountId);
        (await MineAsync(second)).ShouldHaveSingleItem().Id.ShouldBe(id);
        (await MineAsync(office.Officer)).ShouldBeEmpty();
        await office.UseAsync<GongkaiDb, int>(db => db.Posts.Where(post => post.AccountId == second.AccountId).ExecuteUpdateAsync(set => set.SetProperty(post => post.To, Today)));
        office.Clock.Move(TimeSpan.FromDays(18));
        await RemindAsync(office);

        (await ToldAsync(office, id)).Count(person => person == office.Officer.AccountId).ShouldBe(1);

        async Task<IReadOnlyList<ComplaintRow>> MineAsync(Gongkai.Platform.Accounts.Actor actor) =>
            (await office.UseAsync<ComplaintQueries, Page<ComplaintRow>>(queries => queries.ListAsync(new ComplaintFilter { HandlerId = actor.AccountId }, office.Officer, null, Cancellation))).Items;
    }

    private static Task<bool> RuleAsync(Office office, ComplaintRules rules) => office.UseAsync<InstallationSettings, bool>(async settings =>
    {
        await settings.WriteAsync(ComplaintRules.Setting, rules, Cancellation);
        return true;
    });

    private static Task<List<Guid>> ToldAsync(Office office, long id) => office.UseAsync<GongkaiDb, List<Guid>>(db =>
        db.Notifications.AsNoTracking().Where(told => told.Link == $"/work/complaints/{id}").Select(told => told.AccountId).ToListAsync(Cancellation));

    private static Task<bool> RemindAsync(Office office) => office.UseAsync<ComplaintReminders, bool>(async reminders =>
    {
        await reminders.RunAsync(new RunningJob(new JobLease(Guid.CreateVersion7(), ComplaintReminders.Kind, "{}", 1, 5, "one", null, null), (_, _, _) => Task.CompletedTask), Cancellation);
        return true;
    });

    private static async Task<CaseKey> CaseAsync(Office office)
    {
        var registered = (await office.UseAsync<RegisterRequest, RegisterRequest.Result>(use => use.RunAsync(new(Case.Form(office), IntakeChannel.Counter, Today, null), office.Clerk, Cancellation))).Registered!;
        return (await office.UseAsync<OpenCase, CaseKey?>(open => open.RunAsync(registered.Number, registered.Code, Cancellation)))!;
    }

    private static Task<ComplaintTaken> SendAsync(Office office, ComplaintIntake.Own own) => office.UseAsync<ComplaintIntake, ComplaintTaken>(intake => intake.SendAsync(own, Cancellation));

    private static Task<ComplaintTaken> RegisterAsync(Office office, int against, string? request = null) => office.UseAsync<ComplaintIntake, ComplaintTaken>(intake => intake.RegisterAsync(
        new(Guid.CreateVersion7(), office.County.Id, against, ComplaintKind.NotPublished, request, IntakeChannel.Counter,
            new Applicant { Name = "吴大明", IdentityKind = "", IdentityNumber = "", Telephone = "13900002222" }, true, "没有公开水库的安全评估", Today),
        office.Officer, Cancellation));

    private static Task<ComplaintTaken> RecordAsync(Office office, long id, ComplaintEvent happened) =>
        office.UseAsync<ComplaintDesk, ComplaintTaken>(desk => desk.RecordAsync(id, happened, "已责令三日内答复", office.Officer, Cancellation));

    private static Task<ComplaintSheet?> FindAsync(Office office, long id, Gongkai.Platform.Accounts.Actor actor) =>
        office.UseAsync<ComplaintQueries, ComplaintSheet?>(queries => queries.FindAsync(id, actor, Cancellation));
}
