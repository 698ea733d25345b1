using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>Tells by when an agency would have to answer a request that is sent today.</summary>
public sealed class RequestReckoning(Calendars.Calendars calendars, RequestRules rules, TimeProvider time)
{
    public async Task<Reckoning> OfAsync(int agencyId, CancellationToken cancellation) =>
        Reckoning.Of(time.Today(), await calendars.OfAsync(agencyId, cancellation), await rules.ReadAsync(cancellation));
}
