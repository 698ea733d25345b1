using Gongkai.Platform.Accounts;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Reminds, every morning, the clerk and the head of each agency whose report is still with it as a due day comes near, and every week once the statutory day has passed.</summary>
public sealed class FilingReminders(GongkaiDb db, Outbox outbox, InstallationSettings settings, TimeProvider time) : IJobHandler
{
    public const string Kind = "filings.remind";

    private const int ReportEvery = 50;
    private const int DaysInAWeek = 7;

    private static readonly FilingState[] StillWithTheAgency = [FilingState.Draft, FilingState.InReview, FilingState.Signed, FilingState.Returned];

    public async Task RunAsync(RunningJob job, CancellationToken cancellation)
    {
        var today = time.Today();
        var days = (await settings.ReadAsync<CampaignDefaults>(CampaignDefaults.Setting, cancellation) ?? new CampaignDefaults()).ReminderDays;
        var reminders = (await OutstandingAsync(today, cancellation))
            .SelectMany(outstanding => RemindersOf(outstanding, today, days).Select(reminder => (outstanding, reminder))).ToList();
        for (var index = 0; index < reminders.Count; index++)
        {
            await RemindAsync(reminders[index].outstanding, reminders[index].reminder, today, cancellation);
            if ((index + 1) % ReportEvery == 0 || index + 1 == reminders.Count)
            {
                await job.ReportAsync(index + 1, reminders.Count, cancellation);
            }
        }
    }

    private Task<List<Outstanding>> OutstandingAsync(DateOnly today, CancellationToken cancellation) => (
        from campaign in db.Campaigns.AsNoTracking()
        join member in db.CampaignMembers.AsNoTracking() on campaign.Id equals member.CampaignId
        join found in db.Filings.AsNoTracking() on new { member.AgencyId, campaign.Year } equals new { found.AgencyId, found.Year } into filings
        from filing in filings.DefaultIfEmpty()
        where campaign.ClosedAt == null && campaign.OpensOn <= today
            && (filing == null || (StillWithTheAgency.Contains(filing.State) && filing.PublishedVersion == null))
        orderby campaign.Id, member.AgencyId
        select new Outstanding(campaign.Id, campaign.Year, member.AgencyId, campaign.InternalDueOn, member.StatutoryDueOn)).ToListAsync(cancellation);

    /// <summary>A day that was missed while the program stood still is made up for: what counts is the nearest mark that has been reached.</summary>
    private static IEnumerable<Reminder> RemindersOf(Outstanding outstanding, DateOnly today, IReadOnlyList<int> days)
    {
        foreach (var due in new[] { outstanding.InternalDueOn, outstanding.StatutoryDueOn }.OfType<DateOnly>().Distinct())
        {
            var left = due.DayNumber - today.DayNumber;
            var isStatutory = due == outstanding.StatutoryDueOn;
            if (left >= 0 && days.Where(day => day >= left).Order().Select(day => (int?)day).FirstOrDefault() is { } mark)
            {
                yield return new Reminder(due, isStatutory, mark);
            }
            else if (left < 0 && isStatutory)
            {
                yield return new Reminder(due, isStatutory, -((-left - 1) / DaysInAWeek) - 1);
            }
        }
    }

    private async Task RemindAsync(Outstanding outstanding, Reminder reminder, DateOnly today, CancellationToken cancellation)
    {
        var text = TextOf(outstanding.Year, reminder, today);
        var key = $"remind/{outstanding.CampaignId}/{outstanding.AgencyId}/{reminder.DueOn:yyyy-MM-dd}/{reminder.Mark}";
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var people = await (
            from post in db.PostsHeld(today)
            where post.AgencyId == outstanding.AgencyId && (post.Role == Role.Clerk || post.Role == Role.Head)
            select post.AccountId).Distinct().ToListAsync(cancellation);
        foreach (var person in people)
        {
            await outbox.TellAsync(new Message(person, $"{outstanding.Year} 年政府信息公开年报还没有报送", text, "/work/filings", key), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private static string TextOf(int year, Reminder reminder, DateOnly today)
    {
        var left = reminder.DueOn.DayNumber - today.DayNumber;
        var limit = $"{(reminder.IsStatutory ? "法定期限" : "主管部门要求的期限")}是 {reminder.DueOn.Month} 月 {reminder.DueOn.Day} 日";
        var when = left switch
        {
            > 0 => $"还有 {left} 天",
            0 => "就是今天",
            _ => $"已经过了 {-left} 天",
        };
        return $"{year} 年政府信息公开工作年度报告还没有报送。{limit}，{when}，请尽快完成并报送。";
    }

    private sealed record Outstanding(int CampaignId, int Year, int AgencyId, DateOnly? InternalDueOn, DateOnly StatutoryDueOn);

    /// <param name="DueOn">The day.</param>
    /// <param name="IsStatutory">Whether it is the one of the law.</param>
    /// <param name="Mark">How many days before it this reminder stands for; below zero, which week after it.</param>
    private sealed record Reminder(DateOnly DueOn, bool IsStatutory, int Mark);
}
