using Gongkai.Law.Requests;
using Gongkai.Platform.Organizations.Codes;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>A request as it was filled in, by the applicant or by the clerk for him.</summary>
public sealed record RequestForm
{
    /// <summary>Of this filling-in alone: sent twice, it makes one case.</summary>
    public required Guid Key { get; init; }

    public required int AgencyId { get; init; }

    public RequestKind Kind { get; init; }

    public ApplicantKind ApplicantKind { get; init; }

    public required Applicant Applicant { get; init; }

    public required string Wanted { get; init; }

    public string? DocumentNumber { get; init; }

    public string? Features { get; init; }

    public Carrier Carrier { get; init; }

    public Supply Supply { get; init; }

    /// <summary>What is missing or wrong. A letter need not be complete to be registered: what it lacks is a matter of 补正.</summary>
    /// <param name="isLetter">Whether the clerk enters what came on paper.</param>
    public IEnumerable<RequestFault> Faults(bool isLetter)
    {
        if (string.IsNullOrWhiteSpace(Applicant.Name))
        {
            yield return RequestFault.NameMissing;
        }

        if (string.IsNullOrWhiteSpace(Wanted))
        {
            yield return RequestFault.WantedMissing;
        }

        if (Wanted.Length > LongestText || Features?.Length > LongestText)
        {
            yield return RequestFault.WantedTooLong;
        }

        if (AllLines().Any(line => line.Length > LongestLine))
        {
            yield return RequestFault.LineTooLong;
        }

        if (isLetter)
        {
            yield break;
        }

        if (Kind == RequestKind.Correction && string.IsNullOrWhiteSpace(Features))
        {
            yield return RequestFault.CorrectionMissing;
        }

        if (string.IsNullOrWhiteSpace(Applicant.IdentityNumber))
        {
            yield return RequestFault.IdentityNumberMissing;
        }
        else if (!IsNumberRight())
        {
            yield return RequestFault.IdentityNumberWrong;
        }

        if (Applicant.Telephone.Count(char.IsAsciiDigit) is < 7 or > 16)
        {
            yield return RequestFault.TelephoneWrong;
        }

        if (ApplicantKind != ApplicantKind.Natural && string.IsNullOrWhiteSpace(Applicant.Contact))
        {
            yield return RequestFault.ContactMissing;
        }

        if ((Supply == Supply.Email || Applicant.Email.Length > 0) && !IsEmailRight())
        {
            yield return RequestFault.EmailWrong;
        }

        if (Supply == Supply.Post && string.IsNullOrWhiteSpace(Applicant.Address))
        {
            yield return RequestFault.AddressMissing;
        }
    }

    private const int LongestText = 4000;
    private const int LongestLine = 200;

    private IEnumerable<string> AllLines() =>
    [
        Applicant.Name, Applicant.IdentityKind, Applicant.IdentityNumber, Applicant.Telephone, Applicant.Email, Applicant.Address, Applicant.Postcode,
        Applicant.Representative, Applicant.Contact, Applicant.Agent, Applicant.AgentIdentityNumber, DocumentNumber ?? "",
    ];

    private bool IsNumberRight() => Applicant.IdentityKind switch
    {
        IdentityCard.Kind => IdentityCard.IsRight(Applicant.IdentityNumber),
        IdentityCard.OrganizationKind => CreditCode.TryParse(Applicant.IdentityNumber, out _, out _),
        _ => Applicant.IdentityNumber.Length is >= 4 and <= 30,
    };

    private bool IsEmailRight()
    {
        var at = Applicant.Email.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Applicant.Email.IndexOf('.', at) > at + 1 && !Applicant.Email.EndsWith('.') && !Applicant.Email.Any(char.IsWhiteSpace);
    }
}

/// <summary>What is wrong with a form.</summary>
public enum RequestFault
{
    NameMissing,
    IdentityNumberMissing,
    IdentityNumberWrong,
    TelephoneWrong,
    ContactMissing,
    EmailWrong,
    AddressMissing,
    WantedMissing,
    WantedTooLong,
    LineTooLong,
    ArrivalInFuture,
    ArrivalOutOfRange,
    AgencyUnknown,
    FileRefused,

    /// <summary>A correction that does not say what is wrong in the record and what is right (第四十一条).</summary>
    CorrectionMissing,

    /// <summary>A correction without anything that proves it (第四十一条).</summary>
    ProofMissing,
}
