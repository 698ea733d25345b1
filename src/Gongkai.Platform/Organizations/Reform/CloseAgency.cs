using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Reform;

/// <summary>An agency ends without a successor.</summary>
public sealed class CloseAgency(GongkaiDb db, Handover handover, AuditTrail audit)
{
    public async Task<ReformResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var next = command.LastDay.AddDays(1);
        var (agencies, refusal) = await handover.LoadAsync([command.Agency], next, handover.Today.AddDays(1), actor, cancellation);
        if (refusal is not null)
        {
            return new ReformResult { Refusal = refusal };
        }

        var agency = agencies[0];
        if (await db.Agencies.AnyAsync(child => child.ParentId == agency.Id && child.ValidTo == null, cancellation))
        {
            return new ReformResult { Refusal = ReformRefusal.HasChildren };
        }

        await handover.EndAsync(agencies, next, cancellation);
        await handover.EndPostsAsync(agency, next, cancellation);
        await audit.RecordAsync(actor, agency.Id, "agency.closed", $"agency/{agency.Id}", null, new { command.LastDay }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new ReformResult();
    }

    public sealed record Command(Ending Agency, DateOnly LastDay);
}
