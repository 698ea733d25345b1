using Gongkai.Platform.Messages;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing;

/// <summary>Tells those who come next that a document waits for them, and its writer what became of it.</summary>
public sealed class DocumentTidings(GongkaiDb db, Outbox outbox, TimeProvider time)
{
    internal async Task ToReviewersAsync(Document document, CancellationToken cancellation)
    {
        var step = document.NextReview!.Value;
        var roles = DocumentGate.Reviewers(step);
        var today = time.Today();
        var people = await (
            from post in db.Posts.AsNoTracking()
            join account in db.Users.AsNoTracking() on post.AccountId equals account.Id
            where post.AgencyId == document.AgencyId && post.From <= today && (post.To == null || post.To >= today) && !account.IsDisabled && roles.Contains(post.Role)
            select account.Id).Distinct().ToListAsync(cancellation);
        foreach (var person in people)
        {
            await TellAsync(person, document, $"请{DocumentWords.Of(step)}：{document.Title}", $"{step}", cancellation);
        }
    }

    internal Task ToWriterAsync(Document document, string happened, CancellationToken cancellation) =>
        document.CreatedBy is { } writer ? TellAsync(writer, document, $"《{document.Title}》{happened}", "writer", cancellation) : Task.CompletedTask;

    private Task<bool> TellAsync(Guid person, Document document, string text, string mark, CancellationToken cancellation) =>
        outbox.TellAsync(new Message(person, text, text, $"/work/documents/{document.Id}", $"document/{document.Id}/{document.ContentVersion}/{mark}/{time.GetUtcNow().ToUnixTimeSeconds()}"), cancellation);
}
