using System.Globalization;
using System.Xml;
using Gongkai.Law.Fees;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>What the fields of a paper are filled with, out of the case alone.</summary>
internal static class PaperFields
{
    private const string SeeGuide = "见本机关政府信息公开指南";

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Paper paper, PaperFacts facts, string? number)
    {
        var sheet = facts.Sheet;
        var row = sheet.Row;
        var applicant = facts.Applicant;
        var answer = sheet.Timeline.Answer;
        var isPerson = row.ApplicantKind == ApplicantKind.Natural;
        var fields = new Dictionary<string, IReadOnlyList<string>>
        {
            ["机关"] = [row.AgencyName],
            ["文号"] = Some(number),
            ["申请人"] = [applicant.Name],
            ["申请人类型"] = [RequestWords.Of(row.ApplicantKind)],
            ["证件"] = [$"{applicant.IdentityKind} {Masked(applicant.IdentityNumber)}".Trim()],
            ["联系方式"] = [string.Join('，', new[] { isPerson ? "" : applicant.Contact, applicant.Telephone, applicant.Email, applicant.Address, applicant.Postcode }.Where(part => part.Length > 0))],
            ["代理人"] = [applicant.Agent.Length > 0 ? applicant.Agent : "无"],
            ["登记号"] = [row.Number],
            ["提交方式"] = [RequestWords.Of(row.Channel)],
            ["收到日期"] = [sheet.Timeline.ReceivedOn is { } received ? Day(received) : "待确认"],
            ["申请内容"] = [.. Lines(string.Join("；", new[] { row.Wanted, sheet.DocumentNumber, sheet.Features }.Where(part => part is { Length: > 0 })))],
            ["获取形式"] = [$"{RequestWords.Of(sheet.Carrier)}，{RequestWords.Of(sheet.Supply)}"],
            ["办理经过"] = History(sheet),
            ["答复期限"] = [answer?.LastDay is { } last ? Day(last) : "待申请人补正或者缴费后重新计算"],
            ["补正内容"] = NoteOf(sheet, RequestEventKind.ClarificationAsked),
            ["补正天数"] = [(Last(sheet, RequestEventKind.ClarificationAsked)?.Event.Days ?? 0).ToString(CultureInfo.InvariantCulture)],
            ["理由要求"] = [.. NoteOf(sheet, RequestEventKind.ReasonAsked), .. Last(sheet, RequestEventKind.ReasonAsked)?.Event.DueOn is { } due ? [$"请于{Day(due)}前书面说明。"] : Array.Empty<string>()],
            ["延长天数"] = [(Last(sheet, RequestEventKind.ExtensionNotified)?.Event.Days ?? 0).ToString(CultureInfo.InvariantCulture)],
            ["延长理由"] = [ReasonOf(Last(sheet, RequestEventKind.ExtensionNotified)?.Note)],
            ["征求对象"] = [string.Join('、', sheet.Parties.Where(party => paper is Paper.ConsultationNotice || party.IsAgency == (paper == Paper.AgencyConsultation)).Select(party => party.Name))],
            ["告知第三方"] = NoteOf(sheet, RequestEventKind.ThirdPartyInformed),
            ["处理决定"] = Decision(sheet),
            ["遮盖清单"] = [.. Covered(sheet).SelectMany(file => MarkList.Lines(file.Marks))],
            ["收费计算"] = sheet.Fee is { } fee ? [Reckoning(fee)] : [],
            ["金额"] = sheet.Fee is { } owed ? [owed.Amount.ToString(CultureInfo.InvariantCulture)] : [],
            [PaperWords.Remedy] = RemedyText.Of(Remedies.OfPaper(paper), facts.Bodies, sheet.Supply == Supply.Online),
            ["检索记录"] = [.. sheet.Searches.Select(search => $"{Day(search.SearchedOn)}，{search.RecordedByName}在{search.Systems}以“{search.Words}”检索，结果：{search.Found}")],
            ["审批意见"] = [.. sheet.Steps.Where(IsOpinion).Select(step => $"{step.At.InBeijing():yyyy-MM-dd HH:mm} {step.ActorName} {RequestWords.Of(step.Step)}{(step.Note is null ? "" : $"：{step.Note}")}")],
            ["送达情况"] = [.. sheet.Papers.Where(made => made.Way is not null).Select(made => $"{PaperWords.Of(made.Paper)}，{RequestWords.Of(made.Way!.Value)}，{Day(made.SentOn!.Value)}{(made.Proof is null ? "" : $"，{made.Proof}")}")],
            ["归档清单"] = [.. sheet.Papers.Select(made => $"{PaperWords.Of(made.Paper)}{(made.Number is null ? "" : $"（{made.Number}）")}").Concat(sheet.Files.Select(file => file.Name)).Select((name, index) => $"{index + 1}. {name}")],
            ["联系电话"] = [facts.Telephone ?? SeeGuide],
            ["联系地址"] = [facts.Address ?? SeeGuide],
            ["日期"] = [Day(facts.Today)],
        };
        return fields.ToDictionary(field => field.Key, field => (IReadOnlyList<string>)[.. field.Value.Select(Clean)]);
    }

    private static string[] Decision(RequestSheet sheet)
    {
        var decided = sheet.Items.Where(item => item.Outcome is not null).ToList();
        return [.. decided.SelectMany((item, index) => Item(item, decided.Count > 1 ? $"{index + 1}. " : "")), .. Covered(sheet).Select(file => $"提供的文件中依法遮盖 {file.Marks.Count} 处：{MarkList.Summary(file.Marks)}。")];
    }

    /// <summary>What goes to the applicant with places covered.</summary>
    private static IEnumerable<FileView> Covered(RequestSheet sheet) => sheet.Files.Where(file => file is { Purpose: FilePurpose.Supplied, Marks.Count: > 0 });

    private static IEnumerable<string> Item(ItemView item, string number)
    {
        var rule = OutcomeRule.Of(item.Outcome!.Value);
        var basis = rule.Article is { } article ? $"根据《中华人民共和国政府信息公开条例》{article}的规定，" : "";
        var wanted = number.Length > 0 ? $"关于“{item.Wanted}”，" : "";
        yield return $"{number}{wanted}{basis}{Sentence(rule.Outcome)}";
        if (item.Reason is { } reason)
        {
            yield return $"理由：{reason}";
        }

        if (item.Supplied is { } supplied)
        {
            yield return $"{(rule.Outcome == Outcome.AlreadyPublic ? "获取方式和途径：" : "提供的信息：")}{supplied}";
        }
    }

    private static string Sentence(Outcome outcome) => outcome switch
    {
        Outcome.AlreadyPublic => "所申请的政府信息已经主动公开。",
        Outcome.Granted => "所申请的政府信息予以公开。",
        Outcome.PartlyGranted => "所申请的政府信息予以部分公开，能够作区分处理的部分提供给您（单位）。",
        Outcome.StateSecret => "所申请的政府信息依法确定为国家秘密，不予公开。",
        Outcome.ProhibitedByLaw => "所申请的政府信息属于法律、行政法规禁止公开的政府信息，不予公开。",
        Outcome.SecurityAndStability => "所申请的政府信息公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开。",
        Outcome.ThirdPartyRights => "所申请的政府信息涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害，不予公开。",
        Outcome.InternalAffairs => "所申请的政府信息属于内部事务信息，不予公开。",
        Outcome.ProcessInformation => "所申请的政府信息属于过程性信息，不予公开。",
        Outcome.EnforcementFile => "所申请的政府信息属于行政执法案卷信息，不予公开。",
        Outcome.AdministrativeInquiry => "所申请的信息，有关法律、行政法规对其获取有专门规定，请依照该规定办理。",
        Outcome.NotHeld => "经检索，没有所申请的政府信息，该信息不存在。",
        Outcome.OtherAgency => "所申请的政府信息不属于本机关负责公开。",
        Outcome.NeedsCreation => "所申请的信息需要对现有政府信息进行加工、分析，本机关不予提供。",
        Outcome.StillUnclear => "经补正，申请内容仍不明确，本机关无法提供。",
        Outcome.Petition => "所提申请属于信访、投诉、举报等事项，不作为政府信息公开申请处理，请通过相应渠道提出。",
        Outcome.Repeated => "就同一政府信息，本机关此前已作出答复，不予重复处理。",
        Outcome.Publication => "所申请的内容属于公开出版物，请通过相应途径获取。",
        Outcome.Excessive => "申请数量、频次明显超过合理范围，所说明的理由不合理，本机关不予处理。",
        Outcome.Reissue => "所提申请是要求确认或者重新出具已经获取的政府信息，本机关不予处理。",
        Outcome.ClarificationOverdue => "逾期没有补正，且没有正当理由，视为放弃申请，本机关不再处理。",
        Outcome.FeeOverdue => "逾期没有缴纳信息处理费，视为放弃申请，本机关不再处理。",
        Outcome.OtherwiseEnded => "本次申请的处理终止。",
    };

    private static string[] History(RequestSheet sheet) =>
    [
        .. from happened in sheet.Events
           where happened.RetractedAt is null
           let text = happened.Event.Kind switch
           {
               RequestEventKind.ClarificationAsked => $"{Day(happened.Event.On)}，本机关告知补正。",
               RequestEventKind.ClarificationSupplied => $"{Day(happened.Event.On)}，本机关收到补正后的申请。",
               RequestEventKind.ThirdPartyAsked or RequestEventKind.AgencyAsked => $"{Day(happened.Event.On)}，本机关征求有关方面的意见。",
               RequestEventKind.ExtensionNotified => $"{Day(happened.Event.On)}，本机关告知延长答复期限{happened.Event.Days}个工作日。",
               RequestEventKind.FeePaid => $"{Day(happened.Event.On)}，您（单位）缴清信息处理费。",
               _ => null,
           }
           where text is not null
           select text,
    ];

    private static string Reckoning(FeeView fee) => fee.Scale == FeeScale.ByCount
        ? $"按件计收，本自然月内第{fee.Ordinal}件申请，应收{fee.Amount}元"
        : $"按量计收，共{fee.Pages}页，超过30页的部分分档计算，应收{fee.Amount}元";

    private static bool IsOpinion(StepView step) =>
        step.Step is RequestStepKind.Drafted or RequestStepKind.SentToReview or RequestStepKind.LegalityApproved or RequestStepKind.SecrecyApproved or RequestStepKind.SentBack or RequestStepKind.Signed;

    private static EventView? Last(RequestSheet sheet, RequestEventKind kind) => sheet.Events.LastOrDefault(happened => happened.Event.Kind == kind && happened.RetractedAt is null);

    private static string[] NoteOf(RequestSheet sheet, RequestEventKind kind) => [.. Lines(Last(sheet, kind)?.Note ?? "")];

    private static string ReasonOf(string? note) => note?.Split('：', 2) is [_, var reason] ? reason.TrimEnd('。') : note ?? "";

    private static IEnumerable<string> Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string[] Some(string? text) => text is { Length: > 0 } ? [text] : [];

    private static string Masked(string number) => number.Length > 8 ? $"{number[..3]}{new string('*', number.Length - 7)}{number[^4..]}" : number;

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    private static string Clean(string text) => string.Concat(text.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
}

/// <summary>A case with what its papers need beside it.</summary>
internal sealed record PaperFacts(RequestSheet Sheet, Applicant Applicant, RemedyBodies Bodies, string? Telephone, string? Address, DateOnly Today);
