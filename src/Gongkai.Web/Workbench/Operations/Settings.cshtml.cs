using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class SettingsModel(InstallationSettings settings, ChangeSettings change, SiteOptions site) : PageModel
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var set = await settings.ReadAsync<SiteSettings>(SiteSettings.Setting, cancellation) ?? new SiteSettings
        {
            SiteName = site.SiteName, SiteDomain = site.SiteDomain, SiteIdCode = site.SiteIdCode, Icp = site.Icp, PublicSecurityFiling = site.PublicSecurityFiling,
            Organizer = site.Organizer, Operator = site.Operator, Phone = site.Phone, Mail = site.Mail, Address = site.Address,
        };
        Input = Form.Of(set, await settings.ReadAsync<CampaignDefaults>(CampaignDefaults.Setting, cancellation) ?? new CampaignDefaults())
            .With(await settings.ReadAsync<ParticipationRules>(ParticipationRules.Setting, cancellation) ?? new())
            .With(await settings.ReadAsync<ComplaintRules>(ComplaintRules.Setting, cancellation) ?? new(), await settings.ReadAsync<RetentionRules>(RetentionRules.Setting, cancellation) ?? new(), await settings.ReadAsync<PublishingRules>(PublishingRules.Setting, cancellation) ?? new(),
                await settings.ReadAsync<ChannelRules>(ChannelRules.Setting, cancellation) ?? new());
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await change.RunAsync(Input.ToCommand(), HttpContext.Actor(), cancellation);
        foreach (var fault in result.Faults)
        {
            var (field, sentence) = Explain(fault);
            ModelState.AddModelError(field, sentence);
        }

        if (result.Refusal is { } refusal)
        {
            return refusal == ChangeSettings.Refusal.NotAllowed ? Forbid() : Page();
        }

        TempData.Done("设置已保存，公开门户马上按新的设置显示。");
        return RedirectToPage();
    }

    private static (string Field, string Sentence) Explain(ChangeSettings.Fault fault) => fault switch
    {
        ChangeSettings.Fault.SiteNameMissing => ("Input.SiteName", "请填网站名称。"),
        ChangeSettings.Fault.SiteIdCodeNotTen => ("Input.SiteIdCode", "网站标识码是十位数字或字母。"),
        ChangeSettings.Fault.TextTooLong => ("Input.SiteName", "每一项不超过 200 个字。"),
        ChangeSettings.Fault.OpeningDayWrong => ("Input.OpensDay", "开始的月份是 1 到 12，日期是 1 到 28。"),
        ChangeSettings.Fault.InternalDueDayWrong => ("Input.InternalDueDay", "内部截止日是 1 到 31。"),
        ChangeSettings.Fault.ComplaintDaysWrong => ("Input.ComplaintDays", "答复投诉的工作日数是 1 到 120。"),
        ChangeSettings.Fault.ParticipationDaysWrong => ("Input.FeedbackDays", "互动交流的天数是 1 到 120。"),
        ChangeSettings.Fault.NumberTemplateWrong => ("Input.IndexNumber", "索引号、登记编号的格式里要有 {机关}、{年}、{序号}，序号可以写成 {序号:5} 表示五位；格式最多 60 个字。"),
        ChangeSettings.Fault.FilingDaysWrong => ("Input.FilingDays", "备案的工作日数是 1 到 120。"),
        ChangeSettings.Fault.RetentionYearsWrong => ("Input.KeepAnswered", "保管年数是 5 到 100。"),
        ChangeSettings.Fault.WeChatAddressWrong => ("Input.WeChatAddress", "请填完整的网址，以 https:// 或 http:// 开头。"),
        ChangeSettings.Fault.ReminderDaysWrong => ("Input.ReminderDays", "提醒的天数是 0 到 60 的整数，用逗号分开。"),
    };

    public sealed record Form
    {
        [Required(ErrorMessage = "请填网站名称。")]
        public string? SiteName { get; init; }

        public string? SiteDomain { get; init; }

        public string? SiteIdCode { get; init; }

        public string? Icp { get; init; }

        public string? PublicSecurityFiling { get; init; }

        public string? Organizer { get; init; }

        public string? Operator { get; init; }

        public string? Phone { get; init; }

        [EmailAddress(ErrorMessage = "电子邮箱写得不完整。")]
        public string? Mail { get; init; }

        public string? Address { get; init; }

        public int OpensMonth { get; init; }

        public int OpensDay { get; init; }

        public int InternalDueDay { get; init; }

        public string? ReminderDays { get; init; }

        public int ComplaintDays { get; init; }

        public int FeedbackDays { get; init; }

        public int QuestionDays { get; init; }

        public int LetterDays { get; init; }

        public bool BeginsAnewWhenHandedOn { get; init; }

        public int KeepAnswered { get; init; }

        public int KeepWithheld { get; init; }

        public int KeepEnded { get; init; }

        public int KeepDisputed { get; init; }

        public string? WeChatAddress { get; init; }

        public bool MayReachInside { get; init; }

        public string? IndexNumber { get; init; }

        public string? RegisterNumber { get; init; }

        public int FilingDays { get; init; }

        public Form With(ComplaintRules complaints, RetentionRules retention, PublishingRules publishing, ChannelRules channels) => this with
        {
            WeChatAddress = channels.WeChatAddress, MayReachInside = channels.MayReachInside,
            IndexNumber = publishing.IndexNumber, RegisterNumber = publishing.RegisterNumber, FilingDays = publishing.FilingDays,
            ComplaintDays = complaints.Days, KeepAnswered = retention.Answered, KeepWithheld = retention.Withheld, KeepEnded = retention.Ended, KeepDisputed = retention.Disputed,
        };

        public Form With(ParticipationRules rules) => this with
        {
            FeedbackDays = rules.FeedbackDays, QuestionDays = rules.QuestionDays, LetterDays = rules.LetterDays, BeginsAnewWhenHandedOn = rules.BeginsAnewWhenHandedOn,
        };

        public static Form Of(SiteSettings site, CampaignDefaults campaign) => new()
        {
            SiteName = site.SiteName, SiteDomain = site.SiteDomain, SiteIdCode = site.SiteIdCode, Icp = site.Icp, PublicSecurityFiling = site.PublicSecurityFiling,
            Organizer = site.Organizer, Operator = site.Operator, Phone = site.Phone, Mail = site.Mail, Address = site.Address,
            OpensMonth = campaign.OpensMonth, OpensDay = campaign.OpensDay, InternalDueDay = campaign.InternalDueDay, ReminderDays = string.Join(',', campaign.ReminderDays),
        };

        public ChangeSettings.Command ToCommand() => new(
            new SiteSettings
            {
                SiteName = Text(SiteName), SiteDomain = Text(SiteDomain), SiteIdCode = Text(SiteIdCode), Icp = Text(Icp), PublicSecurityFiling = Text(PublicSecurityFiling),
                Organizer = Text(Organizer), Operator = Text(Operator), Phone = Text(Phone), Mail = Text(Mail), Address = Text(Address),
            },
            new CampaignDefaults { OpensMonth = OpensMonth, OpensDay = OpensDay, InternalDueDay = InternalDueDay, ReminderDays = Days(ReminderDays) })
        {
            Complaints = new ComplaintRules { Days = ComplaintDays },
            Participation = new ParticipationRules { FeedbackDays = FeedbackDays, QuestionDays = QuestionDays, LetterDays = LetterDays, BeginsAnewWhenHandedOn = BeginsAnewWhenHandedOn },
            Publishing = new PublishingRules { IndexNumber = Text(IndexNumber), RegisterNumber = Text(RegisterNumber), FilingDays = FilingDays },
            Retention = new RetentionRules { Answered = KeepAnswered, Withheld = KeepWithheld, Ended = KeepEnded, Disputed = KeepDisputed },
            Channels = new ChannelRules { WeChatAddress = string.IsNullOrWhiteSpace(WeChatAddress) ? ChannelRules.WeChatItself : WeChatAddress.Trim(), MayReachInside = MayReachInside },
        };

        private static string Text(string? typed) => typed?.Trim() ?? "";

        /// <summary>What is no number becomes one that the use case refuses.</summary>
        private static List<int> Days(string? typed) =>
        [
            .. (typed ?? "").Split([',', '，', '、', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : -1),
        ];
    }
}
