using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Normative;

/// <summary>Keeps what went before a normative document while it is drafted, and its 备案 after it is published.</summary>
public sealed class KeepProcedure(GongkaiDb db, DocumentDesk desk, AuditTrail audit, TimeProvider time)
{
    private const int Longest = 2_000;

    /// <summary>Keeps the procedure, complete or not; the 备案 that was recorded stays.</summary>
    public Task<DocumentResult> RunAsync(long documentId, NormativeProcedure procedure, Actor actor, CancellationToken cancellation) => Texts(procedure).Any(text => text.Length > Longest)
        ? Task.FromResult(DocumentResult.Refused(DocumentRefusal.TextTooLong, documentId))
        : desk.SettleAsync(documentId, actor, async () =>
        {
            var document = await db.Documents.AsNoTracking().SingleAsync(found => found.Id == documentId, cancellation);
            if (!IsNormative(document.Kind))
            {
                return false;
            }

            var kept = await FindAsync(documentId, cancellation);
            var before = kept.Procedure;
            kept.Procedure = procedure with { FiledOn = before.FiledOn, FiledWith = before.FiledWith };
            Touch(kept, actor);
            await audit.RecordAsync(actor, document.AgencyId, "document.procedureKept", $"document/{documentId}", ForAudit(before), ForAudit(kept.Procedure), cancellation);
            return true;
        }, cancellation);

    /// <summary>备案: it was sent to those who look at it.</summary>
    public Task<DocumentResult> FileAsync(long documentId, DateOnly? on, string with, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.RecordFiling, actor, async document =>
        {
            if (string.IsNullOrWhiteSpace(with))
            {
                return DocumentTaken.Refused(DocumentRefusal.TextMissing);
            }

            if (with.Length > Longest || on > time.Today() || on is null || on < document.MadeOn)
            {
                return DocumentTaken.Refused(with.Length > Longest ? DocumentRefusal.TextTooLong : DocumentRefusal.DateOutOfRange);
            }

            var kept = await FindAsync(documentId, cancellation);
            kept.Procedure = kept.Procedure with { FiledOn = on, FiledWith = with.Trim() };
            Touch(kept, actor);
            return DocumentTaken.Done(DocumentStepKind.Filed, $"{on:yyyy-MM-dd} 报{with.Trim()}");
        }, cancellation);

    /// <summary>Whether a document cannot go to review before its procedure is complete. What was made long ago and is entered late, and what others made, is taken as it is.</summary>
    internal static bool IsDemanded(DocumentContent content, DateOnly today) =>
        IsNormative(content.Kind) && content.Attribute == DisclosureAttribute.Proactive && content.Source.Length == 0 && content.ForwardedFrom.Length == 0 && content.MadeOn >= today.AddYears(-1);

    public static bool IsNormative(DocumentKind kind) => kind is DocumentKind.NormativeDocument or DocumentKind.Rule;

    private async Task<StoredProcedure> FindAsync(long documentId, CancellationToken cancellation)
    {
        if (await db.NormativeProcedures.SingleOrDefaultAsync(found => found.DocumentId == documentId, cancellation) is { } kept)
        {
            return kept;
        }

        var added = new StoredProcedure { DocumentId = documentId, ChangedByName = "" };
        db.NormativeProcedures.Add(added);
        return added;
    }

    private void Touch(StoredProcedure kept, Actor actor)
    {
        kept.ChangedAt = time.GetUtcNow();
        kept.ChangedByName = actor.Name;
    }

    private static string[] Texts(NormativeProcedure procedure) =>
        [procedure.ConsultedWhere, procedure.NotConsultedBecause, procedure.CompetitionOpinion, procedure.LegalityReviewer, procedure.LegalityOpinion, procedure.DeliberatedBy];

    private static object ForAudit(NormativeProcedure procedure) => new
    {
        procedure.ConcernsMarket, ConsultedFrom = Day(procedure.ConsultedFrom), ConsultedTo = Day(procedure.ConsultedTo), procedure.OpinionsReceived, procedure.OpinionsAdopted,
        CompetitionReviewedOn = Day(procedure.CompetitionReviewedOn), procedure.LegalityReviewer, LegalityReviewedOn = Day(procedure.LegalityReviewedOn), procedure.LegalityFinding,
        procedure.DeliberatedBy, DeliberatedOn = Day(procedure.DeliberatedOn),
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);
}

/// <summary>The procedure of a normative document, with the number that it was given when it was published.</summary>
public sealed class StoredProcedure
{
    public long DocumentId { get; init; }

    public NormativeProcedure Procedure { get; set; } = new();

    /// <summary>登记编号.</summary>
    public string? RegisterNumber { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public required string ChangedByName { get; set; }
}
