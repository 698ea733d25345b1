using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Lets the agency see what the authority has remarked while it looked at the report.</summary>
internal static class RemarkRelease
{
    public static Task ReleaseRemarksAsync(this GongkaiDb db, int filingId, CancellationToken cancellation) =>
        db.Remarks.Where(remark => remark.FilingId == filingId && remark.IsHeld).ExecuteUpdateAsync(set => set.SetProperty(remark => remark.IsHeld, false), cancellation);
}
