using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>
/// 补发查询码 at the counter, to the applicant whose identity document the clerk has seen. The code that was lost opens nothing any more; the new one
/// is told once and kept as a hash only.
/// </summary>
public sealed class ReissueCode(GongkaiDb db, RequestDesk desk, ApplicantSeal seal)
{
    private const int Shown = 4;

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var code = QueryCode.New();
        var taken = await desk.TakeAsync(command.RequestId, RequestAction.ReissueCode, actor, async hand =>
        {
            if (!command.HasSeenDocument || string.IsNullOrWhiteSpace(command.Document))
            {
                return RequestTaken.Refused(RequestRefusal.IdentityNotSeen);
            }

            var applicant = seal.Open(await db.RequestApplicants.AsNoTracking().Where(kept => kept.RequestId == command.RequestId).Select(kept => kept.Sealed).SingleAsync(cancellation));
            if (!IsHis(applicant, command.LastLetters))
            {
                return RequestTaken.Refused(RequestRefusal.IdentityDiffers);
            }

            hand.Request.QueryHash = QueryCode.HashOf(code);
            hand.Request.CodeReissuedAt = desk.Now;
            return RequestTaken.Done(RequestStepKind.CodeReissued, $"当面核对{command.Document.Trim()}");
        }, cancellation);
        return new Result(taken, taken.IsDone ? code : null);
    }

    /// <summary>The last letters of the document that was shown are those of the applicant's or the agent's; where the letter gave no number, the clerk's eye is all there is.</summary>
    private static bool IsHis(Applicant applicant, string letters)
    {
        var typed = letters.Trim().ToUpperInvariant();
        string[] known = [.. new[] { applicant.IdentityNumber, applicant.AgentIdentityNumber }.Where(number => number.Length >= Shown)];
        return known.Length == 0 || (typed.Length == Shown && known.Any(number => number.ToUpperInvariant().EndsWith(typed, StringComparison.Ordinal)));
    }

    /// <param name="RequestId">The case.</param>
    /// <param name="Document">Which document was shown.</param>
    /// <param name="LastLetters">The last four letters of its number.</param>
    /// <param name="HasSeenDocument">Whether the clerk has compared the person with it.</param>
    public sealed record Command(long RequestId, string Document, string LastLetters, bool HasSeenDocument);

    /// <param name="Taken">What came of it.</param>
    /// <param name="Code">The new code, to be told this once.</param>
    public sealed record Result(RequestResult Taken, string? Code);
}
