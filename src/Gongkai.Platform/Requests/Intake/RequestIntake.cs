using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>Makes a case of a form in the transaction that is open; the same form makes it once.</summary>
public sealed class RequestIntake(GongkaiDb db, RequestDesk desk, ApplicantSeal seal, TimeProvider time)
{
    /// <summary>The case of the form: new, or the one that it made before.</summary>
    /// <param name="form">The form; its faults were looked for by the caller.</param>
    /// <param name="channel">How it came.</param>
    /// <param name="arrivedOn">The day on which it came.</param>
    /// <param name="confirmedOn">The day on which it was confirmed, on a channel that needs it.</param>
    /// <param name="actor">Who enters it.</param>
    /// <param name="parentId">The request of which it is a part.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal async Task<Registered> MakeAsync(
        RequestForm form, IntakeChannel channel, DateOnly arrivedOn, DateOnly? confirmedOn, Actor actor, long? parentId, CancellationToken cancellation)
    {
        var code = await seal.CodeOfAsync(form.Key, cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({form.Key.ToString()}, 0))", cancellation);
        if (await db.Requests.AsNoTracking().Where(made => made.FormKey == form.Key).Select(made => new { made.Id, made.Number }).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return new Registered(before.Id, before.Number, code, IsNew: false);
        }

        var place = await db.NextRequestAsync(form.AgencyId, arrivedOn.Year, cancellation);
        var request = new Request
        {
            Id = place.Id,
            AgencyId = form.AgencyId,
            Number = NumberOf(arrivedOn.Year, place.Number),
            Kind = form.Kind,
            Channel = channel,
            ArrivedOn = arrivedOn,
            ApplicantKind = form.ApplicantKind,
            ApplicantLabel = Applicant.LabelOf(form.Applicant.Name.Trim(), form.ApplicantKind == ApplicantKind.Natural),
            ApplicantKey = await seal.KeyOfAsync(form.Applicant.IdentityNumber.Length > 0 ? form.Applicant.IdentityNumber : form.Applicant.Name, cancellation),
            Wanted = form.Wanted.Trim(),
            DocumentNumber = string.IsNullOrWhiteSpace(form.DocumentNumber) ? null : form.DocumentNumber.Trim(),
            Features = string.IsNullOrWhiteSpace(form.Features) ? null : form.Features.Trim(),
            Carrier = form.Carrier,
            Supply = form.Supply,
            ParentId = parentId,
            FormKey = form.Key,
            QueryHash = QueryCode.HashOf(code),
            CreatedAt = time.GetUtcNow(),
            CreatedBy = actor.AccountId == Guid.Empty ? null : actor.AccountId,
        };
        db.Requests.Add(request);
        db.RequestApplicants.Add(new SealedApplicant { RequestId = request.Id, Sealed = seal.Seal(form.Applicant) });
        db.RequestItems.Add(new RequestItem { RequestId = request.Id, Number = 1, Wanted = request.Wanted });
        var hand = await desk.InHandAsync(request, [], cancellation);
        await desk.RecordAsync(
            hand, RequestTaken.Done(RequestStepKind.Registered, null, [.. EventsOf(form.Kind, channel, arrivedOn, confirmedOn)]), actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        return new Registered(request.Id, request.Number, code, IsNew: true);
    }

    internal static IEnumerable<RequestEvent> EventsOf(RequestKind kind, IntakeChannel channel, DateOnly arrivedOn, DateOnly? confirmedOn)
    {
        if (DayOfReceipt.NeedsConfirmation(channel))
        {
            yield return RequestEvent.Arrived(arrivedOn);
        }

        if (DayOfReceipt.Of(channel, arrivedOn, confirmedOn) is { } receivedOn)
        {
            yield return ReceivedOf(kind, receivedOn);
        }
    }

    internal static RequestEvent ReceivedOf(RequestKind kind, DateOnly on) => kind switch
    {
        RequestKind.Disclosure => RequestEvent.Received(on),
        RequestKind.Correction => RequestEvent.CorrectionReceived(on),
    };

    internal async Task<string> NumberAsync(int agencyId, int year, CancellationToken cancellation) =>
        NumberOf(year, await db.NextNumberAsync(agencyId, RunningNumbers.Requests, year, cancellation));

    private static string NumberOf(int year, int number) => FormattableString.Invariant($"{year}-{number:0000}");
}

/// <summary>A request that was registered.</summary>
/// <param name="RequestId">The case.</param>
/// <param name="Number">登记号.</param>
/// <param name="Code">The code with which the applicant follows it.</param>
/// <param name="IsNew">Whether this sending made it.</param>
public sealed record Registered(long RequestId, string Number, string Code, bool IsNew);
