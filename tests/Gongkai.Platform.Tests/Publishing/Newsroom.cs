using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Writing;
using Gongkai.Platform.Tests.Filings;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Tests.Publishing;

/// <summary>An office with somebody for each review, and the way of a document in single steps.</summary>
internal sealed class Newsroom(Office office, Actor second, Actor secrecy) : IAsyncDisposable
{
    public Office Office => office;

    public Actor Second => second;

    public Actor Secrecy => secrecy;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Newsroom> OpenAsync(GongkaiDatabase database, Action<IServiceCollection>? add = null)
    {
        var office = await Office.OpenAsync(database, add: add);
        return new Newsroom(office, await office.HireAsync("吴国平", (office.Bureau, Role.SecondReviewer)), await office.HireAsync("孙雅", (office.Bureau, Role.SecrecyReviewer)));
    }

    public static DocumentContent Content(string title = "水库除险加固工程公告") => new()
    {
        Kind = DocumentKind.Notice, Category = CatalogCategory.MajorProjects, Title = title, MadeOn = new DateOnly(2026, 1, 9), Summary = "说明工程安排。", Keywords = "水库", Body = "<p>工程于三月开工，十月完工。</p>",
    };

    public async Task<long> BeginAsync(DocumentContent content)
    {
        var begun = await office.UseAsync<BeginDocument, DocumentResult>(use => use.RunAsync(new(office.Bureau.Id, content, Guid.CreateVersion7()), office.Clerk, Cancellation));
        begun.Refusal.ShouldBeNull();
        return begun.DocumentId;
    }

    /// <summary>All that goes before a normative document of January 2026.</summary>
    public static NormativeProcedure Procedure => new()
    {
        ConsultedFrom = new DateOnly(2025, 11, 3), ConsultedTo = new DateOnly(2025, 12, 4), ConsultedWhere = "县政府网站", OpinionsReceived = 6, OpinionsAdopted = 2,
        LegalityReviewer = "县司法局", LegalityReviewedOn = new DateOnly(2025, 12, 22), LegalityFinding = LegalityFinding.Lawful, LegalityOpinion = "没有违法的内容", DeliberatedBy = "第 8 次常务会议", DeliberatedOn = new DateOnly(2026, 1, 5),
    };

    public Task<DocumentResult> ProcedureAsync(long id, NormativeProcedure procedure) => office.UseAsync<KeepProcedure, DocumentResult>(use => use.RunAsync(id, procedure, office.Clerk, Cancellation));

    public Task<DocumentResult> SendAsync(long id) => office.UseAsync<SendToReview, DocumentResult>(use => use.RunAsync(id, office.Clerk, Cancellation));

    public async Task<DocumentResult> ApproveAsync(long id, ReviewStep step, Actor actor)
    {
        var version = (await SheetAsync(id)).Version;
        return await office.UseAsync<ReviewDocument, DocumentResult>(use => use.ApproveAsync(new(id, step, version, "同意", true, "", SecrecyChecks.All), actor, Cancellation));
    }

    /// <summary>Through every review of its way.</summary>
    public async Task<long> ReviewedAsync(DocumentContent content)
    {
        var id = await BeginAsync(content);
        if (KeepProcedure.IsNormative(content.Kind))
        {
            (await ProcedureAsync(id, Procedure)).Refusal.ShouldBeNull();
        }

        (await SendAsync(id)).Refusal.ShouldBeNull();
        foreach (var step in ReviewRoute.Of(ReviewRoute.Usual(content.Kind)))
        {
            (await ApproveAsync(id, step, ReviewerOf(step))).Refusal.ShouldBeNull();
        }

        return id;
    }

    public async Task<long> PublishedAsync(DocumentContent content)
    {
        var id = await ReviewedAsync(content);
        (await PublishAsync(id)).Refusal.ShouldBeNull();
        return id;
    }

    public Task<DocumentResult> PublishAsync(long id) => office.UseAsync<PublishDocument, DocumentResult>(use => use.RunAsync(id, office.Clerk, Cancellation));

    public async Task<DocumentSheet> SheetAsync(long id) => (await office.UseAsync<DocumentQueries, DocumentSheet?>(use => use.FindAsync(id, office.Clerk, Cancellation)))!;

    public Actor ReviewerOf(ReviewStep step) => step switch
    {
        ReviewStep.First => office.Reviewer,
        ReviewStep.Second => second,
        ReviewStep.Secrecy => secrecy,
        ReviewStep.Final => office.Head,
    };

    public ValueTask DisposeAsync() => office.DisposeAsync();
}
