using Gongkai.Platform.Disputes;
using Gongkai.Web.Workbench.Lists;

namespace Gongkai.Web.Workbench.Disputes;

/// <summary>What the list of disputes can show.</summary>
internal static class DisputeColumns
{
    /// <param name="isWide">Whether disputes of several agencies can stand in the list.</param>
    public static IReadOnlyList<Column<DisputeRow>> All(bool isWide) =>
    [
        new("number", "编号", row => row.Number) { Kind = ColumnKind.Line, Width = 14 },
        new("subject", "事项", row => row.Subject) { IsName = true, Width = 48 },
        new("agency", "机关", row => row.AgencyName) { IsUsual = isWide, Width = 24 },
        new("kind", "类型", row => DisputeWords.Of(row.Kind)) { Width = 24 },
        new("body", "复议机关或法院", row => row.Body) { Width = 24 },
        new("case", "案号", row => row.CaseNumber ?? "") { Width = 24 },
        new("complainant", "申请人、原告", row => row.ComplainantLabel) { IsUsual = false, Width = 24 },
        new("request", "所涉申请", row => row.RequestNumber ?? "") { IsUsual = false, Kind = ColumnKind.Line },
        new("begun", "开始", row => Day(row.BegunOn)) { Kind = ColumnKind.Line },
        new("result", "结果", row => row.Result is { } result ? DisputeWords.Of(result) : "尚未审结") { Width = 20 },
        new("ended", "结果日期", row => Day(row.ResultOn)) { IsUsual = false, Kind = ColumnKind.Line },
        new("due", "下一期限", row => Day(row.NextDueOn)) { Kind = ColumnKind.Line },
    ];

    private static string Day(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : "";
}
