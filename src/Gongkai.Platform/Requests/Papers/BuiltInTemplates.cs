using System.Collections.Immutable;
using Gongkai.Law.Requests;
using Gongkai.Reports.Writing;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>The templates that the program brings: Word files with fields in double braces, which an administrator may take, edit and put back.</summary>
internal static class BuiltInTemplates
{
    private const string Opening = "本机关于{{收到日期}}收到您（单位）提交的政府信息公开申请（登记号：{{登记号}}），申请内容为：“{{申请内容}}”。";

    /// <summary>The template of a paper as a Word file.</summary>
    public static byte[] Of(Paper paper)
    {
        using var file = new MemoryStream();
        new OfficialDocument(PaperWords.Of(paper), Blocks(paper)).Write(file);
        return file.ToArray();
    }

    private static ImmutableArray<OfficialBlock> Blocks(Paper paper) => paper switch
    {
        Paper.Application => [Form("申请人", "申请人类型", "证件", "联系方式", "代理人", "申请内容", "获取形式", "提交方式", "收到日期", "登记号"), .. Signed],
        Paper.Receipt =>
        [
            Form("登记号", "申请人", "提交方式", "收到日期", "申请内容", "获取形式", "答复期限", "联系电话", "联系地址"),
            Body("答复期限从收到申请之日的次日起计算，只计工作日。需要补正、征求意见或者延长期限的，本机关将另行告知。"),
            .. Signed,
        ],
        Paper.ClarificationNotice => Letter(
            Opening,
            "经审查，您（单位）的申请内容不够明确或者缺少应当填写的事项。根据《中华人民共和国政府信息公开条例》第三十条的规定，请补正下列内容：",
            "{{补正内容}}",
            "请自收到本告知书之日起{{补正天数}}个工作日内补正。无正当理由逾期不补正的，视为放弃申请，本机关不再处理。本机关收到补正后的申请之日起，答复期限重新计算。"),
        Paper.ReasonNotice => Letter(
            Opening,
            "根据《中华人民共和国政府信息公开条例》第三十五条的规定，您（单位）申请公开政府信息的数量、频次明显超过合理范围，请说明理由：",
            "{{理由要求}}",
            "理由不合理或者逾期没有说明的，本机关将告知不予处理；理由合理但无法在法定期限内答复的，本机关将确定延迟答复的合理期限并告知您（单位）。"),
        Paper.ExtensionNotice => Letter(
            Opening,
            "因{{延长理由}}，不能在二十个工作日内答复。根据《中华人民共和国政府信息公开条例》第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长{{延长天数}}个工作日，至{{答复期限}}止。"),
        Paper.ThirdPartyConsultation => Consultation(
            "有申请人向本机关申请公开下列政府信息：{{申请内容}}",
            "所申请的信息涉及你方的商业秘密、个人隐私等权益。根据《中华人民共和国政府信息公开条例》第三十二条的规定，请自收到本意见书之日起十五个工作日内书面提出是否同意公开的意见；不同意公开的，请说明理由。",
            "逾期没有提出意见的，由本机关依照条例的规定决定是否公开。"),
        Paper.AgencyConsultation => Consultation(
            "有申请人向本机关申请公开下列政府信息：{{申请内容}}",
            "该信息由本机关与你机关共同制作，或者涉及你机关。根据《中华人民共和国政府信息公开条例》第三十四条的规定，请自收到本意见书之日起十五个工作日内提出意见。逾期没有提出意见的，视为同意公开。"),
        Paper.ConsultationNotice => Letter(
            Opening,
            "所申请的信息需要征求{{征求对象}}的意见。根据《中华人民共和国政府信息公开条例》第三十三条第三款的规定，征求意见所需的时间不计算在答复期限内。"),
        Paper.FeeNotice => Letter(
            Opening,
            "根据《中华人民共和国政府信息公开条例》第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关对该申请收取信息处理费{{金额}}元。计算方法为：{{收费计算}}。",
            "请自收到本通知书的次日起二十个工作日内缴纳。逾期没有缴纳的，视为放弃申请，本机关不再处理。缴清费用后，答复期限从次日起重新计算。"),
        Paper.ThirdPartyNotice => [Number, Addressee("{{征求对象}}："), Body("{{告知第三方}}"), Body("{{救济途径}}"), .. Signed],
        Paper.ProofOfService => [Form("登记号", "申请人", "文号", "送达情况"), Body("收件人（签名或者盖章）：                    年    月    日"), Body("送达人：                    见证人："), .. Signed],
        Paper.ApprovalSheet => [Form("登记号", "申请人", "收到日期", "答复期限", "申请内容", "办理经过", "处理决定", "审批意见"), .. Signed],
        Paper.SearchRecord => [Form("登记号", "申请内容", "检索记录"), .. Signed],
        Paper.DossierList => [Form("登记号", "申请人", "收到日期", "申请内容", "归档清单"), .. Signed],
        Paper.Granting or Paper.PartlyGranting or Paper.Withholding or Paper.Unavailable or Paper.NotProcessing or Paper.Ending or Paper.InquiryPointing or Paper.Correction =>
            [Number, Addressee("{{申请人}}："), Body(Opening), Body("{{办理经过}}"), Body("经研究，答复如下："), Body("{{处理决定}}"), Body("{{救济途径}}"), .. Contact, .. Signed],
    };

    private static ImmutableArray<OfficialBlock> Letter(params ReadOnlySpan<string> paragraphs) => [Number, Addressee("{{申请人}}："), .. Bodies(paragraphs), .. Contact, .. Signed];

    private static ImmutableArray<OfficialBlock> Consultation(params ReadOnlySpan<string> paragraphs) => [Number, Addressee("{{征求对象}}："), .. Bodies(paragraphs), .. Contact, .. Signed];

    private static ImmutableArray<OfficialBlock> Bodies(ReadOnlySpan<string> paragraphs)
    {
        var bodies = ImmutableArray.CreateBuilder<OfficialBlock>(paragraphs.Length);
        foreach (var paragraph in paragraphs)
        {
            bodies.Add(Body(paragraph));
        }

        return bodies.ToImmutable();
    }

    private static OfficialBlock.Line Number => new(OfficialStyle.Number, "{{文号}}");

    private static OfficialBlock[] Contact => [Body("联系电话：{{联系电话}}。联系地址：{{联系地址}}。")];

    private static OfficialBlock[] Signed => [Body(""), new OfficialBlock.Line(OfficialStyle.Signature, "{{机关}}"), new OfficialBlock.Line(OfficialStyle.Signature, "{{日期}}")];

    private static OfficialBlock.Line Addressee(string text) => new(OfficialStyle.Addressee, text);

    private static OfficialBlock.Line Body(string text) => new(OfficialStyle.Body, text);

    private static OfficialBlock.Form Form(params ReadOnlySpan<string> fields)
    {
        var rows = ImmutableArray.CreateBuilder<(string, string)>(fields.Length);
        foreach (var field in fields)
        {
            rows.Add((field, $"{{{{{field}}}}}"));
        }

        return new OfficialBlock.Form(rows.ToImmutable());
    }
}
