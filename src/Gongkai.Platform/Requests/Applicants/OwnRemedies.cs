using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Papers;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>The ways to have a reply, or the want of one, looked at by others, with their last days.</summary>
internal static class OwnRemedies
{
    private const string SixtyDays = "从知道答复之日起六十日（《行政复议法》第二十条）";
    private const string SixMonths = "从知道答复之日起六个月（《行政诉讼法》第四十六条）";

    /// <summary>Against a reply that was served.</summary>
    public static IReadOnlyList<OwnRemedy> AgainstReply(Outcome outcome, DateOnly servedOn, WorkingCalendar calendar, RemedyBodies bodies)
    {
        var reconsideration = Remedies.LastDayForReconsideration(servedOn, calendar);
        var suit = Remedies.LastDayForDirectSuit(servedOn, calendar);
        return OutcomeRule.Of(outcome).Remedy switch
        {
            RemedyClass.ReconsiderationFirst =>
            [
                new("申请行政复议", $"向{bodies.ReviewBody}申请{Online(bodies)}。不予公开的答复，要先申请行政复议；对复议决定不服，才能向{bodies.Court}起诉。", reconsideration, SixtyDays),
            ],
            RemedyClass.Either =>
            [
                new("申请行政复议", $"向{bodies.ReviewBody}申请{Online(bodies)}，与直接起诉任选其一。", reconsideration, SixtyDays),
                new("直接提起行政诉讼", $"向{bodies.Court}起诉，与申请复议任选其一。", suit, SixMonths),
            ],
            RemedyClass.Divided =>
            [
                new("申请行政复议", $"向{bodies.ReviewBody}申请{Online(bodies)}。不予公开的部分，要先申请行政复议；其余部分也可以申请复议。", reconsideration, SixtyDays),
                new("直接提起行政诉讼", $"向{bodies.Court}起诉，只限于不予公开以外的部分。", suit, SixMonths),
            ],
            RemedyClass.None => [],
        };
    }

    /// <summary>Against silence: the period is over and nothing was served.</summary>
    public static IReadOnlyList<OwnRemedy> AgainstSilence(DateOnly lastDay, WorkingCalendar calendar, RemedyBodies bodies) =>
    [
        new("申请行政复议", $"答复期限已经届满，受理机关还没有答复。可以就不履行法定职责向{bodies.ReviewBody}申请行政复议{Online(bodies)}，要先复议、后起诉。",
            Remedies.LastDayForReconsideration(lastDay, calendar), "从答复期限届满之日起六十日（《行政复议法》第二十条、第二十三条）"),
    ];

    private static string Online(RemedyBodies bodies) => bodies.OnlineChannel is { } channel ? $"（网上：{channel}）" : "";
}
