using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Normative;

/// <summary>Tells the clerks of an agency that a 规范性文件 runs out: once within six months of its last day, and once within one, so that it can be continued in time.</summary>
public sealed class ExpiryReminders(GongkaiDb db, Outbox outbox, TimeProvider time) : IJobHandler
{
    public const string Kind = "documents.expiring";

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var today = time.Today();
        var until = today.AddMonths(NormativeQueries.MonthsBefore);
        var expiring = await db.Publications.AsNoTracking()
            .Where(document => (document.Kind == DocumentKind.NormativeDocument || document.Kind == DocumentKind.Rule) && document.ExpiresOn >= today && document.ExpiresOn <= until && document.RepealedOn == null)
            .OrderBy(document => document.ExpiresOn).ThenBy(document => document.DocumentId).Select(document => new { document.DocumentId, document.AgencyId, document.Title, ExpiresOn = document.ExpiresOn!.Value }).ToListAsync(cancellation);
        foreach (var document in expiring)
        {
            var mark = document.ExpiresOn <= today.AddMonths(1) ? 1 : NormativeQueries.MonthsBefore;
            var clerks = await (
                from post in db.PostsHeld(today)
                where post.AgencyId == document.AgencyId && post.Role == Role.Clerk
                select post.AccountId).Distinct().ToListAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var clerk in clerks)
            {
                await outbox.TellAsync(
                    new Message(
                        clerk, $"《{document.Title}》快到期了", $"《{document.Title}》有效期至 {document.ExpiresOn:yyyy-MM-dd}，到期自动失效。需要继续有效的，请在到期前重新公布或者清理。",
                        $"/work/documents/{document.DocumentId}", $"expiring/{document.DocumentId}/{document.ExpiresOn:yyyy-MM-dd}/{mark}"), cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }

        await job.ReportAsync(expiring.Count, expiring.Count, cancellation);
    }
}
