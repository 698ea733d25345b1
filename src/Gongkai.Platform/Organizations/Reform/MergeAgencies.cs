using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Reform;

/// <summary>Agencies pass into one: into a new one, or into one that goes on.</summary>
public sealed class MergeAgencies(GongkaiDb db, Handover handover)
{
    public async Task<ReformResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (agencies, refusal) = await handover.LoadAsync(command.Agencies, command.On, handover.Today, actor, cancellation);
        if (refusal is not null || agencies.Count < (command.IntoId is null ? 2 : 1))
        {
            return new ReformResult { Refusal = refusal ?? ReformRefusal.TooFew };
        }

        var target = await TargetAsync(command, agencies, actor, cancellation);
        if (target.Refusal is not null || target.Faults.Count > 0)
        {
            return new ReformResult { Refusal = target.Refusal, Faults = target.Faults };
        }

        await handover.EndAsync(agencies, command.On, cancellation);
        var successor = target.Into ?? await handover.FoundAsync(target.Facts!, null, target.Parent, command.On, cancellation);
        foreach (var predecessor in agencies)
        {
            await handover.SucceedAsync(predecessor, successor, SuccessionKind.Merged, command.On, actor, cancellation);
            if (command.MovesChildren)
            {
                await handover.MoveChildrenAsync(predecessor, successor, null, command.On, cancellation);
            }

            await (command.MovesPosts
                ? handover.MovePostsAsync(predecessor, successor, command.On, cancellation)
                : handover.EndPostsAsync(predecessor, command.On, cancellation));
        }

        await transaction.CommitAsync(cancellation);
        return new ReformResult { Successors = [successor.Id] };
    }

    private async Task<Target> TargetAsync(Command command, List<Agency> ending, Actor actor, CancellationToken cancellation)
    {
        if (command.IntoId is { } id)
        {
            var into = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == id, cancellation);
            ReformRefusal? refusal = into is null ? ReformRefusal.NotFound
                : !Gate.May(actor, Act.ManageAgencies, into.Path) ? ReformRefusal.NotAllowed
                : into.ValidTo is not null || into.ValidFrom > command.On ? ReformRefusal.SuccessorEnded
                : ending.Exists(agency => into.Path.StartsWith(agency.Path, StringComparison.Ordinal)) ? ReformRefusal.SuccessorEnds
                : null;
            return new Target(into, null, null, refusal, []);
        }

        var parent = await handover.ParentOfAsync(ending[0], cancellation);
        if (parent is not null && ending.Exists(agency => parent.Path.StartsWith(agency.Path, StringComparison.Ordinal)))
        {
            return new Target(null, parent, null, ReformRefusal.SuccessorEnds, []);
        }

        var facts = AgencyChecks.Tidy(command.New! with { ValidFrom = command.On });
        return new Target(null, parent, facts, null, await handover.FaultsOfAsync([facts], parent, ending, cancellation));
    }

    private sealed record Target(Agency? Into, Agency? Parent, AgencyFacts? Facts, ReformRefusal? Refusal, List<ReformFault> Faults);

    /// <summary>Either <see cref="IntoId"/> or <see cref="New"/>; the new one stands where the first of the merged stood.</summary>
    public sealed record Command(IReadOnlyList<Ending> Agencies, DateOnly On, int? IntoId, AgencyFacts? New, bool MovesChildren, bool MovesPosts);
}
