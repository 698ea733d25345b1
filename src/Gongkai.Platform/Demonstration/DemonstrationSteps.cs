using Gongkai.Platform.Filings;

namespace Gongkai.Platform.Demonstration;

/// <summary>How a report came to stand where it stands.</summary>
internal static class DemonstrationSteps
{
    private static readonly (FilingStep Step, int Day, int Hour, string Actor)[] Way =
    [
        (FilingStep.Begun, 6, 9, "信息员"),
        (FilingStep.SentToReview, 12, 15, "信息员"),
        (FilingStep.Approved, 14, 10, "初审"),
        (FilingStep.Signed, 16, 11, "负责人"),
        (FilingStep.Submitted, 19, 9, "信息员"),
        (FilingStep.Accepted, 22, 16, "林晓梅"),
        (FilingStep.Published, 27, 10, "信息员"),
    ];

    /// <summary>The steps to a state in the January after a report year.</summary>
    public static IReadOnlyList<DemonstrationStep> To(FilingState state, int year)
    {
        var last = state switch
        {
            FilingState.Draft => FilingStep.Begun,
            FilingState.InReview => FilingStep.SentToReview,
            FilingState.Signed => FilingStep.Signed,
            FilingState.Submitted or FilingState.Returned => FilingStep.Submitted,
            FilingState.Accepted => FilingStep.Accepted,
            FilingState.Published => FilingStep.Published,
        };
        var taken = new List<DemonstrationStep>();
        foreach (var (step, day, hour, actor) in Way)
        {
            taken.Add(new DemonstrationStep(step, At(new DateOnly(year + 1, 1, day), hour), actor, null));
            if (step == last)
            {
                break;
            }
        }

        if (state == FilingState.Returned)
        {
            taken.Add(new DemonstrationStep(FilingStep.Returned, At(new DateOnly(year + 1, 1, 21), 10), "林晓梅", "表三新收与办结不符，见单元格旁的意见。"));
        }

        return taken;
    }

    public static DateTimeOffset At(DateOnly day, int hour) => new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.FromHours(8)).ToUniversalTime();
}

/// <summary>A step of a filing of the demonstration.</summary>
internal sealed record DemonstrationStep(FilingStep Step, DateTimeOffset At, string Actor, string? Note);
