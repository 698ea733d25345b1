using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Operations;

/// <summary>Clears away, once a day, what has served its purpose. The audit trail, filings and files are never touched.</summary>
public sealed class Retention(GongkaiDb db, TimeProvider time) : IJobHandler
{
    public const string Kind = "retention.clean";

    private static readonly TimeSpan FinishedJobs = TimeSpan.FromDays(30);
    private static readonly TimeSpan FailedJobs = TimeSpan.FromDays(180);
    private static readonly TimeSpan SentMails = TimeSpan.FromDays(90);
    private static readonly TimeSpan UnsentMails = TimeSpan.FromDays(180);
    private static readonly TimeSpan ReadNotifications = TimeSpan.FromDays(180);
    private static readonly TimeSpan Answers = TimeSpan.FromDays(30);
    private static readonly TimeSpan AllNotifications = TimeSpan.FromDays(730);

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Jobs.Where(row => (row.State == JobState.Succeeded && row.FinishedAt < now - FinishedJobs)
                || ((row.State == JobState.Failed || row.State == JobState.Cancelled) && row.FinishedAt < now - FailedJobs))
            .ExecuteDeleteAsync(cancellation);
        await job.ReportAsync(1, 4, cancellation);
        await db.Mails.Where(mail => mail.SentAt < now - SentMails || (mail.SentAt == null && mail.CreatedAt < now - UnsentMails)).ExecuteDeleteAsync(cancellation);
        await job.ReportAsync(2, 4, cancellation);
        await db.Notifications.Where(told => told.ReadAt < now - ReadNotifications || told.CreatedAt < now - AllNotifications).ExecuteDeleteAsync(cancellation);
        await job.ReportAsync(3, 4, cancellation);
        await db.Database.ExecuteSqlAsync($"DELETE FROM kept_answers WHERE begun_at < {now - Answers}", cancellation);
        await job.ReportAsync(4, 4, cancellation);
    }
}
