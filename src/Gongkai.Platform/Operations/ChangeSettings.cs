using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Operations;

/// <summary>Changes the settings of the installation.</summary>
public sealed class ChangeSettings(GongkaiDb db, InstallationSettings settings, AuditTrail audit)
{
    private const int LongestText = 200;
    private const int LongestReminder = 60;
    private const int MostComplaintDays = 120;
    private const int LeastYears = 5;
    private const int MostYears = 100;

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return new Result(Refusal.NotAllowed, []);
        }

        if (FaultsOf(command) is { Count: > 0 } faults)
        {
            return new Result(Refusal.Wrong, faults);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await ChangeAsync(SiteSettings.Setting, command.Site, actor, cancellation);
        await ChangeAsync(CampaignDefaults.Setting, command.Campaign, actor, cancellation);
        if (command.Complaints is { } complaints)
        {
            await ChangeAsync(ComplaintRules.Setting, complaints, actor, cancellation);
        }

        if (command.Participation is { } participation)
        {
            await ChangeAsync(ParticipationRules.Setting, participation, actor, cancellation);
        }

        if (command.Retention is { } retention)
        {
            await ChangeAsync(RetentionRules.Setting, retention, actor, cancellation);
        }

        if (command.Channels is { } channels)
        {
            await ChangeAsync(ChannelRules.Setting, channels, actor, cancellation);
        }

        if (command.Publishing is { } publishing)
        {
            await ChangeAsync(PublishingRules.Setting, publishing, actor, cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return new Result(null, []);
    }

    private async Task ChangeAsync<TSetting>(string name, TSetting value, Actor actor, CancellationToken cancellation)
        where TSetting : class
    {
        var before = await settings.ReadAsync<TSetting>(name, cancellation);
        await settings.WriteAsync(name, value, cancellation);
        await audit.RecordAsync(actor, agencyId: null, "settings.changed", $"setting/{name}", before, value, cancellation);
    }

    private static List<Fault> FaultsOf(Command command)
    {
        var site = command.Site;
        var campaign = command.Campaign;
        var faults = new List<Fault>();
        if (site.SiteName.Length == 0)
        {
            faults.Add(Fault.SiteNameMissing);
        }

        if (site.SiteIdCode.Length > 0 && !(site.SiteIdCode.Length == 10 && site.SiteIdCode.All(char.IsAsciiLetterOrDigit)))
        {
            faults.Add(Fault.SiteIdCodeNotTen);
        }

        if (new[] { site.SiteName, site.SiteDomain, site.Icp, site.PublicSecurityFiling, site.Organizer, site.Operator, site.Phone, site.Mail, site.Address }.Any(text => text.Length > LongestText))
        {
            faults.Add(Fault.TextTooLong);
        }

        if (campaign.OpensMonth is < 1 or > 12 || campaign.OpensDay < 1 || campaign.OpensDay > 28)
        {
            faults.Add(Fault.OpeningDayWrong);
        }

        if (campaign.InternalDueDay is < 1 or > 31)
        {
            faults.Add(Fault.InternalDueDayWrong);
        }

        if (campaign.ReminderDays.Any(day => day is < 0 or > LongestReminder))
        {
            faults.Add(Fault.ReminderDaysWrong);
        }

        if (command.Complaints?.Days is < 1 or > MostComplaintDays)
        {
            faults.Add(Fault.ComplaintDaysWrong);
        }

        if (command.Participation is { } rules && new[] { rules.FeedbackDays, rules.QuestionDays, rules.LetterDays }.Any(days => days is < 1 or > MostComplaintDays))
        {
            faults.Add(Fault.ParticipationDaysWrong);
        }

        if (command.Retention is { } kept && new[] { kept.Answered, kept.Withheld, kept.Ended, kept.Disputed }.Any(years => years is < LeastYears or > MostYears))
        {
            faults.Add(Fault.RetentionYearsWrong);
        }

        if (command.Channels is { } channels && !(Uri.TryCreate(channels.WeChatAddress, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"))
        {
            faults.Add(Fault.WeChatAddressWrong);
        }

        if (command.Publishing is { } numbers && (NumberTemplate.FaultOf(numbers.IndexNumber) ?? NumberTemplate.FaultOf(numbers.RegisterNumber)) is not null)
        {
            faults.Add(Fault.NumberTemplateWrong);
        }

        if (command.Publishing?.FilingDays is < 1 or > MostComplaintDays)
        {
            faults.Add(Fault.FilingDaysWrong);
        }

        return faults;
    }

    public sealed record Command(SiteSettings Site, CampaignDefaults Campaign)
    {
        /// <summary>Null leaves them as they are.</summary>
        public ComplaintRules? Complaints { get; init; }

        /// <summary>Null leaves them as they are.</summary>
        public ParticipationRules? Participation { get; init; }

        /// <summary>Null leaves them as they are.</summary>
        public RetentionRules? Retention { get; init; }

        /// <summary>Null leaves them as they are.</summary>
        public ChannelRules? Channels { get; init; }

        /// <summary>Null leaves them as they are.</summary>
        public PublishingRules? Publishing { get; init; }
    }

    public sealed record Result(Refusal? Refusal, IReadOnlyList<Fault> Faults);

    public enum Refusal
    {
        NotAllowed,
        Wrong,
    }

    public enum Fault
    {
        SiteNameMissing,
        SiteIdCodeNotTen,
        TextTooLong,
        OpeningDayWrong,
        InternalDueDayWrong,
        ReminderDaysWrong,
        ComplaintDaysWrong,
        ParticipationDaysWrong,
        RetentionYearsWrong,
        WeChatAddressWrong,

        NumberTemplateWrong,
        FilingDaysWrong,
    }
}
