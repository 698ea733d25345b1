using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>What stands between a report and its leaving the agency.</summary>
public sealed class FilingClearance(GongkaiDb db, FilingDesk desk)
{
    /// <summary>Checks the report anew and lists what has to be dealt with, each as a sentence.</summary>
    internal async Task<IReadOnlyList<string>> HindrancesAsync(Filing filing, CancellationToken cancellation)
    {
        var report = FilingContent.Read(filing.Content);
        var found = await desk.CheckAsync(filing, report, cancellation);
        var explanations = await db.Explanations.AsNoTracking().Where(given => given.FilingId == filing.Id).ToListAsync(cancellation);
        var remarks = await db.Remarks.AsNoTracking().Where(remark => remark.FilingId == filing.Id && remark.SettledAt == null).OrderBy(remark => remark.Id)
            .Select(remark => remark.Text).ToListAsync(cancellation);
        return
        [
            .. found.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"错误：{finding.Message}"),
            .. found.Unsettled.Select(address => $"未读出：{address.Figure.Description}没有读出数字，请对照原件填写。"),
            .. remarks.Select(remark => $"批注未处理：{remark}"),
            .. found.Findings.Where(finding => finding.Severity == Severity.Warning && FilingViews.ExplanationOf(finding, explanations) is null)
                .Select(finding => $"需要说明：{finding.Message}"),
        ];
    }
}
