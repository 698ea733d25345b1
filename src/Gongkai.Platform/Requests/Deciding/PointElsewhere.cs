using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Deciding;

/// <summary>告知应向哪个机关申请: an answer like any other (第三十六条第（五）项), drafted with the name and the ways to reach the agency whose information it is, where that is known.</summary>
public sealed class PointElsewhere(GongkaiDb db, DraftDecision draft)
{
    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (command.Reason.Trim().Length == 0)
        {
            return RequestResult.Refused(RequestRefusal.TextMissing);
        }

        string? supplied = null;
        if (command.AgencyId is { } agencyId)
        {
            var agency = await db.Agencies.AsNoTracking().Where(found => found.Id == agencyId).Select(found => new { found.Name, found.Address, found.Telephone }).SingleOrDefaultAsync(cancellation);
            if (agency is null)
            {
                return RequestResult.Refused(RequestRefusal.NoSuchAgency);
            }

            supplied = string.Join('，', new[] { $"请向{agency.Name}申请", agency.Address is null ? null : $"地址：{agency.Address}", agency.Telephone is null ? null : $"电话：{agency.Telephone}" }.OfType<string>());
        }

        var items = await db.RequestItems.AsNoTracking().Where(item => item.RequestId == command.RequestId).OrderBy(item => item.Number).Select(item => item.Wanted).ToListAsync(cancellation);
        return await draft.RunAsync(
            new DraftDecision.Command(command.RequestId, [.. items.Select(wanted => new DraftDecision.DecidedItem(wanted, Outcome.OtherAgency, command.Reason, supplied))]), actor, cancellation);
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="AgencyId">Whose information it is; null where that is not known.</param>
    /// <param name="Reason">Why it is not this agency's.</param>
    public sealed record Command(long RequestId, int? AgencyId, string Reason);
}
