using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Testing.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Web.Tests.Applicants;

/// <summary>The agency at the other end: does what the desk would do with a case.</summary>
internal sealed class Desk(DemonstrationWeb web, string number)
{
    private static readonly DateOnly Today = new(2026, 1, 20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Task ConfirmAsync() => DoAsync<ConfirmRequest>((use, id, actor) => use.RunAsync(new(id, Today), actor, Cancellation));

    public Task AskClarificationAsync(string points) => DoAsync<Clarify>((use, id, actor) => use.AskAsync(new(id, points, 10, Today, Today, false), actor, Cancellation));

    /// <summary>Decides the case, serves it, and gives a file and a numbered reply with it.</summary>
    public async Task ServeAsync()
    {
        await DoAsync<DraftDecision>((use, id, actor) => use.RunAsync(new(id, [new("补偿标准", Outcome.Granted, null, "见附件")]), actor, Cancellation));
        await UseAsync(async (services, request, _) =>
        {
            var db = services.GetRequiredService<GongkaiDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
            var blob = await services.GetRequiredService<Blobs>().KeepAsync(new MemoryStream("每亩三万元"u8.ToArray()), "补偿标准.txt", "text/plain", Cancellation);
            db.RequestFiles.Add(new RequestFile { RequestId = request.Id, BlobId = blob.Id, Purpose = FilePurpose.Supplied, AddedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(), AddedByName = "陈" });
            db.RequestPapers.Add(new RequestPaper { RequestId = request.Id, Paper = Paper.Granting, Number = "公开告〔2026〕第1号", BlobId = blob.Id, MadeAt = services.GetRequiredService<TimeProvider>().GetUtcNow(), MadeByName = "陈" });
            request.DeskStep = DeskStep.Signed;
            db.Update(request);
            await db.SaveChangesAsync(Cancellation);
            await transaction.CommitAsync(Cancellation);
        });
        await DoAsync<ServeDecision>((use, id, actor) => use.RunAsync(new(id, ServiceWay.Electronic, Today, null, null), actor, Cancellation));
    }

    private Task DoAsync<TUse>(Func<TUse, long, Actor, Task<RequestResult>> act)
        where TUse : notnull => UseAsync(async (services, request, actor) => (await act(services.GetRequiredService<TUse>(), request.Id, actor)).Refusal.ShouldBeNull());

    private async Task UseAsync(Func<IServiceProvider, Request, Actor, Task> act)
    {
        await using var scope = web.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GongkaiDb>();
        var request = await db.Requests.AsNoTracking().OrderByDescending(found => found.Id).FirstAsync(found => found.Number == number, Cancellation);
        var agency = await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == request.AgencyId, Cancellation);
        var account = await db.Users.Select(user => user.Id).FirstAsync(Cancellation);
        await act(scope.ServiceProvider, request, new Actor(account, "陈", agency.Id, [new HeldPost(Role.Clerk, agency.Id, agency.Path, agency.Name), new HeldPost(Role.Head, agency.Id, agency.Path, agency.Name)], null));
    }
}
