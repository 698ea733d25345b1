using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>移交: the open cases of one person go to another, each case by itself, so that one that moved on meanwhile keeps no other back.</summary>
public sealed class HandOverRequests(GongkaiDb db, RequestQueries queries, AssignRequest assign)
{
    /// <summary>What would be handed over.</summary>
    public Task<List<RequestRow>> PreviewAsync(int agencyId, Guid from, Actor actor, CancellationToken cancellation) =>
        queries.ExportAsync(new RequestFilter { AgencyId = agencyId, HandlerId = from }, actor, cancellation);

    public async Task<ManyResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var chosen = command.RequestIds.ToHashSet();
        var done = 0;
        var refused = new List<RefusedRequest>();
        foreach (var row in (await PreviewAsync(command.AgencyId, command.From, actor, cancellation)).Where(row => chosen.Contains(row.Id)))
        {
            var result = await assign.RunAsync(new AssignRequest.Command(row.Id, command.To, row.Unit, command.Note), actor, cancellation);
            db.ChangeTracker.Clear();
            if (result.IsDone)
            {
                done++;
            }
            else
            {
                refused.Add(new RefusedRequest(row.Id, row.Number, result.Message!));
            }
        }

        return new ManyResult(done, refused);
    }

    public sealed record Command(int AgencyId, Guid From, Guid To, string? Note, IReadOnlyList<long> RequestIds);
}

/// <summary>What came of one step for many cases.</summary>
public sealed record ManyResult(int Done, IReadOnlyList<RefusedRequest> Refused);

/// <summary>A case in which it was not done, and why.</summary>
public sealed record RefusedRequest(long Id, string Number, string Message);
