using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>How lists show where a request stands and how much time is left.</summary>
internal static class RequestLooks
{
    public static (Light Light, string Words) Of(RequestRow row, WorkingCalendar calendar, DateOnly today) =>
        row.Stage == RequestStage.Concluded
            ? (Light.Grey, row.Outcome is { } outcome ? OutcomeRule.Of(outcome).Label : "已办结")
            : Of(row.Stage, row.ClockState, row.DueOn is { } due && calendar.Covers(due) ? calendar.Between(today, due) : null);

    /// <summary>The look of an open case.</summary>
    public static (Light Light, string Words) Of(RequestStage stage, ClockState? state, int? left) => (stage, state, left) switch
    {
        (RequestStage.AwaitingConfirmation, _, < 0) => (Light.Red, "早该确认收到"),
        (RequestStage.AwaitingConfirmation, _, _) => (Light.Yellow, "等待确认收到"),
        (_, ClockState.Waiting, < 0) => (Light.Yellow, "申请人的期限已过"),
        (_, ClockState.Waiting, _) => (Light.Grey, "等申请人"),
        (_, ClockState.Paused, _) => (Light.Grey, "暂停计算"),
        (_, _, null) => (Light.Grey, "没有期限"),
        (_, _, < 0) => (Light.Red, $"已逾期 {-left} 个工作日"),
        (_, _, 0) => (Light.Red, "今天到期"),
        (_, _, var days) => (ClockFace.LightOf(ClockState.Running, days.Value), $"还剩 {days} 个工作日"),
    };

    public static string Of(RequestErrand errand) => errand switch
    {
        RequestErrand.Confirm => "确认收到",
        RequestErrand.Assign => "交办",
        RequestErrand.Handle => "办理",
        RequestErrand.PressUnits => "催科室意见",
        RequestErrand.Review => "审核",
        RequestErrand.Extend => "审批延期",
        RequestErrand.Sign => "签发",
        RequestErrand.Serve => "送达",
        RequestErrand.Watch => "督促",
    };

    /// <summary>Where an errand is done.</summary>
    public static string HrefOf(RequestAtHand waiting) => waiting.Errand switch
    {
        RequestErrand.Confirm => RequestAddress.Of(waiting.Id, RequestAction.Confirm),
        RequestErrand.Assign => RequestAddress.Of(waiting.Id, RequestAction.Assign),
        RequestErrand.Extend => RequestAddress.Of(waiting.Id, RequestAction.Extend),
        RequestErrand.Serve => RequestAddress.Of(waiting.Id, RequestAction.Serve),
        RequestErrand.Sign => FormattableString.Invariant($"{RequestAddress.Home}/sign?case={waiting.Id}"),
        RequestErrand.PressUnits => RequestAddress.Of(waiting.Id, RequestAction.RecordUnit),
        RequestErrand.Handle or RequestErrand.Review or RequestErrand.Watch => RequestAddress.Of(waiting.Id),
    };

    /// <summary>The groups of table three.</summary>
    public static IEnumerable<(string Group, IEnumerable<OutcomeRule> Rules)> Outcomes() =>
        OutcomeRule.All.GroupBy(rule => rule.Row.Split('.')[0]).Select(group => (GroupOf(group.Key), group.AsEnumerable()));

    private static string GroupOf(string row) => row switch
    {
        "granted" => "（一）予以公开",
        "partlyGranted" => "（二）部分公开",
        "withheld" => "（三）不予公开",
        "unavailable" => "（四）无法提供",
        "notProcessed" => "（五）不予处理",
        _ => "（六）其他处理",
    };
}
