using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>What a form about one agency goes through: the gate, what others saved meanwhile, the faults, the change and its audit entry, in one transaction.</summary>
internal sealed record AgencyEdit<T>(Act Act, string Action, Func<Agency, T> Read, Action<T, Agency> Write)
    where T : class
{
    /// <summary>What is wrong with it, beside the agency as it stands.</summary>
    public required Func<T, Agency, Task<List<AgencyFault>>> FaultsAsync { get; init; }

    /// <summary>Where theirs, the first, differs from mine.</summary>
    public required Func<T, T, Task<IReadOnlyList<FieldChange>>> DifferencesAsync { get; init; }

    public async Task<AgencyEditResult<T>> RunAsync(GongkaiDb db, AuditTrail audit, (int Id, uint Version) shown, T mine, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == shown.Id, cancellation);
        if (agency is null || !Gate.May(actor, Act, agency.Path))
        {
            return new AgencyEditResult<T> { Refusal = agency is null ? AgencyEditRefusal.NotFound : AgencyEditRefusal.NotAllowed };
        }

        var before = Read(agency);
        if (agency.Version != shown.Version)
        {
            return new AgencyEditResult<T>
            {
                Refusal = AgencyEditRefusal.ChangedMeanwhile, Theirs = before, TheirVersion = agency.Version, Differences = await DifferencesAsync(before, mine),
            };
        }

        var faults = await FaultsAsync(mine, agency);
        if (faults.Count > 0)
        {
            return new AgencyEditResult<T> { Faults = faults };
        }

        if (!mine.Equals(before))
        {
            Write(mine, agency);
            await db.SaveChangesAsync(cancellation);
            await audit.RecordAsync(actor, agency.Id, Action, $"agency/{agency.Id}", before, mine, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new AgencyEditResult<T>();
    }
}

public enum AgencyEditRefusal
{
    NotFound,
    NotAllowed,
    ChangedMeanwhile,
}

/// <summary>What came of a form about one agency.</summary>
public sealed record AgencyEditResult<T>
    where T : class
{
    public AgencyEditRefusal? Refusal { get; init; }

    public IReadOnlyList<AgencyFault> Faults { get; init; } = [];

    /// <summary>What another person has saved meanwhile.</summary>
    public T? Theirs { get; init; }

    public uint TheirVersion { get; init; }

    /// <summary>Theirs before, mine after.</summary>
    public IReadOnlyList<FieldChange> Differences { get; init; } = [];
}
