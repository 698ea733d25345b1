using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Adds an agency below another.</summary>
public sealed class AddAgency(GongkaiDb db, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        var parent = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == command.ParentId, cancellation);
        if (parent is null || !Gate.May(actor, Act.ManageAgencies, parent.Path))
        {
            return new Result { Refusal = parent is null ? Refusal.ParentNotFound : Refusal.NotAllowed };
        }

        if (parent.ValidTo is not null)
        {
            return new Result { Refusal = Refusal.ParentEnded };
        }

        var facts = AgencyChecks.Tidy(command.Facts);
        List<AgencyFault> faults = [.. AgencyChecks.FaultsOf(facts, parent.Level, null), .. await AgencyChecks.TakenAsync(db, facts, parent.Id, [], cancellation)];
        if (faults.Count > 0)
        {
            return new Result { Faults = faults };
        }

        var agency = new Agency { Name = facts.Name };
        facts.WriteTo(agency);
        await Tree.PlantAsync(db, agency, parent, cancellation);
        await audit.RecordAsync(actor, agency.Id, "agency.added", $"agency/{agency.Id}", null, new { parent = parent.Name, facts }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { AgencyId = agency.Id };
    }

    public sealed record Command(int ParentId, AgencyFacts Facts);

    public enum Refusal
    {
        NotAllowed,
        ParentNotFound,
        ParentEnded,
    }

    public sealed record Result
    {
        public int? AgencyId { get; init; }

        public Refusal? Refusal { get; init; }

        public IReadOnlyList<AgencyFault> Faults { get; init; } = [];
    }
}
