using Gongkai.Law.Calendar;
using Gongkai.Law.Fees;
using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;

namespace Gongkai.Platform.Demonstration;

/// <summary>Plays what happened to one request of the demonstration, day by day.</summary>
internal sealed class DemonstrationWayScript(WorkingCalendar calendar, DateOnly receivedOn, DateOnly today, DemonstrationStaff staff)
{
    public List<PlayedStep> Steps { get; } = [];

    public List<ItemView> Items { get; } = [];

    public List<SearchView> Searches { get; } = [];

    public List<PartyView> Parties { get; } = [];

    public FeeView? Fee { get; private set; }

    public DeskStep DeskStep { get; private set; }

    public bool IsAssigned { get; private set; }

    public static DateOnly ArrivedOn(DemonstrationCase given, DateOnly receivedOn) =>
        given.Way != DemonstrationWay.Unconfirmed && DayOfReceipt.NeedsConfirmation(given.Channel) ? receivedOn.AddDays(-1) : receivedOn;

    public void Play(DemonstrationCase given)
    {
        var needsConfirmation = DayOfReceipt.NeedsConfirmation(given.Channel);
        var arrived = ArrivedOn(given, receivedOn);
        Take(RequestStepKind.Registered, arrived, staff.Clerk, null, needsConfirmation ? RequestEvent.Arrived(arrived) : RequestEvent.Received(receivedOn));
        if (given.Way == DemonstrationWay.Unconfirmed)
        {
            return;
        }

        if (needsConfirmation)
        {
            Take(RequestStepKind.Confirmed, receivedOn, staff.Clerk, null, RequestEvent.Received(receivedOn));
        }

        if (given.Way == DemonstrationWay.Registered)
        {
            return;
        }

        IsAssigned = true;
        DeskStep = DeskStep.Assigned;
        Take(RequestStepKind.Assigned, Day(1), staff.Clerk, $"党政办，{staff.Clerk}承办");
        Handle(given);
    }

    private void Handle(DemonstrationCase given)
    {
        switch (given.Way)
        {
            case DemonstrationWay.Clarifying:
                Ask(2);
                break;
            case DemonstrationWay.Clarified:
                Ask(2);
                Take(RequestStepKind.ClarificationSupplied, Day(9), staff.Clerk, "写明了要哪几个村的验收表", RequestEvent.ClarificationSupplied(Day(9)));
                break;
            case DemonstrationWay.Consulting:
                Parties.Add(new PartyView(1, false, "青禾县丰登农资经营部", null, null));
                Take(RequestStepKind.PartyAsked, Day(10), staff.Clerk, "向青禾县丰登农资经营部征求意见", RequestEvent.ThirdPartyAsked(Day(10), Day(12)));
                break;
            case DemonstrationWay.ExtensionProposed:
                Take(RequestStepKind.ExtensionProposed, Day(18), staff.Clerk, "提请延长20个工作日：涉及三个施工标段，需要逐份核对");
                break;
            case DemonstrationWay.Extended:
                Take(RequestStepKind.ExtensionProposed, Day(17), staff.Clerk, "提请延长20个工作日：评标资料已移交档案室，需要调阅");
                Take(RequestStepKind.Extended, Day(18), staff.Head, "延长20个工作日：评标资料需要调阅", RequestEvent.ExtensionNotified(Day(18), 20));
                break;
            case DemonstrationWay.Charged:
                Fee = new FeeView(FeeScale.ByVolume, 1, 180, ProcessingFee.OfPages(180), null, null, null);
                Take(RequestStepKind.FeeNoticed, Day(14), staff.Clerk, $"按量计收，180页，{Fee.Amount}元", RequestEvent.FeeNoticed(Day(14), Day(15)));
                break;
            case DemonstrationWay.Assigned or DemonstrationWay.Overdue:
                Search("查到3份，正在核对");
                break;
            case DemonstrationWay.Withdrawn:
                DeskStep = DeskStep.Served;
                Take(RequestStepKind.Withdrawn, Day(6), staff.Clerk, "申请人已从网站查到", RequestEvent.Concluded(Day(6), Outcome.OtherwiseEnded));
                break;
            default:
                Decide(given);
                break;
        }
    }

    private void Decide(DemonstrationCase given)
    {
        var isHeld = given.Way != DemonstrationWay.NotHeld;
        Search(isHeld ? "查到1份" : "没有查到，查阅档案目录和移交清单也没有记载");
        Items.AddRange(ItemsOf(given));
        DeskStep = DeskStep.Drafted;
        Take(RequestStepKind.Drafted, Day(8), staff.Clerk, string.Join('；', Items.Select(item => OutcomeRule.Of(item.Outcome!.Value).Label)));
        if (given.Way == DemonstrationWay.Drafted)
        {
            return;
        }

        Take(RequestStepKind.SentToReview, Day(9), staff.Clerk, null);
        DeskStep = staff.Reviewer is null ? DeskStep.Reviewed : DeskStep.InReview;
        if (given.Way == DemonstrationWay.InReview)
        {
            return;
        }

        if (staff.Reviewer is { } reviewer)
        {
            Take(RequestStepKind.LegalityApproved, Day(10), reviewer, "依据充分", role: Role.FirstReviewer);
            Take(RequestStepKind.SecrecyApproved, Day(11), staff.SecrecyReviewer!, "不涉密", role: Role.SecrecyReviewer);
        }

        DeskStep = DeskStep.Reviewed;
        if (given.Way == DemonstrationWay.Reviewed)
        {
            return;
        }

        DeskStep = DeskStep.Signed;
        Take(RequestStepKind.Signed, Day(12), staff.Head, null, role: Role.Head);
        if (given.Way == DemonstrationWay.Signed)
        {
            return;
        }

        DeskStep = DeskStep.Served;
        var outcome = OutcomeRule.Together([.. Items.Select(item => item.Outcome!.Value)]);
        Take(RequestStepKind.Served, Day(13), staff.Clerk, "邮寄送达，挂号信 XA0000130", RequestEvent.Concluded(Day(13), outcome));
        if (given.DaysAgo > 32)
        {
            DeskStep = DeskStep.Filed;
            Take(RequestStepKind.Filed, Day(16), staff.Clerk, null);
        }
    }

    private static IEnumerable<ItemView> ItemsOf(DemonstrationCase given) => given.Way switch
    {
        DemonstrationWay.Partly =>
        [
            new ItemView(1, given.Wanted, Outcome.Granted, null, "随信附后，共6页"),
            new ItemView(2, "其中农户的姓名和银行账号", Outcome.ThirdPartyRights, "公开会损害农户个人隐私，农户不同意公开", null),
        ],
        DemonstrationWay.Withheld => [new ItemView(1, given.Wanted, Outcome.ProcessInformation, "属于磋商信函和过程稿，没有对外产生效力", null)],
        DemonstrationWay.NotHeld => [new ItemView(1, given.Wanted, Outcome.NotHeld, "经检索，本机关没有制作也没有保存这份信息", null)],
        _ => [new ItemView(1, given.Wanted, Outcome.Granted, null, "随信附后，共4页")],
    };

    private void Ask(int day) => Take(
        RequestStepKind.ClarificationAsked, Day(day), staff.Clerk, "请写明所需文件的名称、年份，或者其他便于查找的特征", RequestEvent.ClarificationAsked(Day(day), Day(day + 1), 10));

    private void Search(string found)
    {
        Searches.Add(new SearchView(Day(3), "公文系统、档案室", "名称、年份和经办科室", found, staff.Clerk));
        Take(RequestStepKind.SearchRecorded, Day(3), staff.Clerk, $"在公文系统、档案室检索：{found}");
    }

    private void Take(RequestStepKind step, DateOnly on, string actor, string? note, RequestEvent? happened = null, Role? role = null) =>
        Steps.Add(new PlayedStep(step, on, actor, note, happened, role));

    /// <summary>The working day of that number after the receipt; never later than the demonstration.</summary>
    private DateOnly Day(int number)
    {
        var day = calendar.Add(receivedOn, number);
        return day < today ? day : today;
    }
}

/// <summary>Who works at an agency of the demonstration.</summary>
internal sealed record DemonstrationStaff(string Clerk, string Head, string? Reviewer, string? SecrecyReviewer);

/// <summary>A step as it was played.</summary>
internal sealed record PlayedStep(RequestStepKind Step, DateOnly On, string Actor, string? Note, RequestEvent? Happened, Role? Role);
