using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;

namespace Gongkai.Platform.Requests;

/// <summary>Who is told of a step: the audit trail of each, the applicant of those that concern him.</summary>
public sealed class RequestTrail(AuditTrail audit, ApplicantNotices notices)
{
    internal async Task RecordAsync(Actor actor, Request request, RequestStepKind step, object before, object after, CancellationToken cancellation)
    {
        await audit.RecordAsync(actor, request.AgencyId, $"request.{char.ToLowerInvariant(step.ToString()[0])}{step.ToString()[1..]}", $"request/{request.Id}", before, after, cancellation);
        await notices.TellAsync(request, step, cancellation);
    }
}
