using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Changes what the public reads about an agency.</summary>
public sealed class EditProfile(GongkaiDb db, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == command.AgencyId, cancellation);
        if (agency is null || !Gate.May(actor, Act.EditProfile, agency.Path))
        {
            return new Result { Refusal = agency is null ? Refusal.NotFound : Refusal.NotAllowed };
        }

        var before = AgencyProfile.Of(agency);
        if (agency.Version != command.Version)
        {
            var facts = AgencyFacts.Of(agency);
            return new Result
            {
                Refusal = Refusal.ChangedMeanwhile, Theirs = before, TheirVersion = agency.Version,
                Differences = AgencyColumns.Differences((facts, before, ""), (facts, AgencyChecks.Tidy(command.Profile), "")),
            };
        }

        var profile = AgencyChecks.Tidy(command.Profile);
        var faults = AgencyChecks.FaultsOf(profile);
        if (faults.Count > 0)
        {
            return new Result { Faults = faults };
        }

        if (profile != before)
        {
            profile.WriteTo(agency);
            await db.SaveChangesAsync(cancellation);
            await audit.RecordAsync(actor, agency.Id, "agency.profileEdited", $"agency/{agency.Id}", before, profile, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new Result();
    }

    public sealed record Command(int AgencyId, uint Version, AgencyProfile Profile);

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

        public AgencyProfile? Theirs { get; init; }

        public uint TheirVersion { get; init; }

        /// <summary>Theirs before, mine after.</summary>
        public IReadOnlyList<FieldChange> Differences { get; init; } = [];
    }
}
