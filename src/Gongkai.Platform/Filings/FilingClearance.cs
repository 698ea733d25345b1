using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>What stands between a report and its leaving the agency.</summary>
public sealed class FilingClearance(GongkaiDb db, FilingDesk desk)
{
    private static readonly int[] Written = [1, 5];

    /// <summary>Checks the report anew and lists what has to be dealt with, each as a sentence.</summary>
    internal async Task<IReadOnlyList<string>> HindrancesAsync(Filing filing, CancellationToken cancellation)
    {
        var report = FilingContent.Read(filing.Content);
        var found = await desk.CheckAsync(filing, report, cancellation);
        var explanations = await db.Explanations.AsNoTracking().Where(given => given.FilingId == filing.Id).ToListAsync(cancellation);
        var remarks = await db.Remarks.AsNoTracking().Where(remark => remark.FilingId == filing.Id && remark.SettledAt == null && !remark.IsHeld).OrderBy(remark => remark.Id)
            .Select(remark => remark.Text).ToListAsync(cancellation);
        return
        [
            .. Unwritten(report),
            .. found.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => $"{finding.Severity.Word()}：{finding.Message}"),
            .. found.Unsettled.Select(address => $"未读出：{address.Figure.Description}没有读出数字，请对照原件填写。"),
            .. remarks.Select(remark => $"批注未处理：{remark}"),
            .. found.Findings.Where(finding => finding.Severity == Severity.Warning && FilingViews.ExplanationOf(finding, explanations) is null)
                .Select(finding => $"需要说明：{finding.Message}"),
        ];
    }

    /// <summary>What no explanation can stand for: a table that is for the most part empty, and the two sections that the law wants written (条例 article 50).</summary>
    private static IEnumerable<string> Unwritten(AnnualReport report)
    {
        foreach (var table in ReportFields.Figures(report).GroupBy(address => address.Figure.TableName))
        {
            var (all, blank) = (table.Count(), table.Count(address => report.Figures[address].Kind == CellKind.Blank));
            if (blank * 2 > all)
            {
                yield return $"没有填写：{table.Key}的 {all} 格里有 {blank} 格是空白；没有发生的请填 0。";
            }
        }

        foreach (var number in Written.Where(number => string.IsNullOrWhiteSpace(report.SectionOrNull(number)?.Text)))
        {
            yield return $"没有填写：第{"一二三四五六"[number - 1]}部分“{NationalForm.SectionHeadings[number - 1]}”没有文字。";
        }
    }
}
