using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>制作文书: makes a paper for which the case has the facts. The decision's own paper is made by its signature alone.</summary>
public sealed class MakePaper(RequestDesk desk, PaperMaking making, RequestQueries queries)
{
    public Task<RequestResult> RunAsync(long requestId, Paper paper, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(requestId, RequestAction.MakePaper, actor, async _ =>
        {
            if (await queries.FindAsync(requestId, actor, cancellation) is not { } sheet || !PaperMaking.Possible(sheet).Contains(paper))
            {
                return RequestTaken.Refused(RequestRefusal.WrongState);
            }

            var made = await making.MakeAsync(requestId, _ => paper, actor, cancellation);
            return RequestTaken.Done(RequestStepKind.PaperMade, $"{PaperWords.Of(paper)}{(made.Number is null ? "" : $"，{made.Number}")}") with { MadePaper = made };
        }, cancellation);
}
