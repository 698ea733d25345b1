using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests;

/// <summary>
/// Tells, every morning, who handles a case that its day comes near: at five, two and no working days left, and once when it has gone by.
/// From two days on the head is told as well. Where nobody handles it yet, the clerks are told. So too of the units of a case: on the working day
/// before theirs, on the day itself, and once when it has gone by.
/// </summary>
public sealed class RequestReminders(GongkaiDb db, Calendars.Calendars calendars, Outbox outbox, TimeProvider time) : IJobHandler
{
    public const string Kind = "requests.remind";

    private const int ReportEvery = 50;

    /// <summary>No five working days stretch further than this, whatever the holidays.</summary>
    private const int FarthestDays = 24;

    private const int Overdue = -1;

    private static readonly int[] Marks = [0, 2, 5];

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var today = time.Today();
        var reminders = new List<(DueRequest Request, int Mark, int Left)>();
        foreach (var request in await NearAsync(today, cancellation))
        {
            var left = (await calendars.OfAsync(request.AgencyId, cancellation)).Between(today, request.DueOn);
            if (left < 0 || left <= Marks[^1])
            {
                reminders.Add((request, left < 0 ? Overdue : Marks.First(mark => left <= mark), left));
            }
        }

        await RemindOfUnitsAsync(today, cancellation);
        for (var index = 0; index < reminders.Count; index++)
        {
            await RemindAsync(reminders[index].Request, reminders[index].Mark, reminders[index].Left, today, cancellation);
            if ((index + 1) % ReportEvery == 0 || index + 1 == reminders.Count)
            {
                await job.ReportAsync(index + 1, reminders.Count, cancellation);
            }
        }
    }

    /// <summary>Open cases whose period runs, by due day: those that stand still or wait for the applicant are nobody's to hurry.</summary>
    private async Task<List<DueRequest>> NearAsync(DateOnly today, CancellationToken cancellation)
    {
        var farthest = today.AddDays(FarthestDays);
        return await db.Requests.AsNoTracking()
            .Where(request => request.Stage != RequestStage.Concluded && request.DueOn <= farthest
                && (request.ClockState == null || request.ClockState == ClockState.Running || request.ClockState == ClockState.Overdue))
            .OrderBy(request => request.DueOn).ThenBy(request => request.Id)
            .Select(request => new DueRequest(request.Id, request.Number, request.AgencyId, request.Stage, request.DueOn!.Value, request.HandlerId)).ToListAsync(cancellation);
    }

    private async Task RemindOfUnitsAsync(DateOnly today, CancellationToken cancellation)
    {
        var farthest = today.AddDays(FarthestDays);
        var units = await (
            from unit in db.AssignedUnits.AsNoTracking()
            join request in db.Requests.AsNoTracking() on unit.RequestId equals request.Id
            where unit.ReportedOn == null && unit.ReportBy <= farthest && request.Stage != RequestStage.Concluded && (request.DeskStep == DeskStep.Assigned || request.DeskStep == DeskStep.Drafted)
            orderby unit.ReportBy, unit.RequestId, unit.Number
            select new { unit.Number, unit.Name, ReportBy = unit.ReportBy!.Value, Request = new DueRequest(request.Id, request.Number, request.AgencyId, request.Stage, request.DueOn ?? farthest, request.HandlerId) })
            .ToListAsync(cancellation);
        foreach (var unit in units)
        {
            if ((await calendars.OfAsync(unit.Request.AgencyId, cancellation)).Between(today, unit.ReportBy) > 1)
            {
                continue;
            }

            var days = Math.Sign(unit.ReportBy.DayNumber - today.DayNumber);
            var when = days switch { > 0 => $"要在 {unit.ReportBy:yyyy-MM-dd} 前回复", 0 => "今天要回复", _ => $"应在 {unit.ReportBy:yyyy-MM-dd} 前回复，还没有回复" };
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var person in await PeopleAsync(unit.Request, days < 0 ? Overdue : Marks[^1], today, cancellation))
            {
                await outbox.TellAsync(
                    new Message(person, $"依申请公开 {unit.Request.Number} 科室意见", $"依申请公开 {unit.Request.Number}：{unit.Name}{when}，请催办。", $"/work/requests/{unit.Request.Id}", $"unit/{unit.Request.Id}/{unit.Number}/{unit.ReportBy:yyyy-MM-dd}/{days}"),
                    cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }
    }

    private async Task RemindAsync(DueRequest request, int mark, int left, DateOnly today, CancellationToken cancellation)
    {
        var text = TextOf(request, left);
        var key = $"request/{request.Id}/{request.DueOn:yyyy-MM-dd}/{mark}";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var person in await PeopleAsync(request, mark, today, cancellation))
        {
            await outbox.TellAsync(new Message(person, $"依申请公开 {request.Number} {(left < 0 ? "已经逾期" : "即将到期")}", text, $"/work/requests/{request.Id}", key), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private Task<List<Guid>> PeopleAsync(DueRequest request, int mark, DateOnly today, CancellationToken cancellation)
    {
        var headToo = mark <= ClockRules.Default.PressingAt;
        return (
            from post in db.PostsHeld(today)
            where post.AgencyId == request.AgencyId
                && (post.AccountId == request.HandlerId || (request.HandlerId == null && post.Role == Role.Clerk) || (headToo && post.Role == Role.Head))
            select post.AccountId).Distinct().ToListAsync(cancellation);
    }

    private static string TextOf(DueRequest request, int left)
    {
        var what = request.Stage == RequestStage.AwaitingConfirmation ? "还没有和申请人确认收到" : "还没有答复";
        var when = left switch
        {
            > 0 => $"还剩 {left} 个工作日，{request.DueOn:yyyy-MM-dd} 到期",
            0 => "今天到期",
            _ => $"已于 {request.DueOn:yyyy-MM-dd} 到期，逾期 {-left} 个工作日",
        };
        return $"依申请公开 {request.Number} {what}，{when}，请尽快办理。";
    }

    private sealed record DueRequest(long Id, string Number, int AgencyId, RequestStage Stage, DateOnly DueOn, Guid? HandlerId);
}
