using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Audit;

/// <summary>A change that an operator makes to the installation: asked of the gate, made in a transaction, put into the trail.</summary>
public sealed class OperatorChange(GongkaiDb db, AuditTrail audit)
{
    /// <param name="actor">Who makes it.</param>
    /// <param name="action">What it is called in the trail.</param>
    /// <param name="subject">What it is made to.</param>
    /// <param name="change">Makes it; false where it is not possible any more.</param>
    /// <param name="cancellation">Ends the work; nothing is changed.</param>
    internal async Task<OperatorRefusal?> MakeAsync(Actor actor, string action, string subject, Func<Task<bool>> change, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return OperatorRefusal.NotAllowed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await change())
        {
            return OperatorRefusal.TooLate;
        }

        await audit.RecordAsync(actor, agencyId: null, action, subject, before: null, after: null, cancellation);
        await transaction.CommitAsync(cancellation);
        return null;
    }
}

/// <summary>Why an operator's change was not made.</summary>
public enum OperatorRefusal
{
    NotAllowed,

    /// <summary>It is there no more, or has moved on.</summary>
    TooLate,
}
