using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Reform;

/// <summary>What the reforms of agencies have in common: one ends, another goes on with its posts and with those below it.</summary>
public sealed class Handover(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    internal DateOnly Today => time.Today();

    /// <summary>The agencies that are to end on the day before, or why they may not.</summary>
    internal async Task<(List<Agency> Agencies, ReformRefusal? Refusal)> LoadAsync(IReadOnlyList<Ending> endings, DateOnly on, DateOnly latest, Actor actor, CancellationToken cancellation)
    {
        await Tree.LockAsync(db, cancellation);
        var ids = endings.Select(ending => ending.AgencyId).Distinct().ToList();
        var agencies = await db.Agencies.Where(agency => ids.Contains(agency.Id)).OrderBy(agency => agency.Id).ToListAsync(cancellation);
        ReformRefusal? refusal = agencies.Count != endings.Count ? ReformRefusal.NotFound
            : agencies.Exists(agency => !Gate.May(actor, Act.ManageAgencies, agency.Path)) ? ReformRefusal.NotAllowed
            : agencies.Exists(agency => agency.ValidTo is not null) ? ReformRefusal.AlreadyEnded
            : endings.Any(ending => agencies.Single(agency => agency.Id == ending.AgencyId).Version != ending.Version) ? ReformRefusal.ChangedMeanwhile
            : on > latest || agencies.Exists(agency => on <= agency.ValidFrom) ? ReformRefusal.DateOutOfRange
            : null;
        return (agencies, refusal);
    }

    /// <summary>The faults of the facts of successors that are made new.</summary>
    internal async Task<List<ReformFault>> FaultsOfAsync(IReadOnlyList<AgencyFacts> facts, Agency? parent, IReadOnlyList<Agency> ending, CancellationToken cancellation)
    {
        var faults = new List<ReformFault>();
        for (var number = 0; number < facts.Count; number++)
        {
            var one = facts[number];
            var taken = await AgencyChecks.TakenAsync(db, one, parent?.Id, [.. ending.Select(agency => agency.Id)], cancellation);
            faults.AddRange([.. AgencyChecks.FaultsOf(one, parent?.Level, null).Concat(taken).Select(fault => new ReformFault(number, fault))]);
            if (facts.Take(number).Any(other => other.Name == one.Name))
            {
                faults.Add(new ReformFault(number, new AgencyFault(AgencyField.Name, AgencyProblem.NameTaken)));
            }

            if (one.CreditCode is not null && facts.Take(number).Any(other => other.CreditCode == one.CreditCode))
            {
                faults.Add(new ReformFault(number, new AgencyFault(AgencyField.CreditCode, AgencyProblem.CodeTaken)));
            }
        }

        return faults;
    }

    internal Task<Agency?> ParentOfAsync(Agency agency, CancellationToken cancellation) =>
        db.Agencies.SingleOrDefaultAsync(parent => parent.Id == agency.ParentId, cancellation);

    internal async Task EndAsync(IReadOnlyList<Agency> agencies, DateOnly on, CancellationToken cancellation)
    {
        foreach (var agency in agencies)
        {
            agency.ValidTo = on.AddDays(-1);
        }

        await db.SaveChangesAsync(cancellation);
    }

    internal async Task<Agency> FoundAsync(AgencyFacts facts, Agency? profileOf, Agency? parent, DateOnly on, CancellationToken cancellation)
    {
        var successor = new Agency { Name = facts.Name };
        (facts with { ValidFrom = on }).WriteTo(successor);
        if (profileOf is not null)
        {
            AgencyProfile.Of(profileOf).WriteTo(successor);
        }

        await Tree.PlantAsync(db, successor, parent, cancellation);
        return successor;
    }

    /// <summary>Writes down who took over from whom.</summary>
    internal async Task SucceedAsync(Agency predecessor, Agency successor, SuccessionKind kind, DateOnly on, Actor actor, CancellationToken cancellation)
    {
        db.Successions.Add(new Succession { PredecessorId = predecessor.Id, SuccessorId = successor.Id, Kind = kind, On = on });
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE agencies SET authority_id = {successor.Id} WHERE authority_id = {predecessor.Id} AND id <> {successor.Id} AND (valid_to IS NULL OR valid_to >= {on})",
            cancellation);
        var change = new { kind, on, predecessor = predecessor.Name, successor = successor.Name };
        await audit.RecordAsync(actor, predecessor.Id, "agency.succeeded", $"agency/{predecessor.Id}", null, change, cancellation);
        await audit.RecordAsync(actor, successor.Id, "agency.founded", $"agency/{successor.Id}", null, change, cancellation);
    }

    internal async Task MoveChildrenAsync(Agency from, Agency to, IReadOnlyCollection<int>? only, DateOnly on, CancellationToken cancellation)
    {
        var children = await db.Agencies.Where(child => child.ParentId == from.Id && child.Id != to.Id).ToListAsync(cancellation);
        foreach (var child in children.Where(child => only is null || only.Contains(child.Id)))
        {
            await Tree.MoveAsync(db, child, to, on, cancellation);
        }
    }

    internal Task MovePostsAsync(Agency from, Agency to, DateOnly on, CancellationToken cancellation) => PostTransfer.MoveAsync(db, from.Id, to.Id, on, cancellation);

    internal Task EndPostsAsync(Agency agency, DateOnly on, CancellationToken cancellation) => PostTransfer.EndAsync(db, agency.Id, on, cancellation);
}
