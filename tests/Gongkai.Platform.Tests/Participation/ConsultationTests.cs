using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Participation;

/// <summary>The public is asked: who opens a consultation, who reads the opinions, what is told of them.</summary>
public sealed class ConsultationTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_read_by_nobody_until_another_than_its_writer_opens_it()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var id = (await forum.BeginAsync(forum.Text())).Id;
        (await forum.ReadAsync(id)).ShouldBeNull();
        (await forum.StepAsync(id, ReleaseAction.Release, office.Head)).Refusal.ShouldBe(ParticipationRefusal.WrongState);
        (await forum.StepAsync(id, ReleaseAction.Send, office.Clerk)).Refusal.ShouldBeNull();
        (await forum.ReadAsync(id)).ShouldBeNull();
        (await forum.StepAsync(id, ReleaseAction.Release, office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.OwnWork);
        (await forum.StepAsync(id, ReleaseAction.Release, office.Reviewer)).Refusal.ShouldBe(ParticipationRefusal.NotAllowed);
        (await forum.StepAsync(id, ReleaseAction.Release, office.Head)).Refusal.ShouldBeNull();
        (await forum.ReadAsync(id))!.Line.IsOpen.ShouldBeTrue();

        (await forum.StepAsync(id, ReleaseAction.Withdraw, office.Head)).Refusal.ShouldBe(ParticipationRefusal.ReasonMissing);
        (await forum.StepAsync(id, ReleaseAction.Withdraw, office.Head, "草案有误")).Refusal.ShouldBeNull();
        (await forum.ReadAsync(id)).ShouldBeNull();
        (await forum.CommentAsync(id, "晚了")).Refusal.ShouldBe(ParticipationRefusal.NotOpen);
    }

    [Fact]
    public async Task Fewer_days_than_the_law_says_need_a_reason_that_the_public_reads()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = (await forum.BeginAsync(forum.Text(days: 10))).Id;
        (await forum.StepAsync(id, ReleaseAction.Send, forum.Office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.TooShort);

        var other = await forum.OpenedAsync(forum.Text(days: 10) with { WhyShort = "汛期临近，需要尽快施行" });
        (await forum.ReadAsync(other))!.Text.WhyShort.ShouldBe("汛期临近，需要尽快施行");
        (await forum.ReadAsync(other))!.IsShort.ShouldBeTrue();
        await forum.OpenedAsync(forum.Text(basis: ConsultationBasis.Other, days: 7));
    }

    [Fact]
    public async Task What_waited_past_its_first_day_is_not_opened_as_its_days_would_be_cut()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = (await forum.BeginAsync(forum.Text())).Id;
        await forum.StepAsync(id, ReleaseAction.Send, forum.Office.Clerk);
        forum.Office.Clock.Move(TimeSpan.FromDays(1));

        (await forum.StepAsync(id, ReleaseAction.Release, forum.Office.Head)).Refusal.ShouldBe(ParticipationRefusal.FirstDayPassed);
    }

    [Fact]
    public async Task It_is_shown_from_its_first_day_and_takes_opinions_to_the_end_of_its_last()
    {
        await using var forum = await Forum.OpenAsync(database);
        var text = forum.Text();
        var id = await forum.OpenedAsync(text with { FirstDay = text.FirstDay.AddDays(2), LastDay = text.FirstDay.AddDays(40) });
        (await forum.ReadAsync(id)).ShouldBeNull();
        (await forum.CommentAsync(id, "太早")).Refusal.ShouldBe(ParticipationRefusal.NotOpen);
        forum.Office.Clock.Move(TimeSpan.FromDays(2));
        (await forum.CommentAsync(id, "第一天的意见")).Receipt!.Number.ShouldBe(1);
        forum.Office.Clock.Move(TimeSpan.FromDays(38));
        (await forum.CommentAsync(id, "最后一天的意见")).Receipt!.Number.ShouldBe(2);
        forum.Office.Clock.Move(TimeSpan.FromDays(1));
        (await forum.CommentAsync(id, "太晚")).Refusal.ShouldBe(ParticipationRefusal.NotOpen);
    }

    [Fact]
    public async Task Its_days_can_be_made_more_and_never_fewer()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = await forum.OpenedAsync(forum.Text());
        var last = forum.Today.AddDays(30);

        (await ProlongAsync(last, forum.Office.Reviewer)).Refusal.ShouldBe(ParticipationRefusal.NotAllowed);
        (await ProlongAsync(last, forum.Office.Head)).Refusal.ShouldBe(ParticipationRefusal.NotLonger);
        (await ProlongAsync(last.AddDays(10), forum.Office.Head)).Refusal.ShouldBeNull();
        (await forum.ReadAsync(id))!.Line.LastDay.ShouldBe(last.AddDays(10));
        (await forum.ReadAsync(id))!.Text.LastDay.ShouldBe(last.AddDays(10));
        forum.Office.Clock.Move(TimeSpan.FromDays(41));
        (await ProlongAsync(last.AddDays(20), forum.Office.Head)).Refusal.ShouldBe(ParticipationRefusal.NotOpen);
        await forum.StepAsync(id, ReleaseAction.Withdraw, forum.Office.Head, "草案有误");
        (await ProlongAsync(last.AddDays(20), forum.Office.Head)).Refusal.ShouldBe(ParticipationRefusal.WrongState);

        Task<ParticipationResult> ProlongAsync(DateOnly day, Actor actor) => forum.Office.UseAsync<ConsultationDesk, ParticipationResult>(desk => desk.ProlongAsync(id, day, actor, Cancellation));
    }

    [Fact]
    public async Task A_citizens_number_in_the_draft_stops_it_and_grave_words_need_a_reason_by_whoever_opens_it()
    {
        await using var forum = await Forum.OpenAsync(database);
        var text = forum.Text();
        var id = (await forum.BeginAsync(text with { Body = "<p>联系人身份证号 11010519491231002X。</p>" })).Id;
        await forum.StepAsync(id, ReleaseAction.Send, forum.Office.Clerk);
        var refused = await forum.StepAsync(id, ReleaseAction.Release, forum.Office.Head, "核对过了");
        refused.Refusal.ShouldBe(ParticipationRefusal.PersonalData);
        refused.Hits.ShouldNotBeEmpty();
        (await forum.ReadAsync(id)).ShouldBeNull();

        (await forum.StepAsync(id, ReleaseAction.Return, forum.Office.Head, "去掉身份证号")).Refusal.ShouldBeNull();
        (await forum.Office.UseAsync<ConsultationDesk, ParticipationResult>(desk => desk.SaveAsync(id, text, 1, forum.Office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        (await forum.Office.UseAsync<ConsultationDesk, ParticipationResult>(desk => desk.SaveAsync(id, text, 1, forum.Office.OtherClerk, Cancellation))).Refusal.ShouldBe(ParticipationRefusal.ChangedMeanwhile);
        await forum.StepAsync(id, ReleaseAction.Send, forum.Office.Clerk);
        (await forum.StepAsync(id, ReleaseAction.Release, forum.Office.Head)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_form_makes_one_consultation_and_one_opinion()
    {
        await using var forum = await Forum.OpenAsync(database);
        var key = Guid.CreateVersion7();
        (await forum.BeginAsync(forum.Text(), key)).Id.ShouldBe((await forum.BeginAsync(forum.Text(), key)).Id);

        var id = await forum.OpenedAsync(forum.Text());
        var form = Guid.CreateVersion7();
        (await forum.CommentAsync(id, "一样的意见", form)).Receipt!.IsNew.ShouldBeTrue();
        (await forum.CommentAsync(id, "一样的意见", form)).Receipt.ShouldSatisfyAllConditions(receipt => receipt!.IsNew.ShouldBeFalse(), receipt => receipt!.Number.ShouldBe(1));
        (await forum.CommentsAsync(id, forum.Office.Clerk)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Who_sent_an_opinion_is_sealed_and_only_who_handles_it_reads_the_name()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = await forum.OpenedAsync(forum.Text());
        await forum.CommentAsync(id, "我的电话是13912345678", name: "张小三", contact: "13912345678");

        (await forum.CommentsAsync(id, forum.Office.Clerk))[0].ShouldSatisfyAllConditions(row => row.Sender.ShouldContain("张小三"), row => row.Content.ShouldContain("13912345678"));
        (await forum.CommentsAsync(id, forum.Office.Reviewer))[0].ShouldSatisfyAllConditions(row => row.Sender.ShouldBeEmpty(), row => row.Content.ShouldNotContain("13912345678"), row => row.SenderLabel.ShouldBe("张**"));
        var kept = await forum.Office.UseAsync<GongkaiDb, byte[]>(db => db.ConsultationComments.Where(comment => comment.ConsultationId == id).Select(comment => comment.Sealed!).SingleAsync());
        System.Text.Encoding.UTF8.GetString(kept).ShouldNotContain("张小三");
        var exported = await forum.Office.UseAsync<CommentQueries, IReadOnlyList<CommentRow>?>(queries => queries.ExportAsync(id, new CommentFilter(), false, forum.Office.Clerk, Cancellation));
        exported!.ShouldHaveSingleItem().ShouldSatisfyAllConditions(row => row.Sender.ShouldBeEmpty(), row => row.Content.ShouldNotContain("13912345678"));
        var stranger = await StrangerAsync(forum);
        (await forum.Office.UseAsync<CommentQueries, Page<CommentRow>?>(queries => queries.ListAsync(id, new CommentFilter(), stranger, null, Cancellation))).ShouldBeNull();
    }

    [Fact]
    public async Task What_came_of_it_is_counted_and_told_when_every_opinion_was_judged()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var id = await forum.OpenedAsync(forum.Text());
        for (var number = 1; number <= 3; number++)
        {
            await forum.CommentAsync(id, $"意见{number}");
        }

        (await forum.FeedbackAsync(id, "<p>太早</p>")).Refusal.ShouldBe(ParticipationRefusal.WrongState);
        office.Clock.Move(TimeSpan.FromDays(31));
        (await forum.FeedbackAsync(id, "<p>主要意见：增加奖励，已采纳。</p>")).Refusal.ShouldBeNull();
        (await forum.StepFeedbackAsync(id, ReleaseAction.Send, office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.Unjudged);
        var comments = await forum.CommentsAsync(id, office.Clerk);
        (await forum.JudgeAsync(id, [comments[0].Id], CommentVerdict.NotAdopted)).Refusal.ShouldBe(ParticipationRefusal.ReasonMissing);
        (await forum.JudgeAsync(id, [comments[0].Id], CommentVerdict.NotAdopted, "与上位法不符")).Refusal.ShouldBeNull();
        (await forum.JudgeAsync(id, [comments[1].Id, comments[2].Id], CommentVerdict.Adopted)).Refusal.ShouldBeNull();
        (await forum.StepFeedbackAsync(id, ReleaseAction.Send, office.Clerk)).Refusal.ShouldBeNull();
        (await forum.JudgeAsync(id, [comments[0].Id], CommentVerdict.Adopted)).Refusal.ShouldBe(ParticipationRefusal.WrongState);
        (await forum.StepFeedbackAsync(id, ReleaseAction.Release, office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.OwnWork);
        (await forum.ReadAsync(id))!.Feedback.ShouldBeNull();
        (await forum.StepFeedbackAsync(id, ReleaseAction.Release, office.Head)).Refusal.ShouldBeNull();

        var feedback = (await forum.ReadAsync(id))!.Feedback.ShouldNotBeNull();
        (feedback.Received, feedback.Adopted, feedback.PartlyAdopted, feedback.NotAdopted).ShouldBe((3, 2, 0, 1));
        (await forum.StepFeedbackAsync(id, ReleaseAction.Withdraw, office.Head, "数字要核对")).Refusal.ShouldBeNull();
        (await forum.ReadAsync(id))!.Feedback.ShouldBeNull();
        (await forum.FeedbackAsync(id, "<p>改好的采纳情况</p>", 1)).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task Feedback_that_is_due_stands_on_the_first_screen_until_it_is_released()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = await forum.OpenedAsync(forum.Text());
        (await AtHandAsync()).ShouldBeEmpty();
        forum.Office.Clock.Move(TimeSpan.FromDays(61));

        var waiting = (await AtHandAsync()).ShouldHaveSingleItem();
        waiting.Href.ShouldBe($"/work/consultations/{id}");
        waiting.DueOn.ShouldBe(forum.Today.AddDays(-1));

        Task<IReadOnlyList<AtHand>> AtHandAsync() => forum.Office.UseAsync<ParticipationAtHand, IReadOnlyList<AtHand>>(atHand => atHand.WaitingAsync(forum.Office.Clerk, Cancellation));
    }

    [Fact]
    public async Task A_file_is_for_those_at_work_until_the_consultation_is_open()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = (await forum.BeginAsync(forum.Text())).Id;
        var sent = new SentFile("起草说明.txt", () => new MemoryStream("说明文字"u8.ToArray()));
        (await forum.Office.UseAsync<ConsultationFiles, ParticipationResult>(files => files.AddAsync(id, sent, forum.Office.Clerk, Cancellation))).Refusal.ShouldBeNull();
        var file = await forum.Office.UseAsync<GongkaiDb, long>(db => db.ConsultationFiles.Where(found => found.ConsultationId == id).Select(found => found.Id).SingleAsync());
        (await FindAsync(null)).ShouldBeNull();
        (await FindAsync(await StrangerAsync(forum))).ShouldBeNull();
        (await FindAsync(forum.Office.Reviewer)).ShouldNotBeNull();
        await forum.StepAsync(id, ReleaseAction.Send, forum.Office.Clerk);
        await forum.StepAsync(id, ReleaseAction.Release, forum.Office.Head);
        (await FindAsync(null)).ShouldNotBeNull();
        (await forum.Office.UseAsync<ConsultationFiles, ParticipationResult>(files => files.RemoveAsync(id, file, forum.Office.Clerk, Cancellation))).Refusal.ShouldBe(ParticipationRefusal.WrongState);

        Task<PublicDocumentFile?> FindAsync(Actor? actor) => forum.Office.UseAsync<ConsultationFiles, PublicDocumentFile?>(files => files.FindAsync(file, actor, Cancellation));
    }

    private static Task<Actor> StrangerAsync(Forum forum) => forum.Office.HireAsync("外人", (forum.Office.County, Role.Clerk));
}
