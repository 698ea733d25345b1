using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Intake;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>The form as it is typed.</summary>
public sealed class RequestInput
{
    public static IReadOnlyList<string> PapersOfPersons { get; } =
        [IdentityCard.Kind, "护照", "港澳居民来往内地通行证", "台湾居民来往大陆通行证", "外国人永久居留身份证", "其他有效证件"];

    public Guid Key { get; set; }

    public int Agency { get; set; }

    public RequestKind Kind { get; set; }

    public string? Wanted { get; set; }

    public string? DocumentNumber { get; set; }

    public string? Features { get; set; }

    public Carrier Carrier { get; set; } = Carrier.Electronic;

    public Supply Supply { get; set; } = Supply.Online;

    public ApplicantKind ApplicantKind { get; set; }

    public string? Name { get; set; }

    public string? IdentityKind { get; set; } = IdentityCard.Kind;

    public string? IdentityNumber { get; set; }

    public string? CreditCode { get; set; }

    public string? Representative { get; set; }

    public string? Contact { get; set; }

    public string? Telephone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Agent { get; set; }

    public string? AgentIdentityNumber { get; set; }

    public bool IsCorrection => Kind == RequestKind.Correction;

    public bool IsPerson => ApplicantKind == ApplicantKind.Natural;

    /// <summary>The form as it is sent. What belongs to the other kind of applicant is left out.</summary>
    public RequestForm ToForm() => new()
    {
        Key = Key,
        AgencyId = Agency,
        Kind = Kind,
        ApplicantKind = ApplicantKind,
        Applicant = new Applicant
        {
            Name = Line(Name),
            IdentityKind = IsPerson ? Line(IdentityKind) is { Length: > 0 } kind ? kind : IdentityCard.Kind : IdentityCard.OrganizationKind,
            IdentityNumber = (IsPerson ? Line(IdentityNumber) : Line(CreditCode)).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
            Telephone = Line(Telephone),
            Email = Line(Email),
            Address = Line(Address),
            Postcode = Line(Postcode),
            Representative = IsPerson ? "" : Line(Representative),
            Contact = IsPerson ? "" : Line(Contact),
            Agent = Line(Agent),
            AgentIdentityNumber = Line(AgentIdentityNumber),
        },
        Wanted = Text(Wanted),
        DocumentNumber = Line(DocumentNumber),
        Features = Text(Features),
        Carrier = Carrier,
        Supply = Supply,
    };

    /// <summary>The field that a fault is shown at, and the sentence.</summary>
    public (string Field, string Sentence) PlaceOf(RequestFault fault) => fault switch
    {
        RequestFault.NameMissing => (nameof(Name), IsPerson ? "请填写您的姓名。" : "请填写单位名称。"),
        RequestFault.IdentityNumberMissing => IsPerson ? (nameof(IdentityNumber), "请填写证件号码。") : (nameof(CreditCode), "请填写统一社会信用代码。"),
        RequestFault.IdentityNumberWrong => IsPerson ? (nameof(IdentityNumber), "证件号码不对，请对照证件逐位核对。") : (nameof(CreditCode), "统一社会信用代码不对，请对照证照核对这 18 位。"),
        RequestFault.TelephoneWrong => (nameof(Telephone), "请填写能打通的电话号码，固定电话请加区号。"),
        RequestFault.ContactMissing => (nameof(Contact), "请填写单位的联系人。"),
        RequestFault.EmailWrong => (nameof(Email), "请填写完整的电子邮箱地址，例如 name@example.com。"),
        RequestFault.AddressMissing => (nameof(Address), "选择邮寄的，请填写收件地址。"),
        RequestFault.WantedMissing => (nameof(Wanted), IsCorrection ? "请写明要更正哪一条记录。" : "请写明您要什么信息。"),
        RequestFault.CorrectionMissing => (nameof(Features), "请写明记录哪里不准确、应当是什么。"),
        RequestFault.ProofMissing => ("Files", "请附上能证明记录不准确的材料（《条例》第四十一条）。"),
        RequestFault.WantedTooLong => (nameof(Wanted), "内容太长，请控制在 4000 字以内；更多说明可以作为附件上传。"),
        RequestFault.LineTooLong => ("", "有一栏填得太长，每栏最多 200 个字。"),
        RequestFault.AgencyUnknown => ("", "这个机关现在不受理申请，请重新选择受理机关。"),
        RequestFault.FileRefused => ("Files", $"附件没有收下：只收 PDF、Word、Excel、图片和文本文件，每个不超过 20 MB，最多 {Attachments.MostFiles} 个，而且要通过病毒检查。请去掉其他文件后再提交。"),
        RequestFault.ArrivalInFuture or RequestFault.ArrivalOutOfRange => ("", "日期不对，请刷新页面后再提交。"),
    };

    private static string Line(string? text) => Text(text).ReplaceLineEndings(" ");

    /// <summary>What was typed without letters that nobody types.</summary>
    internal static string Text(string? text) => string.Concat((text ?? "").Where(letter => !char.IsControl(letter) || letter is '\n' or '\r' or '\t')).Trim();
}
