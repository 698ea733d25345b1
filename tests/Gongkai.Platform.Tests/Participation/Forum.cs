using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Participation;

/// <summary>An office that asks the public and is asked by it, in single steps.</summary>
internal sealed class Forum(Office office) : IAsyncDisposable
{
    public Office Office => office;

    public DateOnly Today => office.Clock.Today();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Forum> OpenAsync(GongkaiDatabase database) => new(await Office.OpenAsync(database));

    public ConsultationText Text(string title = "节约用水管理办法（征求意见稿）", ConsultationBasis basis = ConsultationBasis.MarketRules, int days = 30) => new()
    {
        Title = title, Note = "为了节约用水，起草了这个办法。", Body = "<p>第一条　为了节约用水，制定本办法。</p>", Basis = basis, FirstDay = Today, LastDay = Today.AddDays(days), Contact = "水利局办公室",
    };

    public Task<ParticipationResult> BeginAsync(ConsultationText text, Guid? key = null) =>
        office.UseAsync<ConsultationDesk, ParticipationResult>(desk => desk.BeginAsync(office.Bureau.Id, key ?? Guid.CreateVersion7(), text, office.Clerk, Cancellation));

    public Task<ParticipationResult> StepAsync(long id, ReleaseAction action, Actor actor, string? remark = null) =>
        office.UseAsync<ConsultationDesk, ParticipationResult>(desk => desk.StepAsync(id, action, remark, actor, Cancellation));

    /// <summary>A consultation that is open.</summary>
    public async Task<long> OpenedAsync(ConsultationText text)
    {
        var id = (await BeginAsync(text)).Id;
        (await StepAsync(id, ReleaseAction.Send, office.Clerk)).Refusal.ShouldBeNull();
        (await StepAsync(id, ReleaseAction.Release, office.Head)).Refusal.ShouldBeNull();
        return id;
    }

    public Task<SendComment.Result> CommentAsync(long id, string content, Guid? key = null, string name = "", string contact = "") =>
        office.UseAsync<SendComment, SendComment.Result>(send => send.RunAsync(new(id, key ?? Guid.CreateVersion7(), "第一条", content, name, contact), Cancellation));

    public Task<ParticipationResult> JudgeAsync(long id, IReadOnlyCollection<long> comments, CommentVerdict verdict, string reason = "") =>
        office.UseAsync<JudgeComments, ParticipationResult>(judge => judge.RunAsync(id, comments, verdict, reason, office.Clerk, Cancellation));

    public async Task<IReadOnlyList<CommentRow>> CommentsAsync(long id, Actor actor) =>
        (await office.UseAsync<CommentQueries, Page<CommentRow>?>(queries => queries.ListAsync(id, new CommentFilter(), actor, null, Cancellation)))!.Items;

    public Task<ParticipationResult> FeedbackAsync(long id, string body, int revision = 0) =>
        office.UseAsync<FeedbackDesk, ParticipationResult>(desk => desk.SaveAsync(id, body, revision, office.Clerk, Cancellation));

    public Task<ParticipationResult> StepFeedbackAsync(long id, ReleaseAction action, Actor actor, string? remark = null) =>
        office.UseAsync<FeedbackDesk, ParticipationResult>(desk => desk.StepAsync(id, action, remark, actor, Cancellation));

    public Task<PublicConsultation?> ReadAsync(long id) => office.UseAsync<PublicConsultationQueries, PublicConsultation?>(queries => queries.FindAsync(id, Cancellation));

    public Task<SendLetter.Result> WriteAsync(LetterKind kind = LetterKind.Question, bool wantsPublic = true, Guid? key = null, string content = "高龄津贴怎么办理？") =>
        office.UseAsync<SendLetter, SendLetter.Result>(send => send.RunAsync(
            new(key ?? Guid.CreateVersion7(), office.Bureau.Id, kind, "高龄津贴", content, wantsPublic, "127.0.0.1") { Name = "李明", Telephone = "13800000000" }, Cancellation));

    public Task<ParticipationResult> AnswerAsync(long id, string answer = "到镇便民服务中心办理。") =>
        office.UseAsync<LetterDesk, ParticipationResult>(desk => desk.AnswerAsync(id, answer, office.Clerk, Cancellation));

    public Task<ParticipationResult> WordAsync(long id, string question = "高龄津贴怎么办理？", int revision = 0) =>
        office.UseAsync<PublishLetter, ParticipationResult>(publish => publish.SaveAsync(id, new PublicWording("高龄津贴", question, "到镇便民服务中心办理。", null), revision, office.Clerk, Cancellation));

    public Task<ParticipationResult> StepLetterAsync(long id, ReleaseAction action, Actor actor, string? remark = null) =>
        office.UseAsync<PublishLetter, ParticipationResult>(publish => publish.StepAsync(id, action, remark, actor, Cancellation));

    public Task<PublicLetter?> ReadLetterAsync(long id) => office.UseAsync<PublicLetterQueries, PublicLetter?>(queries => queries.FindAsync(id, Cancellation));

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
