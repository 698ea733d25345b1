using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Participation;

/// <summary>Letters: written without an account, answered in time, handed on, made public only as their sender agreed.</summary>
public sealed class LetterTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_form_makes_one_letter_and_number_and_code_open_it()
    {
        await using var forum = await Forum.OpenAsync(database);
        var form = Guid.CreateVersion7();
        var first = await forum.WriteAsync(key: form);
        var again = await forum.WriteAsync(key: form);
        first.IsNew.ShouldBeTrue();
        again.IsNew.ShouldBeFalse();
        again.Key!.LetterId.ShouldBe(first.Key!.LetterId);

        var own = (await OwnAsync(forum, first.Key))!;
        own.Number.ShouldStartWith("信2026-");
        (await OpenAsync(forum, own.Number, own.Code))!.LetterId.ShouldBe(own.Id);
        (await OpenAsync(forum, own.Number.Replace("信", "").Replace("-", "－"), own.Code.ToLowerInvariant().Replace("-", " ")))!.LetterId.ShouldBe(own.Id);
        (await OpenAsync(forum, own.Number, "AAAA-BBBB-CCCC-DDDD")).ShouldBeNull();
        (await OwnAsync(forum, first.Key with { CodeHash = new byte[32] })).ShouldBeNull();
    }

    [Theory]
    [InlineData(LetterKind.Question, "2026-01-19")]
    [InlineData(LetterKind.Complaint, "2026-02-02")]
    public async Task It_is_due_after_the_working_days_of_its_kind(LetterKind kind, string due)
    {
        await using var forum = await Forum.OpenAsync(database);
        var own = (await OwnAsync(forum, (await forum.WriteAsync(kind)).Key!))!;
        own.DueOn.ToString("yyyy-MM-dd", null).ShouldBe(due);
    }

    [Theory]
    [InlineData(false, "2026-01-19")]
    [InlineData(true, "2026-01-20")]
    public async Task Its_days_run_on_when_it_is_handed_on_unless_the_local_rule_begins_them_anew(bool anew, string due)
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        await RuleAsync(forum, new ParticipationRules { BeginsAnewWhenHandedOn = anew });
        var other = await office.AddAgencyAsync("云溪县民政局", AgencyKind.Department, office.County);
        var clerk = await office.HireAsync("周敏", (other, Role.Clerk));
        var key = (await forum.WriteAsync()).Key!;
        office.Clock.Move(TimeSpan.FromDays(1));
        (await TransferAsync(forum, key.LetterId, other.Id, "属民政局职责", office.Clerk)).Refusal.ShouldBeNull();

        var sheet = (await SheetAsync(forum, key.LetterId, clerk))!;
        sheet.Row.DueOn.ToString("yyyy-MM-dd", null).ShouldBe(due);
        sheet.Row.BeganAnew.ShouldBe(anew);
        (await OwnAsync(forum, key))!.BeganAnew.ShouldBe(anew);
        await RuleAsync(forum, new ParticipationRules { BeginsAnewWhenHandedOn = !anew });
        await RenewAsync(forum);
        (await SheetAsync(forum, key.LetterId, clerk))!.Row.DueOn.ToString("yyyy-MM-dd", null).ShouldBe(due);
        await RuleAsync(forum, new ParticipationRules());
    }

    [Fact]
    public async Task As_many_open_letters_as_there_are_get_their_day_anew_when_the_days_of_the_rule_change()
    {
        await using var forum = await Forum.OpenAsync(database);
        var agency = forum.Office.Bureau.Id;
        var model = (await forum.WriteAsync()).Key!.LetterId;
        await forum.Office.UseAsync<GongkaiDb, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO letters (agency_id, first_agency_id, number, kind, subject, content, sender_label, wants_public, query_hash, form_key, sent_at, counted_from, due_on)
            SELECT agency_id, first_agency_id, '旧' || place, kind, subject, content, sender_label, wants_public, query_hash, gen_random_uuid(), sent_at, counted_from, due_on
            FROM letters, generate_series(1, 1100) place WHERE id = {model}
            """));
        await RuleAsync(forum, new ParticipationRules { QuestionDays = 6 });
        await RenewAsync(forum);

        var due = new DateOnly(2026, 1, 20);
        (await forum.Office.UseAsync<GongkaiDb, int>(db => db.Letters.CountAsync(letter => letter.AgencyId == agency && letter.DueOn == due))).ShouldBe(1101);
        await RuleAsync(forum, new ParticipationRules());
    }

    [Fact]
    public async Task Whoever_is_in_charge_is_told_finds_it_in_the_own_list_and_is_reminded_alone()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var (clerk, other) = (office.Clerk, office.OtherClerk);
        var key = (await forum.WriteAsync()).Key!;
        (await AssignAsync(forum, key.LetterId, office.Officer.AccountId)).Refusal.ShouldBe(ParticipationRefusal.NoSuchHandler);
        (await AssignAsync(forum, key.LetterId, other.AccountId, "请先问民政办")).Refusal.ShouldBeNull();
        (await AssignAsync(forum, key.LetterId, other.AccountId)).Refusal.ShouldBeNull();

        (await ToldAsync(forum, key, other, "请承办")).ShouldBe(1);
        (await ToldAsync(forum, key, clerk, "请承办")).ShouldBe(0);
        (await MineAsync(forum, other)).ShouldContain(row => row.Id == key.LetterId && row.HandlerName == other.Name);
        (await MineAsync(forum, clerk)).ShouldNotContain(row => row.Id == key.LetterId);
        (await AtHandAsync(forum, other)).ShouldContain(waiting => waiting.Href == $"/work/letters/{key.LetterId}");
        (await AtHandAsync(forum, clerk)).ShouldNotContain(waiting => waiting.Href == $"/work/letters/{key.LetterId}");
        (await SheetAsync(forum, key.LetterId, clerk))!.Steps.Count(step => step.Step == LetterStepKind.Assigned).ShouldBe(1);
        (await OwnAsync(forum, key))!.Steps.ShouldAllBe(step => step.Step != LetterStepKind.Assigned);

        office.Clock.Move(TimeSpan.FromDays(10));
        await RemindAsync(forum);
        (await ToldAsync(forum, key, other, "还没有答复")).ShouldBe(1);
        (await ToldAsync(forum, key, clerk, "还没有答复")).ShouldBe(0);
        (await AssignAsync(forum, key.LetterId, clerk.AccountId)).Refusal.ShouldBeNull();
        (await forum.AnswerAsync(key.LetterId)).Refusal.ShouldBeNull();
        (await AssignAsync(forum, key.LetterId, other.AccountId)).Refusal.ShouldBe(ParticipationRefusal.WrongState);
    }

    [Fact]
    public async Task When_whoever_was_in_charge_has_left_all_who_answer_are_told_and_find_it()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var key = (await forum.WriteAsync()).Key!;
        await AssignAsync(forum, key.LetterId, office.OtherClerk.AccountId);
        var last = forum.Today;
        await office.UseAsync<GongkaiDb, int>(db => db.Posts.Where(post => post.AccountId == office.OtherClerk.AccountId).ExecuteUpdateAsync(set => set.SetProperty(post => post.To, last)));
        office.Clock.Move(TimeSpan.FromDays(10));
        await RemindAsync(forum);

        (await ToldAsync(forum, key, office.Clerk, "还没有答复")).ShouldBe(1);
        (await AtHandAsync(forum, office.Clerk)).ShouldContain(waiting => waiting.Href == $"/work/letters/{key.LetterId}");
    }

    [Fact]
    public async Task Another_agency_to_which_it_is_handed_answers_it_and_the_first_reads_it_no_more()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var other = await office.AddAgencyAsync("云溪县民政局", AgencyKind.Department, office.County);
        var clerk = await office.HireAsync("周敏", (other, Role.Clerk));
        var key = (await forum.WriteAsync()).Key!;
        office.Clock.Move(TimeSpan.FromDays(1));
        await AssignAsync(forum, key.LetterId, office.Clerk.AccountId);
        (await TransferAsync(forum, key.LetterId, other.Id, "", office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.ReasonMissing);
        (await TransferAsync(forum, key.LetterId, office.Bureau.Id, "不是", office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.NoSuchReceiver);
        (await TransferAsync(forum, key.LetterId, other.Id, "属民政局职责", office.Clerk)).Refusal.ShouldBeNull();

        (await SheetAsync(forum, key.LetterId, office.Clerk)).ShouldBeNull();
        var sheet = (await SheetAsync(forum, key.LetterId, clerk))!;
        sheet.Row.HandlerName.ShouldBeNull();
        sheet.Sender.ShouldContain("李明");
        (await OwnAsync(forum, key))!.AgencyName.ShouldBe("云溪县民政局");
        (await forum.AnswerAsync(key.LetterId)).Refusal.ShouldBe(ParticipationRefusal.NotFound);
        (await office.UseAsync<LetterDesk, ParticipationResult>(desk => desk.AnswerAsync(key.LetterId, "凭身份证办理", clerk, Cancellation))).Refusal.ShouldBeNull();
        (await TransferAsync(forum, key.LetterId, office.Bureau.Id, "退回", clerk)).Refusal.ShouldBe(ParticipationRefusal.WrongState);
        (await OwnAsync(forum, key))!.Answer.ShouldBe("凭身份证办理");
    }

    [Fact]
    public async Task What_its_sender_wants_kept_is_never_made_public()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = (await forum.WriteAsync(wantsPublic: false)).Key!.LetterId;
        await forum.AnswerAsync(id);

        (await forum.WordAsync(id)).Refusal.ShouldBe(ParticipationRefusal.NotWished);
        (await forum.ReadLetterAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task The_public_reads_only_the_wording_that_a_second_person_released_without_personal_data()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var id = (await forum.WriteAsync(content: "我叫李明，电话13800000000，高龄津贴怎么办理？")).Key!.LetterId;
        (await forum.WordAsync(id)).Refusal.ShouldBe(ParticipationRefusal.WrongState);
        await forum.AnswerAsync(id);
        (await forum.WordAsync(id, "我的身份证号是11010519491231002X，怎么办理？")).Refusal.ShouldBeNull();
        await forum.StepLetterAsync(id, ReleaseAction.Send, office.Clerk);
        (await forum.StepLetterAsync(id, ReleaseAction.Release, office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.OwnWork);
        (await forum.StepLetterAsync(id, ReleaseAction.Release, office.Head, "没有问题")).Refusal.ShouldBe(ParticipationRefusal.PersonalData);
        (await forum.ReadLetterAsync(id)).ShouldBeNull();
        (await forum.StepLetterAsync(id, ReleaseAction.Return, office.Head, "遮盖身份证号")).Refusal.ShouldBeNull();
        (await forum.WordAsync(id, revision: 1)).Refusal.ShouldBeNull();
        await forum.StepLetterAsync(id, ReleaseAction.Send, office.Clerk);
        (await forum.StepLetterAsync(id, ReleaseAction.Release, office.Head)).Refusal.ShouldBeNull();

        var shown = (await forum.ReadLetterAsync(id))!;
        shown.Question.ShouldBe("高龄津贴怎么办理？");
        (await office.UseAsync<PublicLetterQueries, List<PublicLetterLine>>(queries => queries.NewestAsync(new PublicLetterFilter { Text = "13800000000" }, 10, Cancellation))).ShouldBeEmpty();
        (await forum.StepLetterAsync(id, ReleaseAction.Withdraw, office.Head, "来信人要求")).Refusal.ShouldBeNull();
        (await forum.ReadLetterAsync(id)).ShouldBeNull();
    }

    [Fact]
    public async Task Who_handles_letters_is_reminded_once_when_the_day_has_gone_by()
    {
        await using var forum = await Forum.OpenAsync(database);
        await forum.WriteAsync();
        forum.Office.Clock.Move(TimeSpan.FromDays(10));
        await RemindAsync(forum);
        await RemindAsync(forum);

        var told = await forum.Office.UseAsync<GongkaiDb, int>(db => db.Notifications.CountAsync(told => told.AccountId == forum.Office.Clerk.AccountId && told.Text.Contains("还没有答复")));
        told.ShouldBe(1);
    }

    private static Task RemindAsync(Forum forum) => forum.Office.UseAsync<LetterReminders, bool>(async reminders =>
    {
        await reminders.RunAsync(new RunningJob(new JobLease(Guid.CreateVersion7(), LetterReminders.Kind, "{}", 1, 5, "one", null, null), (_, _, _) => Task.CompletedTask), Cancellation);
        return true;
    });

    private static Task RenewAsync(Forum forum) => forum.Office.UseAsync<LetterClock, bool>(async clock =>
    {
        await clock.RenewAsync(Cancellation);
        return true;
    });

    private static Task RuleAsync(Forum forum, ParticipationRules rules) => forum.Office.UseAsync<InstallationSettings, bool>(async settings =>
    {
        await settings.WriteAsync(ParticipationRules.Setting, rules, Cancellation);
        return true;
    });

    private static Task<ParticipationResult> AssignAsync(Forum forum, long id, Guid handler, string? note = null) =>
        forum.Office.UseAsync<LetterDesk, ParticipationResult>(desk => desk.AssignAsync(id, handler, note, forum.Office.Clerk, Cancellation));

    private static Task<int> ToldAsync(Forum forum, LetterKey key, Actor person, string text) => forum.Office.UseAsync<GongkaiDb, int>(db =>
        db.Notifications.CountAsync(told => told.AccountId == person.AccountId && told.Link == $"/work/letters/{key.LetterId}" && told.Text.Contains(text)));

    private static async Task<IReadOnlyList<LetterRow>> MineAsync(Forum forum, Actor person) =>
        (await forum.Office.UseAsync<LetterQueries, Page<LetterRow>>(letters => letters.ListAsync(new LetterFilter { HandlerId = person.AccountId }, person, null, Cancellation))).Items;

    private static Task<IReadOnlyList<AtHand>> AtHandAsync(Forum forum, Actor person) => forum.Office.UseAsync<ParticipationAtHand, IReadOnlyList<AtHand>>(atHand => atHand.WaitingAsync(person, Cancellation));

    private static Task<OwnLetter?> OwnAsync(Forum forum, LetterKey key) => forum.Office.UseAsync<OwnLetters, OwnLetter?>(letters => letters.FindAsync(key, Cancellation));

    private static Task<LetterKey?> OpenAsync(Forum forum, string number, string code) => forum.Office.UseAsync<OwnLetters, LetterKey?>(letters => letters.OpenAsync(number, code, Cancellation));

    private static Task<LetterSheet?> SheetAsync(Forum forum, long id, Actor actor) => forum.Office.UseAsync<LetterQueries, LetterSheet?>(letters => letters.FindAsync(id, actor, Cancellation));

    private static Task<ParticipationResult> TransferAsync(Forum forum, long id, int to, string why, Actor actor) => forum.Office.UseAsync<LetterDesk, ParticipationResult>(desk => desk.TransferAsync(id, to, why, actor, Cancellation));
}
