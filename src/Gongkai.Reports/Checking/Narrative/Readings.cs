using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>
/// The sums of cells that a quantity of the text may mean. A claim agrees if it equals any of <paramref name="Plain"/>;
/// where it equals one of <paramref name="Loose"/> only, the words are loose rather than wrong.
/// </summary>
internal sealed record Readings(Rule Rule, FigureAddress[][] Plain, FigureAddress[][] Loose)
{
    private static readonly Readings[] ThreeRows = Build(single: false);
    private static readonly Readings[] SingleRow = Build(single: true);

    public static Readings Of(Quantity quantity, bool singleOtherwiseRow) => (singleOtherwiseRow ? SingleRow : ThreeRows)[(int)quantity];

    private static Readings[] Build(bool single) =>
        [.. Enum.GetValues<Quantity>().Select(quantity => Build(quantity, single))];

    private static Readings Build(Quantity quantity, bool single)
    {
        var received = Rows(RequestRow.Received);
        var brought = Rows(RequestRow.Received, RequestRow.CarriedIn);
        var concluded = Rows(RequestRow.Concluded);
        var otherwise = single ? Rows(RequestRow.OtherwiseWhole) : Rows(RequestRow.ClarificationOverdue, RequestRow.FeeOverdue, RequestRow.OtherwiseOther);
        var withheld = Between(RequestRow.StateSecret, RequestRow.AdministrativeInquiry);
        var unavailable = Between(RequestRow.NotHeld, RequestRow.StillUnclear);
        var notProcessed = Between(RequestRow.Petition, RequestRow.Reissue);
        var granted = Rows(RequestRow.Granted);
        var partly = Rows(RequestRow.PartlyGranted);
        return quantity switch
        {
            Quantity.None => new(Rules.TextRequests, [[]], []),
            Quantity.Received => Total([received], [brought]),
            Quantity.ReceivedWithCarriedIn => Total([brought, received], []),
            Quantity.Accepted => Total([received, brought], []),
            Quantity.Handled => Total([concluded, received, brought], []),
            Quantity.Concluded => Total([concluded], []),
            Quantity.Answered => Total([concluded, Between(RequestRow.Granted, RequestRow.Reissue)], []),
            Quantity.CarriedIn => Total([Rows(RequestRow.CarriedIn)], []),
            Quantity.CarriedOut => Total([Rows(RequestRow.CarriedOut)], []),
            Quantity.CarriedEither => Total([Rows(RequestRow.CarriedOut), Rows(RequestRow.CarriedIn)], []),
            Quantity.Granted => Outcome([granted], [[.. granted, .. partly]]),
            Quantity.GrantedLoosely => Outcome([granted, [.. granted, .. partly]], []),
            Quantity.PartlyGranted => Outcome([partly], []),
            Quantity.GrantedOrPartly => Outcome([[.. granted, .. partly]], []),
            Quantity.Withheld => Outcome([withheld], [[.. withheld, .. unavailable, .. notProcessed]]),
            Quantity.Unavailable => Outcome([unavailable], []),
            Quantity.NotProcessed => Outcome([notProcessed], []),
            Quantity.Otherwise => Outcome([otherwise], []),
            Quantity.StateSecret => Outcome([Rows(RequestRow.StateSecret)], []),
            Quantity.ThirdPartyRights => Outcome([Rows(RequestRow.ThirdPartyRights)], []),
            Quantity.InternalAffairs => Outcome([Rows(RequestRow.InternalAffairs)], []),
            Quantity.ProcessInformation => Outcome([Rows(RequestRow.ProcessInformation)], []),
            Quantity.EnforcementFile => Outcome([Rows(RequestRow.EnforcementFile)], []),
            Quantity.AdministrativeInquiry => Outcome([Rows(RequestRow.AdministrativeInquiry)], []),
            Quantity.NotHeld => Outcome([Rows(RequestRow.NotHeld)], []),
            Quantity.NeedsCreation => Outcome([Rows(RequestRow.NeedsCreation)], []),
            Quantity.Petition => Outcome([Rows(RequestRow.Petition)], []),
            Quantity.Repeated => Outcome([Rows(RequestRow.Repeated)], []),
            Quantity.Natural => Applicant(ApplicantColumn.Natural),
            Quantity.Organisation => Applicant(
                ApplicantColumn.Commercial, ApplicantColumn.Research, ApplicantColumn.PublicWelfare, ApplicantColumn.LegalService, ApplicantColumn.Other),
            Quantity.Commercial => Applicant(ApplicantColumn.Commercial),
            Quantity.Research => Applicant(ApplicantColumn.Research),
            Quantity.PublicWelfare => Applicant(ApplicantColumn.PublicWelfare),
            Quantity.LegalService => Applicant(ApplicantColumn.LegalService),
            Quantity.Reconsideration => Reconsideration(DisputeResult.Total),
            Quantity.ReconsiderationUpheld => Reconsideration(DisputeResult.Upheld),
            Quantity.ReconsiderationCorrected => Reconsideration(DisputeResult.Corrected),
            Quantity.ReconsiderationOther => Reconsideration(DisputeResult.OtherResult),
            Quantity.ReconsiderationPending => Reconsideration(DisputeResult.Pending),
            Quantity.Litigation => Litigation(DisputeResult.Total),
            Quantity.LitigationUpheld => Litigation(DisputeResult.Upheld),
            Quantity.LitigationCorrected => Litigation(DisputeResult.Corrected),
            Quantity.LitigationOther => Litigation(DisputeResult.OtherResult),
            Quantity.LitigationPending => Litigation(DisputeResult.Pending),
            Quantity.LitigationDirect => Dispute([DisputeGroup.LitigationDirect], DisputeResult.Total),
            Quantity.LitigationAfter => Dispute([DisputeGroup.LitigationAfterReconsideration], DisputeResult.Total),
            Quantity.Disputes => Dispute(Enum.GetValues<DisputeGroup>(), DisputeResult.Total),
            Quantity.DisputesUpheld => Dispute(Enum.GetValues<DisputeGroup>(), DisputeResult.Upheld),
            Quantity.DisputesCorrected => Dispute(Enum.GetValues<DisputeGroup>(), DisputeResult.Corrected),
            Quantity.DisputesPending => Dispute(Enum.GetValues<DisputeGroup>(), DisputeResult.Pending),
            Quantity.DocumentsIssued => Document("issued"),
            Quantity.DocumentsRepealed => Document("repealed"),
            Quantity.DocumentsInForce => Document("inForce"),
        };
    }

    private static Readings Total(FigureAddress[][] plain, FigureAddress[][] loose) => new(Rules.TextRequests, plain, loose);

    private static Readings Outcome(FigureAddress[][] plain, FigureAddress[][] loose) => new(Rules.TextOutcomes, plain, loose);

    private static Readings Applicant(params ApplicantColumn[] columns) => new(
        Rules.TextApplicants,
        [
            [.. columns.Select(column => NationalForm.Request(RequestRow.Received, column))],
            [.. columns.SelectMany(column => new[] { NationalForm.Request(RequestRow.Received, column), NationalForm.Request(RequestRow.CarriedIn, column) })],
            [.. columns.Select(column => NationalForm.Request(RequestRow.Concluded, column))],
        ],
        []);

    private static Readings Reconsideration(DisputeResult result) => Dispute([DisputeGroup.Reconsideration], result);

    private static Readings Litigation(DisputeResult result) =>
        Dispute([DisputeGroup.LitigationDirect, DisputeGroup.LitigationAfterReconsideration], result);

    private static Readings Dispute(DisputeGroup[] groups, DisputeResult result) =>
        new(Rules.TextDisputes, [[.. groups.Select(group => NationalForm.Dispute(group, result))]], []);

    private static Readings Document(string column) =>
        new(Rules.TextDocuments, [[FigureAddress.Parse($"proactive.normativeDocuments.{column}", null)]], []);

    private static FigureAddress[] Rows(params RequestRow[] rows) =>
        [.. rows.Select(row => NationalForm.Request(row, ApplicantColumn.Total))];

    private static FigureAddress[] Between(RequestRow first, RequestRow last) =>
        [.. Enum.GetValues<RequestRow>().Where(row => row >= first && row <= last).Select(row => NationalForm.Request(row, ApplicantColumn.Total))];
}
