using System.Linq.Expressions;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing;

/// <summary>Tells those who come next that a document waits for them (the authority, where the agency has nobody), and its writer what became of it.</summary>
public sealed class DocumentTidings(GongkaiDb db, Outbox outbox, TimeProvider time)
{
    internal async Task ToReviewersAsync(Document document, CancellationToken cancellation)
    {
        var step = document.NextReview!.Value;
        var roles = DocumentGate.Reviewers(step);
        var people = await HoldersAsync(agency => agency.Id == document.AgencyId, roles, cancellation);
        if (people.Count == 0)
        {
            var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == document.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
            people = await HoldersAsync(agency => path.StartsWith(agency.Path), [Role.AuthorityOfficer], cancellation);
        }

        foreach (var person in people)
        {
            await TellAsync(person, document, $"请{DocumentWords.Of(step)}：{document.Title}", $"{step}", cancellation);
        }
    }

    /// <summary>Tells those who publish for an agency; where it has nobody, the authority.</summary>
    internal async Task ToPublishersAsync(int agencyId, string subject, string text, string link, string key, CancellationToken cancellation)
    {
        var people = await HoldersAsync(agency => agency.Id == agencyId, [Role.Clerk], cancellation);
        if (people.Count == 0)
        {
            var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleAsync(cancellation);
            people = await HoldersAsync(agency => path.StartsWith(agency.Path), [Role.AuthorityOfficer], cancellation);
        }

        foreach (var person in people)
        {
            await outbox.TellAsync(new Message(person, subject, text, link, key), cancellation);
        }
    }

    private Task<List<Guid>> HoldersAsync(Expression<Func<Agency, bool>> isAt, IReadOnlyList<Role> roles, CancellationToken cancellation)
    {
        var today = time.Today();
        return (
            from post in db.PostsHeld(today)
            join agency in db.Agencies.AsNoTracking().Where(isAt) on post.AgencyId equals agency.Id
            where roles.Contains(post.Role)
            select post.AccountId).Distinct().ToListAsync(cancellation);
    }

    internal Task ToWriterAsync(Document document, string happened, CancellationToken cancellation) =>
        document.CreatedBy is { } writer ? TellAsync(writer, document, $"《{document.Title}》{happened}", "writer", cancellation) : Task.CompletedTask;

    private Task<bool> TellAsync(Guid person, Document document, string text, string mark, CancellationToken cancellation) =>
        outbox.TellAsync(new Message(person, text, text, $"/work/documents/{document.Id}", $"document/{document.Id}/{document.ContentVersion}/{mark}/{time.GetUtcNow().ToUnixTimeSeconds()}"), cancellation);
}
