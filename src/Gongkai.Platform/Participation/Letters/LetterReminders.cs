using Gongkai.Platform.Jobs;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>Tells, every morning, who is in charge of a letter that its day comes near: with one and no working days left, and once when it has gone by.</summary>
public sealed class LetterReminders(GongkaiDb db, Calendars.Calendars calendars, LetterTidings tidings, TimeProvider time) : IJobHandler
{
    public const string Kind = "letters.remind";

    /// <summary>Further than the longest holiday: nothing that is due later is near.</summary>
    private const int FarthestDays = 20;

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var today = time.Today();
        var farthest = today.AddDays(FarthestDays);
        var seen = 0;
        await foreach (var letter in Portions.ReadAsync(
            last => db.Letters.AsNoTracking().Where(letter => letter.Id > last && letter.AnsweredOn == null && letter.DueOn <= farthest).OrderBy(letter => letter.Id), letter => letter.Id, cancellation))
        {
            seen++;
            var left = (await calendars.OfAsync(letter.AgencyId, cancellation)).Between(today, letter.DueOn);
            if (left > 1)
            {
                continue;
            }

            var (mark, when) = left switch
            {
                < 0 => ("late", $"已于 {letter.DueOn:yyyy-MM-dd} 到期"),
                0 => ("today", "今天到期"),
                _ => ("near", $"{letter.DueOn:yyyy-MM-dd} 到期，还剩 {left} 个工作日"),
            };
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await tidings.TellAsync(letter, $"{letter.Number} 还没有答复，{when}，请尽快办理。", FormattableString.Invariant($"{letter.DueOn:yyyy-MM-dd}/{mark}"), cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await job.ReportAsync(seen, seen, cancellation);
    }
}
