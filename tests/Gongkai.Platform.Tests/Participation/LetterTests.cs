using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
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

    [Fact]
    public async Task Another_agency_to_which_it_is_handed_has_its_days_from_there_and_the_first_reads_it_no_more()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var other = await office.AddAgencyAsync("云溪县民政局", AgencyKind.Department, office.County);
        var clerk = await office.HireAsync("周敏", (other, Role.Clerk));
        var key = (await forum.WriteAsync()).Key!;
        office.Clock.Move(TimeSpan.FromDays(1));
        (await TransferAsync(forum, key.LetterId, other.Id, "", office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.ReasonMissing);
        (await TransferAsync(forum, key.LetterId, office.Bureau.Id, "不是", office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.NoSuchReceiver);
        (await TransferAsync(forum, key.LetterId, other.Id, "属民政局职责", office.Clerk)).Refusal.ShouldBeNull();

        (await SheetAsync(forum, key.LetterId, office.Clerk)).ShouldBeNull();
        var sheet = (await SheetAsync(forum, key.LetterId, clerk))!;
        sheet.Row.DueOn.ShouldBe(new DateOnly(2026, 1, 20));
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
        await RemindAsync();
        await RemindAsync();

        var told = await forum.Office.UseAsync<GongkaiDb, int>(db => db.Notifications.CountAsync(told => told.AccountId == forum.Office.Clerk.AccountId && told.Text.Contains("还没有答复")));
        told.ShouldBe(1);

        Task RemindAsync() => forum.Office.UseAsync<LetterReminders, bool>(async reminders =>
        {
            await reminders.RunAsync(new RunningJob(new JobLease(Guid.CreateVersion7(), LetterReminders.Kind, "{}", 1, 5, "one", null, null), (_, _, _) => Task.CompletedTask), Cancellation);
            return true;
        });
    }

    private static Task<OwnLetter?> OwnAsync(Forum forum, LetterKey key) => forum.Office.UseAsync<OwnLetters, OwnLetter?>(letters => letters.FindAsync(key, Cancellation));

    private static Task<LetterKey?> OpenAsync(Forum forum, string number, string code) => forum.Office.UseAsync<OwnLetters, LetterKey?>(letters => letters.OpenAsync(number, code, Cancellation));

    private static Task<LetterSheet?> SheetAsync(Forum forum, long id, Actor actor) => forum.Office.UseAsync<LetterQueries, LetterSheet?>(letters => letters.FindAsync(id, actor, Cancellation));

    private static Task<ParticipationResult> TransferAsync(Forum forum, long id, int to, string why, Actor actor) => forum.Office.UseAsync<LetterDesk, ParticipationResult>(desk => desk.TransferAsync(id, to, why, actor, Cancellation));
}
