using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>
/// 转交: a request that is addressed to another agency of the same government and came to the wrong counter goes there before anything is done with it,
/// with the day on which it came. It is counted once, where it is handled (AG-C). One that is addressed to this agency is answered by this agency,
/// if only by telling whose it is (第三十六条第（五）项).
/// </summary>
public sealed class PassRequest(GongkaiDb db, RequestDesk desk, RequestIntake intake, AuditTrail audit, Outbox outbox)
{
    private const int Longest = 1000;

    public async Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(command.RequestId, cancellation) is not { } hand)
        {
            return RequestResult.Refused(RequestRefusal.NotFound);
        }

        var target = await TargetAsync(command.ToAgencyId, hand, cancellation);
        if (RequestGate.Refuse(hand.Situation, RequestAction.Pass, actor) is { } notNow)
        {
            return RequestResult.Refused(notNow, hand.Request.Stage);
        }

        if (Refuse(command, hand, target) is { } refusal)
        {
            return RequestResult.Refused(refusal, hand.Request.Stage);
        }

        var request = hand.Request;
        var (from, number) = (request.AgencyId, request.Number);
        var passing = new RequestPassing
        {
            RequestId = request.Id, FromAgencyId = from, FromNumber = number, ToAgencyId = target!.Id, Reason = command.Reason.Trim(), PassedAt = desk.Now, PassedByName = actor.Name,
        };
        db.RequestPassings.Add(passing);
        await audit.RecordAsync(actor, from, "request.passed", $"request/{request.Id}", new { Number = number }, new { To = target.Id, Reason = PersonalData.Mask(passing.Reason) }, cancellation);
        request.AgencyId = target.Id;
        request.Number = await intake.NumberAsync(target.Id, request.ArrivedOn.Year, cancellation);
        var there = await desk.InHandAsync(request, cancellation);
        await desk.RecordAsync(there, RequestTaken.Done(RequestStepKind.Passed, $"{hand.AgencyName}（{number}）转来：{passing.Reason}"), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        foreach (var clerk in await ClerksAsync(target.Id, there.Today, cancellation))
        {
            await outbox.TellAsync(new Message(clerk, $"转来依申请公开 {request.Number}", $"{hand.AgencyName}转来一件申请 {request.Number}，收到的日期不变，请尽快登记办理。", $"/work/requests/{request.Id}"), cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new RequestResult { RequestId = request.Id, Stage = request.Stage };
    }

    /// <summary>The agencies to which a request of this one can be passed on, by name.</summary>
    public async Task<IReadOnlyList<string>> TargetsAsync(int agencyId, CancellationToken cancellation)
    {
        const int most = 500;
        var own = await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var government = await GovernmentOfAsync(db, own, cancellation);
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == government).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        var found = path is null ? [] : await db.Agencies.AsNoTracking().Where(agency => agency.Path.StartsWith(path) && agency.Id != agencyId && agency.ValidTo == null)
            .OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.Id).Select(agency => new { agency.Name, agency.Kind }).ToListAsync(cancellation);
        return [.. found.Where(agency => KindDefaults.Of(agency.Kind).TakesRequests).Take(most).Select(agency => agency.Name)];
    }

    /// <summary>The government of an agency: itself where it is one, else the nearest above.</summary>
    internal static async Task<int?> GovernmentOfAsync(GongkaiDb db, string path, CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Where(agency => path.StartsWith(agency.Path) && agency.Kind == AgencyKind.Government)
            .OrderByDescending(agency => agency.Path.Length).Select(agency => (int?)agency.Id).FirstOrDefaultAsync(cancellation);

    private static RequestRefusal? Refuse(Command command, RequestInHand hand, Target? target) =>
        command.Reason.Trim().Length == 0 ? RequestRefusal.TextMissing
        : command.Reason.Length > Longest ? RequestRefusal.TextTooLong
        : target is null ? RequestRefusal.NoSuchAgency
        : !target.IsWithin ? RequestRefusal.PassOutside
        : !command.IsAddressedThere ? RequestRefusal.PassAddressedHere
        : hand.Request.DeskStep != DeskStep.Registered || hand.Events.Count(happened => happened.RetractedAt is null) > 2 ? RequestRefusal.PassStarted
        : null;

    private async Task<Target?> TargetAsync(int agencyId, RequestInHand hand, CancellationToken cancellation)
    {
        var found = await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId && agency.ValidFrom <= hand.Today && (agency.ValidTo == null || agency.ValidTo >= hand.Today))
            .Select(agency => new { agency.Id, agency.Path, agency.Kind }).SingleOrDefaultAsync(cancellation);
        return found is null || found.Id == hand.Request.AgencyId || !KindDefaults.Of(found.Kind).TakesRequests
            ? null
            : new Target(found.Id, await GovernmentOfAsync(db, found.Path, cancellation) is { } government && government == await GovernmentOfAsync(db, hand.Situation.Path, cancellation));
    }

    private Task<List<Guid>> ClerksAsync(int agencyId, DateOnly today, CancellationToken cancellation) => (
        from post in db.Posts.AsNoTracking()
        join account in db.Users.AsNoTracking() on post.AccountId equals account.Id
        where post.AgencyId == agencyId && post.From <= today && (post.To == null || post.To >= today) && !account.IsDisabled && post.Role == Role.Clerk
        select account.Id).Distinct().ToListAsync(cancellation);

    private sealed record Target(int Id, bool IsWithin);

    /// <param name="RequestId">The case.</param>
    /// <param name="ToAgencyId">The agency to which it is addressed.</param>
    /// <param name="IsAddressedThere">Whether the request itself names that agency, so that it only came to the wrong counter.</param>
    /// <param name="Reason">How it came here.</param>
    public sealed record Command(long RequestId, int ToAgencyId, bool IsAddressedThere, string Reason);
}
