using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>
/// 合并办理: of two open requests of one applicant for the same, the later is closed into the earlier, which is due first. Both stay in the ledger:
/// each was received, and the later ended as 其他处理. Always locked from the later to the earlier, so that two merges never wait for each other.
/// </summary>
public sealed class MergeRequest(GongkaiDb db, RequestDesk desk, ApplicantSeal seal)
{
    private const int Longest = 1000;

    public Task<RequestResult> RunAsync(Command command, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(command.RequestId, RequestAction.Merge, actor, async later =>
        {
            var why = command.Reason.Trim();
            if (why.Length is 0 or > Longest)
            {
                return RequestTaken.Refused(why.Length == 0 ? RequestRefusal.TextMissing : RequestRefusal.TextTooLong);
            }

            if (later.Refuse(command.ToldOn) is { } refusal)
            {
                return RequestTaken.Refused(refusal);
            }

            if (command.IntoId >= command.RequestId && !await CameFirstAsync(command, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.MergeNotSame);
            }

            if (await desk.LockAsync(command.IntoId, cancellation) is not { } earlier || !await AreAlikeAsync(earlier.Request, later.Request, cancellation))
            {
                return RequestTaken.Refused(RequestRefusal.MergeNotSame);
            }

            if (Merging.Refuse(earlier.Timeline(), later.Timeline()) is { } bar)
            {
                return RequestTaken.Refused(
                    bar switch
                    {
                        MergeBar.NotEarlier => RequestRefusal.MergeNotSame,
                        MergeBar.AlreadyEnded => RequestRefusal.MergeEnded,
                        MergeBar.AnsweredLater => RequestRefusal.MergeLater,
                    }, later.Timeline().DueOn);
            }

            later.Request.MergedIntoId = earlier.Request.Id;
            later.Request.DeskStep = DeskStep.Served;
            await desk.RecordAsync(earlier, RequestTaken.Done(RequestStepKind.Absorbed, $"{later.Request.Number}并入本件：{why}"), actor, cancellation);
            return RequestTaken.Done(RequestStepKind.Merged, $"并入{earlier.Request.Number}：{why}", RequestEvent.Concluded(command.ToldOn, Outcome.OtherwiseEnded));
        }, cancellation);

    private Task<bool> CameFirstAsync(Command command, CancellationToken cancellation) =>
        db.Requests.AnyAsync(request => request.Id == command.IntoId && db.Requests.Any(later => later.Id == command.RequestId && request.ReceivedOn < later.ReceivedOn), cancellation);

    /// <summary>One agency, one kind, one applicant: by the number of the identity document, or, where neither letter gave one, by name and telephone.</summary>
    private async Task<bool> AreAlikeAsync(Request earlier, Request later, CancellationToken cancellation)
    {
        if (earlier.AgencyId != later.AgencyId || earlier.Kind != later.Kind || !earlier.ApplicantKey.AsSpan().SequenceEqual(later.ApplicantKey))
        {
            return false;
        }

        var first = await OpenAsync(earlier.Id, cancellation);
        var second = await OpenAsync(later.Id, cancellation);
        return first.IdentityNumber.Length > 0 || (first.Telephone.Length > 0 && first.Telephone == second.Telephone);
    }

    private async Task<Applicant> OpenAsync(long requestId, CancellationToken cancellation) =>
        seal.Open(await db.RequestApplicants.AsNoTracking().Where(applicant => applicant.RequestId == requestId).Select(applicant => applicant.Sealed).SingleAsync(cancellation));

    /// <param name="RequestId">The later request, which is closed.</param>
    /// <param name="IntoId">The earlier one, which goes on.</param>
    /// <param name="ToldOn">The day on which the applicant was told.</param>
    /// <param name="Reason">Why they are for the same.</param>
    public sealed record Command(long RequestId, long IntoId, DateOnly ToldOn, string Reason);
}
