using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Hangs an agency, with all below it, under another parent.</summary>
public sealed class MoveAgency(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    public async Task<Refusal?> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        var agency = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == command.AgencyId, cancellation);
        var parent = await db.Agencies.SingleOrDefaultAsync(agency => agency.Id == command.ParentId, cancellation);
        if (agency is null || parent is null)
        {
            return Refusal.NotFound;
        }

        if (RefusalOf(command, actor, agency, parent) is { } refusal)
        {
            return refusal;
        }

        if (await db.Agencies.AnyAsync(other => other.ParentId == parent.Id && other.Name == agency.Name && other.ValidTo == null && other.Id != agency.Id, cancellation))
        {
            return Refusal.NameTaken;
        }

        var before = await db.Agencies.Where(other => other.Id == agency.ParentId).Select(other => other.Name).SingleOrDefaultAsync(cancellation);
        if (agency.ParentId != parent.Id)
        {
            await Tree.MoveAsync(db, agency, parent, command.On, cancellation);
            await audit.RecordAsync(actor, agency.Id, "agency.moved", $"agency/{agency.Id}", new { parent = before }, new { parent = parent.Name, command.On }, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }

    private Refusal? RefusalOf(Command command, Actor actor, Agency agency, Agency parent) =>
        !Gate.May(actor, Act.ManageAgencies, agency.Path) || !Gate.May(actor, Act.ManageAgencies, parent.Path) ? Refusal.NotAllowed
        : agency.Version != command.Version ? Refusal.ChangedMeanwhile
        : parent.Path.StartsWith(agency.Path, StringComparison.Ordinal) ? Refusal.InCircle
        : parent.ValidTo is not null ? Refusal.ParentEnded
        : parent.Level > agency.Level ? Refusal.LevelAboveParent
        : command.On > time.Today() || command.On < agency.ValidFrom ? Refusal.DateOutOfRange
        : null;

    /// <summary><see cref="On"/> is the first day under the new parent.</summary>
    public sealed record Command(int AgencyId, uint Version, int ParentId, DateOnly On);

    public enum Refusal
    {
        NotFound,
        NotAllowed,
        ChangedMeanwhile,
        InCircle,
        ParentEnded,
        LevelAboveParent,
        DateOutOfRange,
        NameTaken,
    }
}
