using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing;

/// <summary>What the screening found in a document, for those who may see the document.</summary>
public sealed class DocumentHits(GongkaiDb db, DocumentDesk desk, DocumentScreenings screenings)
{
    /// <summary>The hits, the gravest first; null where there is no such document for this person.</summary>
    public async Task<IReadOnlyList<JudgedHit>?> OfAsync(long documentId, Actor actor, CancellationToken cancellation) =>
        await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == documentId, cancellation) is { } document
            && Gate.May(actor, Act.ViewDocuments, (await desk.SituationAsync(document, cancellation)).Path)
            ? await screenings.OfAsync(document, cancellation)
            : null;
}
