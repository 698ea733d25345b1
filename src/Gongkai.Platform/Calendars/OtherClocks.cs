using Gongkai.Platform.Complaints;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Calendars;

/// <summary>The periods that run beside those of requests: complaints, documents, letters.</summary>
public sealed class OtherClocks(ComplaintDesk complaints, DocumentDesk documents, LetterClock letters)
{
    internal async Task RenewAsync(CancellationToken cancellation)
    {
        await complaints.RenewAsync(cancellation);
        await documents.RenewDueDaysAsync(cancellation);
        await letters.RenewAsync(cancellation);
    }
}
