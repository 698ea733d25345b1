using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>What goes before a normative document: public comment, fair competition, legality, deliberation.</summary>
[Requires(Act.ViewDocuments)]
public sealed class ProcedureModel(DocumentQueries documents, KeepProcedure keep, ConsultationQueries consultations) : DocumentPage(documents)
{
    [BindProperty]
    public ProcedureForm Input { get; set; } = new();

    /// <summary>The consultation that was held here over this document; null where there was none.</summary>
    public ConsultationOfDocument? Consultation { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Sheet.Procedure is not { } procedure || !Can(DocumentAction.Edit))
        {
            return NotFound();
        }

        Consultation = await consultations.OfDocumentAsync(Row.Id, cancellation);
        Input = ProcedureForm.Of(procedure.Facts);
        if (Consultation is { } held && Input is { ConsultedFrom: null, ConsultedTo: null })
        {
            Input.ConsultedFrom = held.FirstDay;
            Input.ConsultedTo = held.LastDay;
            Input.ConsultedWhere = $"{Request.Scheme}://{Request.Host}/consultations/{held.ConsultationId}";
            Input.OpinionsReceived = held.Counts.Received;
            Input.OpinionsAdopted = held.Counts.Adopted + held.Counts.PartlyAdopted;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Sheet.Procedure is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var kept = await keep.RunAsync(Row.Id, Input.ToProcedure(), HttpContext.Actor(), cancellation);
        if (kept.Refusal == DocumentRefusal.NotFound)
        {
            return NotFound();
        }

        if (kept.Message is { } message)
        {
            ModelState.AddModelError("", message);
            return Page();
        }

        TempData.Done("制定程序已保存。");
        return Redirect(Here);
    }
}

/// <summary>What is typed of a procedure.</summary>
public sealed class ProcedureForm
{
    public bool ConcernsMarket { get; set; }

    public DateOnly? ConsultedFrom { get; set; }

    public DateOnly? ConsultedTo { get; set; }

    public string? ConsultedWhere { get; set; }

    public int? OpinionsReceived { get; set; }

    public int? OpinionsAdopted { get; set; }

    public string? NotConsultedBecause { get; set; }

    public DateOnly? CompetitionReviewedOn { get; set; }

    public string? CompetitionOpinion { get; set; }

    public string? LegalityReviewer { get; set; }

    public DateOnly? LegalitySentOn { get; set; }

    public DateOnly? LegalityReviewedOn { get; set; }

    public LegalityFinding? LegalityFinding { get; set; }

    public string? LegalityOpinion { get; set; }

    public string? DeliberatedBy { get; set; }

    public DateOnly? DeliberatedOn { get; set; }

    public static ProcedureForm Of(NormativeProcedure facts) => new()
    {
        ConcernsMarket = facts.ConcernsMarket, ConsultedFrom = facts.ConsultedFrom, ConsultedTo = facts.ConsultedTo, ConsultedWhere = facts.ConsultedWhere, OpinionsReceived = facts.OpinionsReceived,
        OpinionsAdopted = facts.OpinionsAdopted, NotConsultedBecause = facts.NotConsultedBecause, CompetitionReviewedOn = facts.CompetitionReviewedOn, CompetitionOpinion = facts.CompetitionOpinion,
        LegalityReviewer = facts.LegalityReviewer, LegalitySentOn = facts.LegalitySentOn, LegalityReviewedOn = facts.LegalityReviewedOn, LegalityFinding = facts.LegalityFinding,
        LegalityOpinion = facts.LegalityOpinion, DeliberatedBy = facts.DeliberatedBy, DeliberatedOn = facts.DeliberatedOn,
    };

    public NormativeProcedure ToProcedure() => new()
    {
        ConcernsMarket = ConcernsMarket, ConsultedFrom = ConsultedFrom, ConsultedTo = ConsultedTo, ConsultedWhere = Text(ConsultedWhere), OpinionsReceived = OpinionsReceived,
        OpinionsAdopted = OpinionsAdopted, NotConsultedBecause = Text(NotConsultedBecause), CompetitionReviewedOn = CompetitionReviewedOn, CompetitionOpinion = Text(CompetitionOpinion),
        LegalityReviewer = Text(LegalityReviewer), LegalitySentOn = LegalitySentOn, LegalityReviewedOn = LegalityReviewedOn, LegalityFinding = LegalityFinding, LegalityOpinion = Text(LegalityOpinion),
        DeliberatedBy = Text(DeliberatedBy), DeliberatedOn = DeliberatedOn,
    };

    private static string Text(string? text) => (text ?? "").Trim();
}
