using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Search;

namespace Gongkai.Platform.Tests.Participation;

/// <summary>Consultations, public answers and questionnaires are found as soon as they are public, and only then.</summary>
public sealed class ParticipationSearchTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_consultation_is_found_by_its_title_and_its_text_from_its_first_day_until_it_is_withdrawn()
    {
        await using var forum = await Forum.OpenAsync(database);
        var text = forum.Text("蓄滞洪区管理办法（征求意见稿）") with { FirstDay = forum.Today.AddDays(2), LastDay = forum.Today.AddDays(40), Body = "<p>第一条　巡堤<strong>查险</strong>责任到人。</p>" };
        var id = (await forum.BeginAsync(text)).Id;
        (await FindAsync(forum, "蓄滞洪区")).ShouldBeEmpty();
        await forum.StepAsync(id, ReleaseAction.Send, forum.Office.Clerk);
        (await FindAsync(forum, "蓄滞洪区")).ShouldBeEmpty();
        await forum.StepAsync(id, ReleaseAction.Release, forum.Office.Head);
        (await FindAsync(forum, "蓄滞洪区")).ShouldBeEmpty();
        forum.Office.Clock.Move(TimeSpan.FromDays(2));

        (await FindAsync(forum, "蓄滞洪区")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Href.ShouldBe($"/consultations/{id}"), found => found.AgencyName.ShouldBe(forum.Office.Bureau.Name));
        (await FindAsync(forum, "巡堤查险 责任")).ShouldHaveSingleItem().Excerpt.Word.ShouldBe("巡堤查险");
        (await FindAsync(forum, "蓄滞洪区 养老")).ShouldBeEmpty();
        (await forum.StepAsync(id, ReleaseAction.Withdraw, forum.Office.Head, "草案有误")).Refusal.ShouldBeNull();
        (await FindAsync(forum, "蓄滞洪区")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_a_letter_the_released_wording_is_found_and_never_what_was_sent()
    {
        await using var forum = await Forum.OpenAsync(database);
        var id = (await forum.WriteAsync(content: "我是柳树沟的，灌溉渠什么时候修？")).Key!.LetterId;
        await forum.AnswerAsync(id);
        await forum.WordAsync(id, "灌溉渠什么时候修？");
        (await FindAsync(forum, "灌溉渠")).ShouldBeEmpty();
        await forum.StepLetterAsync(id, ReleaseAction.Send, forum.Office.Clerk);
        (await FindAsync(forum, "灌溉渠")).ShouldBeEmpty();
        (await forum.StepLetterAsync(id, ReleaseAction.Release, forum.Office.Head)).Refusal.ShouldBeNull();

        (await FindAsync(forum, "灌溉渠")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(found => found.Href.ShouldBe($"/letters/{id}"), found => found.Excerpt.Word.ShouldBe("灌溉渠"));
        (await FindAsync(forum, "柳树沟")).ShouldBeEmpty();
        (await forum.StepLetterAsync(id, ReleaseAction.Withdraw, forum.Office.Head, "来信人要求")).Refusal.ShouldBeNull();
        (await FindAsync(forum, "灌溉渠")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_questionnaire_is_found_by_its_questions_once_a_second_person_opened_it_and_never_by_what_was_answered()
    {
        await using var forum = await Forum.OpenAsync(database);
        var office = forum.Office;
        var id = (await office.UseAsync<QuestionnaireDesk, ParticipationResult>(desk => desk.BeginAsync(office.Bureau.Id, Guid.CreateVersion7(), new QuestionnaireText
        {
            Title = "用水满意度调查", Intro = "请说说您的感受。", FirstDay = forum.Today, LastDay = forum.Today.AddDays(10), Questions = [new(QuestionKind.Text, "水压够不够高？", [], true)],
        }, office.Clerk, Cancellation))).Id;
        (await FindAsync(forum, "水压")).ShouldBeEmpty();
        await StepAsync(ReleaseAction.Send, office.Clerk);
        (await StepAsync(ReleaseAction.Release, office.Head)).Refusal.ShouldBeNull();
        await office.UseAsync<AnswerQuestionnaire, ParticipationResult>(answer => answer.RunAsync(new(id, Guid.CreateVersion7(), Guid.CreateVersion7(), [new(0, [], "三楼经常断流")]), Cancellation));

        (await FindAsync(forum, "水压")).ShouldHaveSingleItem().Href.ShouldBe($"/questionnaires/{id}");
        (await FindAsync(forum, "断流")).ShouldBeEmpty();
        (await StepAsync(ReleaseAction.Withdraw, office.Head, "题目要改")).Refusal.ShouldBeNull();
        (await FindAsync(forum, "水压")).ShouldBeEmpty();

        Task<ParticipationResult> StepAsync(ReleaseAction action, Gongkai.Platform.Accounts.Actor actor, string? remark = null) =>
            office.UseAsync<QuestionnaireDesk, ParticipationResult>(desk => desk.StepAsync(id, action, remark, actor, Cancellation));
    }

    [Fact]
    public async Task Of_many_the_newest_are_shown_and_that_there_are_more_is_said()
    {
        await using var forum = await Forum.OpenAsync(database);
        for (var number = 1; number <= 6; number++)
        {
            await forum.OpenedAsync(forum.Text($"河道清淤办法{number}") with { LastDay = forum.Today.AddDays(30 + number) });
        }

        var found = await forum.Office.UseAsync<ParticipationSearch, FoundParticipation>(search => search.FindAsync(SearchWords.Of("河道清淤"), Cancellation));
        found.Items.Select(line => line.Title).ShouldBe(["河道清淤办法6", "河道清淤办法5", "河道清淤办法4", "河道清淤办法3", "河道清淤办法2"]);
        found.HasMore.ShouldBeTrue();
        (await FindAsync(forum, "河")).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<FoundLine>> FindAsync(Forum forum, string words) =>
        (await forum.Office.UseAsync<ParticipationSearch, FoundParticipation>(search => search.FindAsync(SearchWords.Of(words), Cancellation))).Items;
}
