using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>交办: a unit of the agency and one of its people handle the case, other units help; each may get a day before the statutory one by which it reports back.</summary>
public sealed class AssignRequest(GongkaiDb db, RequestDesk desk, TimeProvider time)
{
    private const int MostUnits = 20;
    private const int LongestName = 60;

    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Assign, actor, async hand =>
        {
            var today = time.Today();
            var handler = await (
                from account in db.Users
                where account.Id == command.HandlerId && !account.IsDisabled
                    && db.Posts.Any(post => post.AccountId == account.Id && post.AgencyId == hand.Request.AgencyId && post.From <= today && (post.To == null || post.To >= today))
                select account.DisplayName).SingleOrDefaultAsync(cancellation);
            if (handler is null)
            {
                return RequestTaken.Refused(RequestRefusal.NoSuchReceiver);
            }

            var assisting = command.Assisting.Where(one => one.Name.Trim().Length > 0).ToList();
            if (assisting.Exists(one => one.Name.Length > LongestName) || command.Unit?.Length > LongestName)
            {
                return RequestTaken.Refused(RequestRefusal.TextTooLong);
            }

            if (assisting.Select(one => one.ReportBy).Append(command.ReportBy).Any(day => day < today || day >= hand.Request.DueOn))
            {
                return RequestTaken.Refused(RequestRefusal.ReportByWrong, hand.Request.DueOn);
            }

            var unit = string.IsNullOrWhiteSpace(command.Unit) ? null : command.Unit.Trim();
            if (!await KeepUnitsAsync(command, unit ?? handler, assisting, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.UnitTwice);
            }

            hand.Request.HandlerId = command.HandlerId;
            hand.Request.Unit = unit;
            if (hand.Request.DeskStep == DeskStep.Registered)
            {
                hand.Request.DeskStep = DeskStep.Assigned;
            }

            return RequestTaken.Done(RequestStepKind.Assigned, NoteOf(command, unit, handler, assisting));
        }, cancellation);

    private async Task<bool> KeepUnitsAsync(Command command, string inCharge, List<AssistingUnit> assisting, CancellationToken cancellation)
    {
        var kept = await db.AssignedUnits.Where(unit => unit.RequestId == command.RequestId).ToListAsync(cancellation);
        var names = kept.Where(unit => unit.Number != AssignedUnit.InCharge).Select(unit => unit.Name).Concat(assisting.Select(unit => unit.Name.Trim())).ToList();
        if (names.Count > MostUnits || names.Distinct().Count() != names.Count || names.Contains(inCharge))
        {
            return false;
        }

        var lead = kept.Find(unit => unit.Number == AssignedUnit.InCharge);
        if (lead is null)
        {
            db.AssignedUnits.Add(new AssignedUnit { RequestId = command.RequestId, Number = AssignedUnit.InCharge, Name = inCharge, ReportBy = command.ReportBy });
        }
        else
        {
            if (lead.Name != inCharge)
            {
                (lead.Name, lead.ReportedOn, lead.Opinion, lead.RecordedByName) = (inCharge, null, null, null);
            }

            lead.ReportBy = command.ReportBy ?? lead.ReportBy;
        }

        var number = kept.Select(unit => unit.Number).DefaultIfEmpty(0).Max();
        db.AssignedUnits.AddRange(assisting.Select((unit, index) => new AssignedUnit { RequestId = command.RequestId, Number = number + index + 1, Name = unit.Name.Trim(), ReportBy = unit.ReportBy }));
        return true;
    }

    private static string NoteOf(Command command, string? unit, string handler, List<AssistingUnit> assisting)
    {
        var inCharge = $"{(unit is null ? "" : $"{unit}，")}{handler}承办{ByDay(command.ReportBy)}";
        var helping = assisting.Count == 0 ? "" : $"，{string.Join('、', assisting.Select(one => $"{one.Name.Trim()}{ByDay(one.ReportBy)}"))}协办";
        return $"{inCharge}{helping}{(string.IsNullOrWhiteSpace(command.Note) ? "" : $"：{command.Note.Trim()}")}";
    }

    private static string ByDay(DateOnly? day) => day is { } known ? $"（{known:yyyy-MM-dd}前回复）" : "";

    public sealed record Command(long RequestId, Guid HandlerId, string? Unit, string? Note)
    {
        /// <summary>The day by which the unit in charge reports back; null leaves the one that it has.</summary>
        public DateOnly? ReportBy { get; init; }

        /// <summary>The units that help from now on, besides those that do.</summary>
        public IReadOnlyList<AssistingUnit> Assisting { get; init; } = [];
    }

    /// <summary>协办.</summary>
    public sealed record AssistingUnit(string Name, DateOnly? ReportBy);
}
