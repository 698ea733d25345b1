using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Corrects what the tree knows of an agency. A change of name by decision is <see cref="Reform.RenameAgency"/>.</summary>
public sealed class ChangeAgency(GongkaiDb db, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == command.AgencyId, cancellation);
        if (agency is null || !Gate.May(actor, Act.ManageAgencies, agency.Path))
        {
            return new Result { Refusal = agency is null ? Refusal.NotFound : Refusal.NotAllowed };
        }

        var before = AgencyFacts.Of(agency);
        if (agency.Version != command.Version)
        {
            var names = await db.Agencies.AsNoTracking().Where(other => other.Id == before.AuthorityId || other.Id == command.Facts.AuthorityId)
                .ToDictionaryAsync(other => other.Id, other => other.Name, cancellation);
            string AuthorityOf(AgencyFacts one) => one.AuthorityId is { } id ? names.GetValueOrDefault(id, "") : "";
            var mine = AgencyChecks.Tidy(command.Facts);
            var profile = new AgencyProfile();
            return new Result
            {
                Refusal = Refusal.ChangedMeanwhile, Theirs = before, TheirVersion = agency.Version,
                Differences = AgencyColumns.Differences((before, profile, AuthorityOf(before)), (mine, profile, AuthorityOf(mine))),
            };
        }

        var facts = AgencyChecks.Tidy(command.Facts);
        var above = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(parent => parent.Id == agency.ParentId, cancellation);
        List<AgencyFault> faults =
        [
            .. AgencyChecks.FaultsOf(facts, above?.Level, agency.ValidTo),
            .. agency.ValidTo is null ? await AgencyChecks.TakenAsync(db, facts, agency.ParentId, [agency.Id], cancellation) : [],
        ];
        if (faults.Count > 0)
        {
            return new Result { Faults = faults };
        }

        if (facts != before)
        {
            facts.WriteTo(agency);
            await db.SaveChangesAsync(cancellation);
            await audit.RecordAsync(actor, agency.Id, "agency.changed", $"agency/{agency.Id}", before, facts, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new Result();
    }

    /// <summary><see cref="Version"/> is that of the agency when the form was shown.</summary>
    public sealed record Command(int AgencyId, uint Version, AgencyFacts Facts);

    public enum Refusal
    {
        NotFound,
        NotAllowed,
        ChangedMeanwhile,
    }

    public sealed record Result
    {
        public Refusal? Refusal { get; init; }

        public IReadOnlyList<AgencyFault> Faults { get; init; } = [];

        /// <summary>What another person has saved meanwhile.</summary>
        public AgencyFacts? Theirs { get; init; }

        public uint TheirVersion { get; init; }

        /// <summary>Theirs before, mine after.</summary>
        public IReadOnlyList<FieldChange> Differences { get; init; } = [];
    }
}
