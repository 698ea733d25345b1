using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Accounts;

/// <summary>Ends, every hour, logins whose cookie has long expired, and removes those that ended long ago, with the invitations that nobody took up.</summary>
public sealed class SessionSweep(GongkaiDb db, TimeProvider time) : IJobHandler
{
    public const string Kind = "sessions.sweep";

    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(24);
    private static readonly TimeSpan EndedSessions = TimeSpan.FromDays(180);
    private static readonly TimeSpan ExpiredInvitations = TimeSpan.FromDays(30);

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Sessions.Where(session => session.EndedAt == null && session.LastSeenAt < now - LongestSilence)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, now), cancellation);
        await db.Sessions.Where(session => session.EndedAt < now - EndedSessions).ExecuteDeleteAsync(cancellation);
        await db.Invitations.Where(invitation => invitation.ExpiresAt < now - ExpiredInvitations).ExecuteDeleteAsync(cancellation);
    }
}
