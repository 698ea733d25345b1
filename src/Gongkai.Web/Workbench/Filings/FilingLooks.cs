using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>How pages show where a filing stands and how much time is left.</summary>
internal static class FilingLooks
{
    private const int Near = 7;

    public static Light Light(this FilingState state) => state switch
    {
        FilingState.Draft or FilingState.InReview or FilingState.Signed => Shared.Light.Grey,
        FilingState.Returned => Shared.Light.Yellow,
        FilingState.Submitted or FilingState.Accepted or FilingState.Published => Shared.Light.Green,
    };

    /// <summary>The day before which something has to be done, as a light and as words.</summary>
    public static (Light Light, string Words) Left(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => (Shared.Light.Red, $"已逾期 {-late} 天"),
        0 => (Shared.Light.Red, "今天到期"),
        <= Near and var left => (Shared.Light.Yellow, $"还剩 {left} 天"),
        var left => (Shared.Light.Green, $"还剩 {left} 天"),
    };

    /// <summary>How pressing it is: how long a submitted report has waited for the authority, else how long until its day.</summary>
    public static (Light Light, string Words) Left(WaitingFiling waiting, DateOnly today)
    {
        if (waiting is { Next: FilingAction.Accept, SubmittedAt: { } submitted })
        {
            var days = today.DayNumber - DateOnly.FromDateTime(submitted.InBeijing().DateTime).DayNumber;
            return days == 0 ? (Shared.Light.Green, "今天报来") : (days > Near ? Shared.Light.Yellow : Shared.Light.Green, $"已等 {days} 天");
        }

        return waiting.DueOn is { } due ? Left(due, today) : (Shared.Light.Grey, "没有期限");
    }

    public static string Day(this DateOnly day) => DayWords.Of(day);

    /// <summary>What a person is asked to do, as the list of what waits says it.</summary>
    public static string Asked(this FilingAction action, FilingState state) => (action, state) switch
    {
        (FilingAction.Edit, FilingState.Returned) => "按批注修改后再报送",
        (FilingAction.Edit, _) => "继续编写",
        (FilingAction.Approve, _) => "审核",
        (FilingAction.Sign, _) => "签发",
        (FilingAction.Submit, _) => "报送",
        (FilingAction.Accept, _) => "接收或退回",
        (FilingAction.Publish, _) => "发布",
        _ => FilingWords.Of(action),
    };
}
