using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Complaints;

/// <summary>
/// Tells, every morning, who looks into a complaint that its day comes near: at three and no working days left, and once when it has gone by. Where nobody
/// is in charge of it, all who answer at the authority are told.
/// </summary>
public sealed class ComplaintReminders(GongkaiDb db, Calendars.Calendars calendars, Outbox outbox, TimeProvider time) : IJobHandler
{
    public const string Kind = "complaints.remind";

    private const int NearAt = 3;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var today = time.Today();
        var seen = 0;
        var open = Portions.ReadAsync(
            last => db.Complaints.AsNoTracking().Where(complaint => complaint.Id > last && !complaint.IsClosed).OrderBy(complaint => complaint.Id)
                .Select(complaint => new { complaint.Id, complaint.Number, complaint.AgencyId, complaint.HandlerId, complaint.DueOn }),
            complaint => complaint.Id, cancellation);
        await foreach (var complaint in open)
        {
            seen++;
            var left = (await calendars.OfAsync(complaint.AgencyId, cancellation)).Between(today, complaint.DueOn);
            if (left > NearAt)
            {
                continue;
            }

            var (mark, when) = left switch
            {
                < 0 => (-1, $"已于 {complaint.DueOn:yyyy-MM-dd} 到期"),
                0 => (0, "今天到期"),
                _ => (NearAt, $"{complaint.DueOn:yyyy-MM-dd} 到期，还剩 {left} 个工作日"),
            };
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var person in await db.ToTellAsync(complaint.AgencyId, complaint.HandlerId, today, cancellation))
            {
                await outbox.TellAsync(
                    new Message(person, $"{complaint.Number} 还没有答复", $"{complaint.Number} 还没有答复，{when}，请尽快办理。", $"/work/complaints/{complaint.Id}", $"complaint/{complaint.Id}/{complaint.DueOn:yyyy-MM-dd}/{mark}"), cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }

        await job.ReportAsync(seen, seen, cancellation);
    }
}
