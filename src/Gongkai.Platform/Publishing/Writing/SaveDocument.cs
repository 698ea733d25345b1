using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Publishing.Writing;

/// <summary>Keeps what was written, complete or not; the pictures that the text holds in itself become files. Who wrote on an older version than the one that stands is told by whom it was changed, and nothing is overwritten.</summary>
public sealed class SaveDocument(GongkaiDb db, DocumentDesk desk, DocumentSaving saving, TextPictures pictures, AuditTrail audit)
{
    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await desk.RefuseAsync(command.DocumentId, DocumentAction.Edit, actor, cancellation) is { } early)
        {
            return Result.Refused(early);
        }

        if (command.Content.Body.Length > DocumentFault.LongestSentBody)
        {
            return Result.Refused(DocumentRefusal.TextTooLong) with { Faults = [DocumentFault.BodyTooLong] };
        }

        var placed = await pictures.TakeAsync(command.DocumentId, command.Content.Body, actor, cancellation);
        var content = DocumentSaving.Cleaned(command.Content with { Body = placed.Html });
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.LockAsync(command.DocumentId, cancellation) is not { } document)
        {
            return Result.Refused(DocumentRefusal.NotFound);
        }

        if (DocumentGate.Refuse(await desk.SituationAsync(document, cancellation), DocumentAction.Edit, actor) is { } refusal)
        {
            return Result.Refused(refusal);
        }

        if (DocumentFault.Unkeepable(content).ToList() is { Count: > 0 } faults)
        {
            return Result.Refused(DocumentRefusal.TextTooLong) with { Faults = faults };
        }

        var standing = new Result(null, document.ContentVersion, document.ChangedAt, document.ChangedByName, []) { LeftOut = placed.LeftOut };
        if (content == document.Content)
        {
            return standing;
        }

        if (command.BasedOn != document.ContentVersion)
        {
            return standing with { Refusal = DocumentRefusal.ChangedMeanwhile };
        }

        var before = new { document.ContentVersion, document.Title, document.Attribute, document.Kind };
        await saving.KeepAsync(document, content, actor, cancellation);
        await audit.RecordAsync(
            actor, document.AgencyId, "document.saved", $"document/{document.Id}", before, new { document.ContentVersion, document.Title, document.Attribute, document.Kind }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return standing with { Version = document.ContentVersion, At = document.ChangedAt, By = document.ChangedByName };
    }

    /// <param name="DocumentId">The document.</param>
    /// <param name="Content">All that is written.</param>
    /// <param name="BasedOn">The version that the writer had before him.</param>
    public sealed record Command(long DocumentId, DocumentContent Content, int BasedOn);

    /// <param name="Refusal">Why not; null where it was kept.</param>
    /// <param name="Version">The version that stands now.</param>
    /// <param name="At">When it was saved.</param>
    /// <param name="By">Who saved it.</param>
    /// <param name="Faults">What cannot be kept.</param>
    public sealed record Result(DocumentRefusal? Refusal, int Version, DateTimeOffset At, string By, IReadOnlyList<DocumentFault> Faults)
    {
        /// <summary>Pictures that could not be kept with the text, as sentences.</summary>
        public IReadOnlyList<string> LeftOut { get; init; } = [];

        internal static Result Refused(DocumentRefusal refusal) => new(refusal, 0, default, "", []);
    }
}
