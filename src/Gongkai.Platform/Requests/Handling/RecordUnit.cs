using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>登记科室意见: what a unit of the agency reported back, and when; or that its help is no longer needed.</summary>
public sealed class RecordUnit(GongkaiDb db, RequestDesk desk)
{
    private const int Longest = 2000;

    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.RecordUnit, actor, async hand =>
        {
            var unit = await db.AssignedUnits.SingleOrDefaultAsync(asked => asked.RequestId == command.RequestId && asked.Number == command.Number && asked.ReportedOn == null, cancellation);
            if (unit is null || (command.IsReleased && unit.Number == AssignedUnit.InCharge))
            {
                return RequestTaken.Refused(RequestRefusal.NoSuchUnit);
            }

            if (command.IsReleased)
            {
                db.AssignedUnits.Remove(unit);
                return RequestTaken.Done(RequestStepKind.UnitReported, $"不再需要{unit.Name}协办");
            }

            var opinion = command.Opinion.Trim();
            if (opinion.Length is 0 or > Longest)
            {
                return RequestTaken.Refused(opinion.Length == 0 ? RequestRefusal.TextMissing : RequestRefusal.TextTooLong);
            }

            if (hand.Refuse(command.ReportedOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            unit.ReportedOn = command.ReportedOn;
            unit.Opinion = opinion;
            unit.RecordedByName = actor.Name;
            return RequestTaken.Done(RequestStepKind.UnitReported, $"{unit.Name}{command.ReportedOn:yyyy-MM-dd}回复{(command.ReportedOn > unit.ReportBy ? "（迟于要求的日期）" : "")}：{opinion}");
        }, cancellation);

    /// <param name="RequestId">The case.</param>
    /// <param name="Number">Which unit of it.</param>
    /// <param name="ReportedOn">The day on which it reported back.</param>
    /// <param name="Opinion">What it said.</param>
    /// <param name="IsReleased">Whether it need not report any more.</param>
    public sealed record Command(long RequestId, int Number, DateOnly ReportedOn, string Opinion, bool IsReleased);
}
