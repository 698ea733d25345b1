using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>What happened to a request, in the order in which it happened: the step that a person took, and the events that it entered.</summary>
internal static class Story
{
    private const int LongestTitle = 60;

    public static IReadOnlyList<StoryLine> Of(RequestSheet sheet)
    {
        var byTime = sheet.Events.ToLookup(happened => happened.RecordedAt);
        return
        [
            .. sheet.Steps.Select(step => new StoryLine(step, [.. byTime[step.At]]))
                .OrderBy(line => line.On).ThenBy(line => line.Step.At),
        ];
    }

    /// <summary>The words of a request, cut where a list has no room for more.</summary>
    public static string Short(string text) => text.Length <= LongestTitle ? text : text[..(LongestTitle - 1)] + "…";
}

/// <summary>A line of the story.</summary>
internal sealed record StoryLine(StepView Step, IReadOnlyList<EventView> Events)
{
    private static readonly RequestEventKind[] OwnDays = [RequestEventKind.Arrived, RequestEventKind.Received, RequestEventKind.CorrectionReceived];

    /// <summary>The day on which it was entered.</summary>
    public DateOnly EnteredOn => DateOnly.FromDateTime(Step.At.InBeijing().DateTime);

    /// <summary>The day on which it happened.</summary>
    public DateOnly On => Events.Count > 0 ? Events[0].Event.On : EnteredOn;

    public bool WasEnteredLater => On != EnteredOn;

    public EventView? Retracted => Events.FirstOrDefault(happened => happened.RetractedAt is not null);

    /// <summary>The days that the papers name.</summary>
    public IEnumerable<string> Days()
    {
        foreach (var happened in Events.Select(one => one.Event))
        {
            if (happened.ServedOn is { } served)
            {
                yield return $"{DayWords.Of(served)}送到";
            }

            if (happened.DueOn is { } due)
            {
                yield return $"到{DayWords.Of(due)}";
            }

            if (happened.Days is { } days && happened.Kind is RequestEventKind.ClarificationAsked or RequestEventKind.Reopened or RequestEventKind.ThirdPartyInformed)
            {
                yield return $"{days} 个工作日";
            }

            if (OwnDays.Contains(happened.Kind) && Events.Count > 1)
            {
                yield return happened.Kind == RequestEventKind.Arrived ? $"{DayWords.Of(happened.On)}来到" : $"{DayWords.Of(happened.On)}收到";
            }

            if (happened.Outcome is { } outcome)
            {
                yield return $"结果：{OutcomeRule.Of(outcome).Label}";
            }
        }
    }
}
