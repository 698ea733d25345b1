using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Organizations.Reform;

/// <summary>An agency goes on under another name: a new node, which takes over from the old one.</summary>
public sealed class RenameAgency(GongkaiDb db, Handover handover)
{
    public async Task<ReformResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (agencies, refusal) = await handover.LoadAsync([command.Agency], command.On, handover.Today, actor, cancellation);
        if (refusal is not null)
        {
            return new ReformResult { Refusal = refusal };
        }

        var predecessor = agencies[0];
        var parent = await handover.ParentOfAsync(predecessor, cancellation);
        var facts = AgencyChecks.Tidy(AgencyFacts.Of(predecessor) with
        {
            Name = command.Name, ShortName = command.ShortName, CreditCode = command.CreditCode, ValidFrom = command.On,
        });
        var faults = await handover.FaultsOfAsync([facts], parent, agencies, cancellation);
        if (facts.Name == predecessor.Name)
        {
            faults.Add(new ReformFault(0, new AgencyFault(AgencyField.Name, AgencyProblem.NameTaken)));
        }

        if (faults.Count > 0)
        {
            return new ReformResult { Faults = faults };
        }

        await handover.EndAsync(agencies, command.On, cancellation);
        var successor = await handover.FoundAsync(facts, predecessor, parent, command.On, cancellation);
        await handover.SucceedAsync(predecessor, successor, SuccessionKind.Renamed, command.On, actor, cancellation);
        await handover.MoveChildrenAsync(predecessor, successor, null, command.On, cancellation);
        await handover.MovePostsAsync(predecessor, successor, command.On, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ReformResult { Successors = [successor.Id] };
    }

    /// <summary><see cref="On"/> is the first day of the new name. Those below it and the posts go with it.</summary>
    public sealed record Command(Ending Agency, DateOnly On, string Name, string? ShortName, string? CreditCode);
}
