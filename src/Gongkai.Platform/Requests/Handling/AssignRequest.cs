using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>交办: a unit of the agency and one of its people handle the case.</summary>
public sealed class AssignRequest(GongkaiDb db, RequestDesk desk, TimeProvider time)
{
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

            hand.Request.HandlerId = command.HandlerId;
            hand.Request.Unit = string.IsNullOrWhiteSpace(command.Unit) ? null : command.Unit.Trim();
            if (hand.Request.DeskStep == DeskStep.Registered)
            {
                hand.Request.DeskStep = DeskStep.Assigned;
            }

            return RequestTaken.Done(RequestStepKind.Assigned, $"{(hand.Request.Unit is { } unit ? $"{unit}，" : "")}{handler}承办{(string.IsNullOrWhiteSpace(command.Note) ? "" : $"：{command.Note.Trim()}")}");
        }, cancellation);

    public sealed record Command(long RequestId, Guid HandlerId, string? Unit, string? Note);
}
