using FsCheck.Fluent;
using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;

namespace Gongkai.Law.Tests.Requests;

/// <summary>What holds for every case, whatever happened in it and in whatever order it was entered.</summary>
public sealed class ClockPropertyTests
{
    private static readonly DateOnly Origin = new(2025, 1, 1);

    private static readonly FsCheck.Gen<RequestEvent[]> Cases =
        from start in Gen.Choose(0, 500)
        from steps in Gen.Zip(Gen.Choose(0, 7), Gen.Choose(0, 45)).ListOf(6)
        select (RequestEvent[])[RequestEvent.Received(Origin.AddDays(start)), .. steps.Select((step, index) => Step(step.Item1, Origin.AddDays(start + step.Item2), (index % 2) + 1))];

    [Fact]
    public void The_last_day_is_a_working_day() => ForAll((events, asOf) =>
        Timeline(events, asOf).Clocks.All(clock => clock.LastDay is not { } last || clock.Days == 0 || clock.IsNamedDay || WorkingCalendar.Statutory.IsWorkingDay(last)));

    [Fact]
    public void The_order_of_entry_does_not_matter() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Cases.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(),
        drawn =>
        {
            var shuffled = drawn.Item1.ToArray();
            new Random(drawn.Item2).Shuffle(shuffled);
            var asOf = Origin.AddDays(600);
            return Facts(Timeline(drawn.Item1, asOf)) == Facts(Timeline(shuffled, asOf));
        }));

    [Fact]
    public void An_added_holiday_never_makes_the_last_day_earlier() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Cases.Zip(Gen.Choose(0, 560)).ToArbitrary(),
        drawn =>
        {
            var holiday = new RegionalDay(Origin.AddDays(drawn.Item2), true, "节日", "规定");
            var asOf = Origin.AddDays(700);
            var before = Timeline(drawn.Item1, asOf).Answer!;
            var after = RequestTimeline.Of(drawn.Item1, new WorkingCalendar(StatutoryHolidays.Years, [holiday]), asOf).Answer!;
            return before.LastDay is not { } early || after.LastDay is not { } late || late >= early;
        }));

    [Fact]
    public void Stopping_and_going_on_keeps_what_was_left() => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 400).Zip(Gen.Choose(1, 20)).Zip(Gen.Choose(0, 20)).ToArbitrary(),
        drawn =>
        {
            var received = Origin.AddDays(drawn.Item1.Item1);
            var sent = received.AddDays(drawn.Item1.Item2);
            var replied = sent.AddDays(drawn.Item2);
            RequestEvent[] asked = [RequestEvent.Received(received), RequestEvent.ThirdPartyAsked(sent, null)];
            return Timeline(asked, sent).Answer!.Left == Timeline([.. asked, RequestEvent.ThirdPartyReplied(replied)], replied).Answer!.Left;
        }));

    [Fact]
    public void The_explanation_counts_to_the_length_of_the_period() => ForAll((events, asOf) =>
        Timeline(events, asOf).Clocks.All(clock => clock.LastDay is null || clock.IsNamedDay
            || ExplainedDay.Of(clock, WorkingCalendar.Statutory, asOf).Count(day => day.Number is not null) == clock.Days));

    [Fact]
    public void A_case_has_ended_exactly_if_nobody_has_to_act() => ForAll((events, asOf) =>
    {
        var timeline = Timeline(events, asOf);
        return (timeline.Stage == RequestStage.Concluded) == (timeline.Turn == Turn.Nobody)
            && (timeline.Stage == RequestStage.Concluded) == (timeline.ConcludedOn is not null)
            && (timeline.Stage == RequestStage.Concluded) == (timeline.DueOn is null);
    });

    private static void ForAll(Func<RequestEvent[], DateOnly, bool> holds) => FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(
        Cases.Zip(Gen.Choose(0, 80)).ToArbitrary(), drawn => holds(drawn.Item1, drawn.Item1[0].On.AddDays(drawn.Item2))));

    private static RequestTimeline Timeline(RequestEvent[] events, DateOnly asOf) => RequestTimeline.Of(events, WorkingCalendar.Statutory, asOf);

    private static string Facts(RequestTimeline timeline) => string.Join(
        ';',
        timeline.Clocks.Select(clock => $"{clock.Id} {clock.From} {clock.LastDay} {clock.State} {clock.Left} {clock.Party}").Order(StringComparer.Ordinal))
        + timeline.Stage + timeline.Outcome + timeline.Breaches.Count;

    private static RequestEvent Step(int kind, DateOnly on, int party) => kind switch
    {
        0 => RequestEvent.ClarificationAsked(on, null, 7),
        1 => RequestEvent.ClarificationSupplied(on),
        2 => RequestEvent.ThirdPartyAsked(on, null, party),
        3 => RequestEvent.ThirdPartyReplied(on, party),
        4 => RequestEvent.AgencyAsked(on, null, party),
        5 => RequestEvent.FeeNoticed(on, null),
        6 => RequestEvent.ExtensionNotified(on, 10),
        _ => RequestEvent.Concluded(on, Outcome.Granted),
    };
}
