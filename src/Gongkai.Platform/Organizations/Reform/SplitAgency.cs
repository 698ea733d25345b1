using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Organizations.Reform;

/// <summary>An agency ends, and two or more take over from it.</summary>
public sealed class SplitAgency(GongkaiDb db, Handover handover)
{
    public async Task<ReformResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (agencies, refusal) = await handover.LoadAsync([command.Agency], command.On, handover.Today, actor, cancellation);
        if (refusal is not null || command.Parts.Count < 2)
        {
            return new ReformResult { Refusal = refusal ?? ReformRefusal.TooFew };
        }

        var predecessor = agencies[0];
        var parent = await handover.ParentOfAsync(predecessor, cancellation);
        var facts = command.Parts.Select(part => AgencyChecks.Tidy(part with { ValidFrom = command.On })).ToList();
        var faults = await handover.FaultsOfAsync(facts, parent, agencies, cancellation);
        if (faults.Count > 0)
        {
            return new ReformResult { Faults = faults };
        }

        await handover.EndAsync(agencies, command.On, cancellation);
        var successors = new List<Agency>();
        foreach (var part in facts)
        {
            var successor = await handover.FoundAsync(part, null, parent, command.On, cancellation);
            await handover.SucceedAsync(predecessor, successor, SuccessionKind.Split, command.On, actor, cancellation);
            successors.Add(successor);
        }

        foreach (var group in command.ChildrenTo.Where(child => child.Value >= 0 && child.Value < successors.Count).GroupBy(child => child.Value, child => child.Key))
        {
            await handover.MoveChildrenAsync(predecessor, successors[group.Key], [.. group], command.On, cancellation);
        }

        await (command.PostsTo is { } number && number >= 0 && number < successors.Count
            ? handover.MovePostsAsync(predecessor, successors[number], command.On, cancellation)
            : handover.EndPostsAsync(predecessor, command.On, cancellation));
        await transaction.CommitAsync(cancellation);
        return new ReformResult { Successors = [.. successors.Select(successor => successor.Id)] };
    }

    /// <summary><see cref="ChildrenTo"/> says for the id of an agency below it the number of the part, from 0, that it goes to; who is not named stays.</summary>
    public sealed record Command(Ending Agency, DateOnly On, IReadOnlyList<AgencyFacts> Parts, IReadOnlyDictionary<int, int> ChildrenTo, int? PostsTo);
}
