using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>What the list of requests can show.</summary>
internal static class RequestColumns
{
    /// <param name="isWide">Whether cases of several agencies can stand in the list.</param>
    public static IReadOnlyList<Column<ListedRequest>> All(bool isWide) =>
    [
        new("number", "登记号", listed => listed.Row.Number) { Kind = ColumnKind.Line, Width = 12 },
        new("wanted", "申请的内容", listed => listed.Row.Wanted) { IsName = true, Width = 48 },
        new("agency", "机关", listed => listed.Row.AgencyName) { IsUsual = isWide, Width = 24 },
        new("due", "期限", listed => listed.Row.Stage != RequestStage.Concluded && listed.Row.DueOn is { } due ? DayWords.Of(due) : "") { Kind = ColumnKind.Line, Width = 20 },
        new("standing", "情况", listed => listed.Words) { Width = 20 },
        new("progress", "进度", listed => ProgressOf(listed.Row)) { Width = 20 },
        new("unit", "科室", listed => listed.Row.Unit ?? "") { IsUsual = false },
        new("handler", "承办人", listed => listed.Row.HandlerName ?? "") { Kind = ColumnKind.Line },
        new("applicant", "申请人", listed => listed.Row.ApplicantLabel) { Width = 24 },
        new("kind", "申请人类别", listed => RequestWords.Of(listed.Row.ApplicantKind)) { IsUsual = false },
        new("channel", "提交方式", listed => RequestWords.Of(listed.Row.Channel)) { IsUsual = false },
        new("arrived", "来到", listed => Day(listed.Row.ArrivedOn)) { IsUsual = false, Kind = ColumnKind.Line },
        new("received", "收到", listed => Day(listed.Row.ReceivedOn)) { IsUsual = false, Kind = ColumnKind.Line },
        new("outcome", "处理结果", listed => listed.Row.Outcome is { } outcome ? OutcomeRule.Of(outcome).Label : "") { IsUsual = false, Width = 24 },
        new("concluded", "办结", listed => Day(listed.Row.ConcludedOn)) { IsUsual = false, Kind = ColumnKind.Line },
    ];

    private static string ProgressOf(RequestRow row) => row switch
    {
        { Stage: RequestStage.Concluded, DeskStep: DeskStep.Served } => "已办结，未归档",
        { Stage: RequestStage.Concluded } => "已办结",
        _ => $"{RequestWords.Of(row.Stage)}，{RequestWords.Of(row.DeskStep)}",
    };

    private static string Day(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : "";
}

/// <summary>A request in the list, with how much time is left.</summary>
public sealed record ListedRequest(RequestRow Row, Light Light, string Words);
