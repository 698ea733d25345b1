using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Releasing;

/// <summary>修改、废止: says from which day a document was amended or repealed, and by what. The text stays, clearly marked (国办发〔2017〕47号); its status, the lists and the figures follow.</summary>
public sealed class ChangeValidity(GongkaiDb db, DocumentDesk desk)
{
    private const int Longest = 300;

    public Task<DocumentResult> RunAsync(long documentId, Change change, Actor actor, CancellationToken cancellation) =>
        desk.TakeAsync(documentId, DocumentAction.ChangeValidity, actor, async document =>
        {
            if (await db.Publications.SingleOrDefaultAsync(found => found.DocumentId == documentId, cancellation) is not { } publication)
            {
                return DocumentTaken.Refused(DocumentRefusal.WrongState);
            }

            if (string.IsNullOrWhiteSpace(change.By))
            {
                return DocumentTaken.Refused(DocumentRefusal.TextMissing);
            }

            if (change.By.Length > Longest)
            {
                return DocumentTaken.Refused(DocumentRefusal.TextTooLong);
            }

            if (change.To != ValidityChange.Restore && (change.On is not { } day || day < publication.MadeOn || day.Year is < 1949 or > 2200))
            {
                return DocumentTaken.Refused(DocumentRefusal.DateOutOfRange);
            }

            // What was amended and then wrongly marked as repealed is amended again.
            publication.AmendedOn = change.To == ValidityChange.Amend ? change.On : change.To == ValidityChange.Restore && publication.RepealedOn is null ? null : publication.AmendedOn;
            publication.RepealedOn = change.To == ValidityChange.Repeal ? change.On : null;
            publication.ChangedBy = change.To == ValidityChange.Restore && publication.AmendedOn is null ? null : change.By.Trim();
            var step = change.To switch
            {
                ValidityChange.Amend => DocumentStepKind.Amended, ValidityChange.Repeal => DocumentStepKind.Repealed, ValidityChange.Restore => DocumentStepKind.ValidityRestored,
            };
            return DocumentTaken.Done(step, change.To == ValidityChange.Restore ? change.By : $"自 {change.On:yyyy-MM-dd} 起，{change.By.Trim()}");
        }, cancellation);

    /// <param name="To">What becomes of it.</param>
    /// <param name="On">From which day; not needed to restore.</param>
    /// <param name="By">By which document or decision, as the page will say.</param>
    public sealed record Change(ValidityChange To, DateOnly? On, string By);
}

public enum ValidityChange
{
    /// <summary>修改.</summary>
    Amend,

    /// <summary>废止.</summary>
    Repeal,

    /// <summary>更正误标: as it was.</summary>
    Restore,
}
