using Gongkai.Law.Calendar;
using Gongkai.Law.Requests;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Calendars;

/// <summary>
/// Computes the columns of every open request, complaint, letter and document anew from what happened: each night, because a day has gone by, and when the calendar or the rules
/// change, because the days count differently. Concluded ones stay as they are.
/// </summary>
public sealed class ClockSweep(GongkaiDb db, Calendars calendars, RequestRules rules, OtherClocks others, TimeProvider time) : IJobHandler
{
    public const string Kind = "requests.clocks";

    private const int Portion = 2_000;
    private const int MostListed = 2_000;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation) => await KeepAsync(cancellation);

    /// <summary>Which due days another calendar would move; nothing is changed.</summary>
    /// <param name="calendarOf">The other calendar of an agency.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Swept> PreviewAsync(Func<int, CancellationToken, Task<WorkingCalendar>> calendarOf, CancellationToken cancellation) =>
        await SweepAsync(calendarOf, await rules.ReadAsync(cancellation), keep: false, cancellation);

    /// <summary>Which due days other rules would move; nothing is changed.</summary>
    public Task<Swept> PreviewAsync(ClockRules otherRules, CancellationToken cancellation) => SweepAsync(calendars.OfAsync, otherRules, keep: false, cancellation);

    /// <summary>Computes and keeps; the cases whose due day moved.</summary>
    internal async Task<Swept> KeepAsync(CancellationToken cancellation)
    {
        await others.RenewAsync(cancellation);
        return await SweepAsync(calendars.OfAsync, await rules.ReadAsync(cancellation), keep: true, cancellation);
    }

    private async Task<Swept> SweepAsync(Func<int, CancellationToken, Task<WorkingCalendar>> calendarOf, ClockRules clockRules, bool keep, CancellationToken cancellation)
    {
        var today = time.Today();
        var byAgency = new Dictionary<int, WorkingCalendar>();
        var moved = new List<MovedDueDay>();
        var movedCount = 0;
        var count = 0;
        for (long last = 0; ;)
        {
            var open = await (
                from request in db.Requests.AsNoTracking()
                join agency in db.Agencies.AsNoTracking() on request.AgencyId equals agency.Id
                where request.Stage != RequestStage.Concluded && request.Id > last
                orderby request.Id
                select new OpenRequest(request.Id, agency.Id, agency.Name, request.Number, request.Stage, request.Turn, request.ClockState, request.DueOn))
                .Take(Portion).ToListAsync(cancellation);
            if (open.Count == 0)
            {
                return new Swept(count, movedCount, moved);
            }

            last = open[^1].Id;
            count += open.Count;
            var ids = open.Select(request => request.Id).ToArray();
            var events = (await db.RequestEvents.AsNoTracking().Where(happened => ids.Contains(happened.RequestId) && happened.RetractedAt == null).ToListAsync(cancellation))
                .ToLookup(happened => happened.RequestId, happened => happened.Event);
            var changed = new List<(OpenRequest Request, RequestTimeline Timeline)>();
            foreach (var request in open)
            {
                if (!byAgency.TryGetValue(request.AgencyId, out var calendar))
                {
                    calendar = byAgency[request.AgencyId] = await calendarOf(request.AgencyId, cancellation);
                }

                var timeline = RequestTimeline.Of(events[request.Id], calendar, today, clockRules);
                if (timeline.DueOn != request.DueOn)
                {
                    movedCount++;
                    if (moved.Count < MostListed)
                    {
                        moved.Add(new MovedDueDay(request.Id, request.AgencyId, request.AgencyName, request.Number, request.DueOn, timeline.DueOn));
                    }
                }

                if (timeline.DueOn != request.DueOn || timeline.Stage != request.Stage || timeline.Turn != request.Turn || timeline.Answer?.State != request.ClockState)
                {
                    changed.Add((request, timeline));
                }
            }

            if (keep && changed.Count > 0)
            {
                await WriteAsync(changed, cancellation);
            }
        }
    }

    /// <summary>Only where the row still stands as it was read: what a person did meanwhile was computed from newer events.</summary>
    private Task<int> WriteAsync(List<(OpenRequest Request, RequestTimeline Timeline)> changed, CancellationToken cancellation)
    {
        var ids = changed.Select(change => change.Request.Id).ToArray();
        var before = changed.Select(change => change.Request.Stage.ToString()).ToArray();
        var beforeDue = changed.Select(change => change.Request.DueOn).ToArray();
        var stages = changed.Select(change => change.Timeline.Stage.ToString()).ToArray();
        var turns = changed.Select(change => change.Timeline.Turn.ToString()).ToArray();
        var states = changed.Select(change => change.Timeline.Answer?.State.ToString()).ToArray();
        var dueDays = changed.Select(change => change.Timeline.DueOn).ToArray();
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE requests SET stage = now.stage, turn = now.turn, clock_state = now.clock_state, due_on = now.due_on
            FROM unnest({ids}, {before}, {beforeDue}, {stages}, {turns}, {states}, {dueDays}) AS now (id, stage_before, due_before, stage, turn, clock_state, due_on)
            WHERE requests.id = now.id AND requests.stage = now.stage_before AND requests.due_on IS NOT DISTINCT FROM now.due_before
            """,
            cancellation);
    }

    private sealed record OpenRequest(long Id, int AgencyId, string AgencyName, string Number, RequestStage Stage, Turn Turn, ClockState? ClockState, DateOnly? DueOn);
}

/// <summary>What a sweep found.</summary>
/// <param name="Open">How many open cases there are.</param>
/// <param name="MovedCount">How many due days move.</param>
/// <param name="Moved">The first of them.</param>
public sealed record Swept(int Open, int MovedCount, IReadOnlyList<MovedDueDay> Moved);

/// <summary>A case whose due day moves.</summary>
public sealed record MovedDueDay(long RequestId, int AgencyId, string AgencyName, string Number, DateOnly? From, DateOnly? To);
