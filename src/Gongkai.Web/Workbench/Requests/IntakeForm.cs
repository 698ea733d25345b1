using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Intake;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>What the clerk at the window fills in.</summary>
public sealed record IntakeForm
{
    /// <summary>Of this filling-in alone: sent twice, it makes one case.</summary>
    public Guid Key { get; init; }

    public int Agency { get; init; }

    public RequestKind Kind { get; init; }

    public IntakeChannel Channel { get; init; }

    [Required(ErrorMessage = "请填写来到的日期。")]
    public DateOnly? ArrivedOn { get; init; }

    public DateOnly? ConfirmedOn { get; init; }

    public ApplicantKind ApplicantKind { get; init; }

    public string? Name { get; init; }

    public string? IdentityKind { get; init; } = IdentityCard.Kind;

    public string? IdentityNumber { get; init; }

    public string? Telephone { get; init; }

    public string? Address { get; init; }

    public string? Postcode { get; init; }

    public string? Email { get; init; }

    public string? Representative { get; init; }

    public string? Contact { get; init; }

    public string? Agent { get; init; }

    public string? AgentIdentityNumber { get; init; }

    public string? Wanted { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Features { get; init; }

    public Carrier Carrier { get; init; }

    public Supply Supply { get; init; } = Supply.Post;

    public IFormFile? Scan { get; init; }

    public RegisterRequest.Command ToCommand() => new(
        new RequestForm
        {
            Key = Key,
            AgencyId = Agency,
            Kind = Kind,
            ApplicantKind = ApplicantKind,
            Applicant = new Applicant
            {
                Name = Line(Name), IdentityKind = Line(IdentityKind), IdentityNumber = Line(IdentityNumber).ToUpperInvariant(), Telephone = Line(Telephone), Address = Line(Address),
                Postcode = Line(Postcode), Email = Line(Email), Representative = Line(Representative), Contact = Line(Contact), Agent = Line(Agent),
                AgentIdentityNumber = Line(AgentIdentityNumber),
            },
            Wanted = Wanted ?? "",
            DocumentNumber = DocumentNumber,
            Features = Features,
            Carrier = Carrier,
            Supply = Supply,
        },
        Channel, ArrivedOn!.Value, DayOfReceipt.NeedsConfirmation(Channel) ? ConfirmedOn : null);

    /// <summary>Which day is the day of receipt on a channel, as one chooses it.</summary>
    public static string ExplanationOf(IntakeChannel channel) => channel switch
    {
        IntakeChannel.Counter => "递交当天就是收到申请之日",
        IntakeChannel.SignedPost => "签收当天就是收到申请之日（EMS、挂号信）",
        IntakeChannel.PlainPost => "没有人签收的信：当天和申请人联系，确认之日为收到申请之日",
        IntakeChannel.Online => "双方确认之日为收到申请之日",
        IntakeChannel.Fax => "双方确认之日为收到申请之日",
        IntakeChannel.Email => "双方确认之日为收到申请之日",
        IntakeChannel.Oral => "书写有困难的，由窗口代填，申请人签字当天为收到申请之日",
    };

    /// <summary>Where a fault stands and what to do about it.</summary>
    public static (string Field, string Sentence) Explain(RequestFault fault) => fault switch
    {
        RequestFault.NameMissing => ("Input.Name", "请填写申请人的姓名或者名称。"),
        RequestFault.IdentityNumberMissing => ("Input.IdentityNumber", "请填写证件号码。"),
        RequestFault.IdentityNumberWrong => ("Input.IdentityNumber", "证件号码不对，请核对。"),
        RequestFault.TelephoneWrong => ("Input.Telephone", "电话号码不对，请核对。"),
        RequestFault.ContactMissing => ("Input.Contact", "请填写联系人。"),
        RequestFault.EmailWrong => ("Input.Email", "电子邮件地址不对，请核对。"),
        RequestFault.AddressMissing => ("Input.Address", "要邮寄的，请填写地址。"),
        RequestFault.WantedMissing => ("Input.Wanted", "请写申请要什么信息。"),
        RequestFault.WantedTooLong => ("Input.Wanted", "内容太长，最多 4000 字；附上扫描件就可以。"),
        RequestFault.LineTooLong => ("Input.Name", "有一项超过 200 个字，请缩短。"),
        RequestFault.ArrivalInFuture => ("Input.ArrivedOn", "来到和确认的日期不能晚于今天。"),
        RequestFault.ArrivalOutOfRange => ("Input.ConfirmedOn", "确认的日期不能早于来到的日期，请核对。"),
        RequestFault.AgencyUnknown => ("Input.Agency", "请选择受理的机关。"),
        RequestFault.CorrectionMissing => ("Input.Features", "请写明记录哪里不准确、应当是什么。"),
        RequestFault.ProofMissing => ("Input.Scan", "请附上证据。"),
        RequestFault.FileRefused => ("Input.Scan", RequestWords.Sentence(RequestRefusal.FileRefused)),
    };

    private static string Line(string? text) => text?.Trim() ?? "";
}
