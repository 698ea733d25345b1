using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Tests.Participation;

/// <summary>Questionnaires: opened by a second person, answered once from each browser, their results released by a second person again.</summary>
public sealed class QuestionnaireTests(GongkaiDatabase database) : IClassFixture<GongkaiDatabase>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Results_are_counted_and_read_only_when_they_were_released_and_never_what_was_written()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await OpenedAsync(office);
        (await AnswerAsync(office, id, [new(0, [1], null), new(1, [0, 2], null), new(3, [], "办事要排队")])).Refusal.ShouldBeNull();
        (await AnswerAsync(office, id, [new(0, [1], null), new(2, [4], null)])).Refusal.ShouldBeNull();
        (await FindAsync(office, id))!.Results.ShouldBeNull();
        (await ReleaseAsync(office, id, office.Head)).Refusal.ShouldBe(ParticipationRefusal.NotClosed);
        office.Clock.Move(TimeSpan.FromDays(11));
        (await AnswerAsync(office, id, [new(0, [1], null)])).Refusal.ShouldBe(ParticipationRefusal.NotOpen);
        (await ReleaseAsync(office, id, office.Clerk)).Refusal.ShouldBe(ParticipationRefusal.OwnWork);
        (await FindAsync(office, id))!.Results.ShouldBeNull();
        (await ReleaseAsync(office, id, office.Head)).Refusal.ShouldBeNull();

        var results = (await FindAsync(office, id))!.Results.ShouldNotBeNull();
        results.Answers.ShouldBe(2);
        results.Questions[0].Choices.Select(choice => choice.Count).ShouldBe([0, 2]);
        results.Questions[1].Choices.Select(choice => choice.Count).ShouldBe([1, 0, 1]);
        results.Questions[1].Answered.ShouldBe(1);
        results.Questions[2].Choices[4].Count.ShouldBe(1);
        results.Questions[3].ShouldSatisfyAllConditions(text => text.Choices.ShouldBeEmpty(), text => text.Answered.ShouldBe(1));
        (await office.UseAsync<QuestionnaireQueries, Page<string>?>(queries => queries.TextsAsync(id, 3, office.Clerk, null, Cancellation)))!.Items.ShouldBe(["办事要排队"]);
    }

    [Fact]
    public async Task A_browser_answers_once_and_the_same_form_twice_is_one_answer()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await OpenedAsync(office);
        var (browser, form) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        (await AnswerAsync(office, id, [new(0, [0], null)], browser, form)).Refusal.ShouldBeNull();
        (await AnswerAsync(office, id, [new(0, [0], null)], browser, form)).Refusal.ShouldBeNull();
        (await AnswerAsync(office, id, [new(0, [1], null)], browser)).Refusal.ShouldBe(ParticipationRefusal.AnsweredBefore);
        (await office.UseAsync<QuestionnaireQueries, QuestionnaireSheet?>(queries => queries.FindAsync(id, office.Clerk, Cancellation)))!.Results!.Answers.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_are_taken_out_as_they_came_without_whose_they_are_and_that_is_kept_in_the_audit_trail()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await OpenedAsync(office);
        await AnswerAsync(office, id, [new(0, [1], null), new(1, [0, 2], null), new(3, [], "=请打13912345678")]);
        await AnswerAsync(office, id, [new(0, [0], null), new(2, [4], null)]);

        var rows = (await ExportAsync(office, id, office.Clerk))!;
        rows.Select(row => row.Number).ShouldBe([1, 2]);
        rows[0].Cells.ShouldBe(["没有", "户籍；医保", "", "=请打13912345678"]);
        rows[1].Cells.ShouldBe(["来过", "", "很满意", ""]);
        (await ExportAsync(office, id, office.Reviewer))![0].Cells[3].ShouldNotContain("13912345678");
        (await office.UseAsync<QuestionnaireQueries, Page<string>?>(queries => queries.TextsAsync(id, 3, office.Reviewer, null, Cancellation)))!.Items.ShouldHaveSingleItem().ShouldNotContain("13912345678");
        (await office.UseAsync<GongkaiDb, int>(db => db.AuditEntries.CountAsync(entry => entry.Subject == $"questionnaires/{id}" && entry.Action == "questionnaire.answersExported"))).ShouldBe(2);
        var elsewhere = await office.AddAgencyAsync("白石县人民政府", AgencyKind.Government, null);
        (await ExportAsync(office, id, await office.HireAsync("外人", (elsewhere, Role.Clerk)))).ShouldBeNull();
        (await ExportAsync(office, (await BeginAsync(office, Text(office))).Id, office.Clerk)).ShouldBeNull();
    }

    [Fact]
    public async Task Answers_that_no_form_gives_are_not_taken()
    {
        await using var office = await Office.OpenAsync(database);
        var id = await OpenedAsync(office);
        GivenAnswer[][] wrong = [[], [new(0, [0, 1], null)], [new(0, [2], null)], [new(0, [-1], null)], [new(0, [0], null), new(0, [1], null)], [new(0, [0], null), new(9, [0], null)], [new(0, [0], null), new(3, [], new string('长', 1001))]];
        foreach (var answers in wrong)
        {
            (await AnswerAsync(office, id, answers)).Refusal.ShouldBe(ParticipationRefusal.AnswersWrong);
        }
    }

    [Fact]
    public async Task Nobody_answers_what_was_not_opened_by_a_second_person()
    {
        await using var office = await Office.OpenAsync(database);
        var id = (await BeginAsync(office, Text(office))).Id;
        (await AnswerAsync(office, id, [new(0, [0], null)])).Refusal.ShouldBe(ParticipationRefusal.NotOpen);
        await StepAsync(office, id, ReleaseAction.Send);
        (await StepAsync(office, id, ReleaseAction.Release)).Refusal.ShouldBe(ParticipationRefusal.OwnWork);
        (await FindAsync(office, id)).ShouldBeNull();
        (await office.UseAsync<PublicQuestionnaireQueries, List<PublicQuestionnaireLine>>(queries => queries.NewestAsync(office.Bureau.Id, 10, Cancellation))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_question_needs_words_and_at_least_two_different_options()
    {
        await using var office = await Office.OpenAsync(database);
        Question[] wrong = [new(QuestionKind.One, "", ["是", "否"], true), new(QuestionKind.One, "几个？", ["是"], true), new(QuestionKind.Several, "几个？", ["是", "是"], true)];
        foreach (var question in wrong)
        {
            (await BeginAsync(office, Text(office) with { Questions = [question] })).Refusal.ShouldBe(ParticipationRefusal.QuestionsWrong);
        }
    }

    private static QuestionnaireText Text(Office office) => new()
    {
        Title = "办事大厅满意度调查", Intro = "请说说您的感受。", FirstDay = office.Clock.Today(), LastDay = office.Clock.Today().AddDays(10),
        Questions =
        [
            new(QuestionKind.One, "您来过吗？", ["来过", "没有"], true), new(QuestionKind.Several, "办了什么？", ["户籍", "社保", "医保"], false),
            new(QuestionKind.Scale, "满意吗？", [], false), new(QuestionKind.Text, "还有什么建议？", [], false),
        ],
    };

    private static Task<ParticipationResult> BeginAsync(Office office, QuestionnaireText text) =>
        office.UseAsync<QuestionnaireDesk, ParticipationResult>(desk => desk.BeginAsync(office.Bureau.Id, Guid.CreateVersion7(), text, office.Clerk, Cancellation));

    private static Task<ParticipationResult> StepAsync(Office office, long id, ReleaseAction action) => office.UseAsync<QuestionnaireDesk, ParticipationResult>(desk => desk.StepAsync(id, action, null, office.Clerk, Cancellation));

    private static async Task<long> OpenedAsync(Office office)
    {
        var id = (await BeginAsync(office, Text(office))).Id;
        (await StepAsync(office, id, ReleaseAction.Send)).Refusal.ShouldBeNull();
        (await office.UseAsync<QuestionnaireDesk, ParticipationResult>(desk => desk.StepAsync(id, ReleaseAction.Release, null, office.Head, Cancellation))).Refusal.ShouldBeNull();
        return id;
    }

    private static Task<ParticipationResult> AnswerAsync(Office office, long id, IReadOnlyList<GivenAnswer> answers, Guid? browser = null, Guid? form = null) =>
        office.UseAsync<AnswerQuestionnaire, ParticipationResult>(answer => answer.RunAsync(new(id, form ?? Guid.CreateVersion7(), browser ?? Guid.CreateVersion7(), answers), Cancellation));

    private static Task<List<AnswerRow>?> ExportAsync(Office office, long id, Actor actor) => office.UseAsync<QuestionnaireQueries, List<AnswerRow>?>(async queries =>
        await queries.ExportAsync(id, actor, Cancellation) is { } answers ? await answers.Rows.ToListAsync(Cancellation) : null);

    private static Task<ParticipationResult> ReleaseAsync(Office office, long id, Actor actor) =>
        office.UseAsync<QuestionnaireDesk, ParticipationResult>(desk => desk.ReleaseResultsAsync(id, "总体满意。", actor, Cancellation));

    private static Task<PublicQuestionnaire?> FindAsync(Office office, long id) => office.UseAsync<PublicQuestionnaireQueries, PublicQuestionnaire?>(queries => queries.FindAsync(id, Cancellation));
}
