using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Writing;

/// <summary>Puts a content in the place of the one before, with its version and the columns that mirror it.</summary>
public sealed class DocumentSaving(GongkaiDb db, DocumentDesk desk, TimeProvider time)
{
    /// <summary>Savings of one person within this time make one version.</summary>
    private static readonly TimeSpan OneSitting = TimeSpan.FromMinutes(30);

    /// <summary>The content as it is kept: the text through the allow-list, the lines trimmed.</summary>
    internal static DocumentContent Cleaned(DocumentContent content) => content with
    {
        Title = Line(content.Title), AttributeReason = content.AttributeReason.Trim(), Number = Line(content.Number), JointAgencies = Line(content.JointAgencies), OthersOpinion = content.OthersOpinion.Trim(), Source = Line(content.Source),
        Topic = Line(content.Topic), Keywords = Line(content.Keywords), Summary = content.Summary.Trim(), ForwardedFrom = Line(content.ForwardedFrom), Body = CleanHtml.Of(content.Body),
    };

    /// <summary>Keeps it in the transaction that is open; the caller saves.</summary>
    internal async Task KeepAsync(Document document, DocumentContent content, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var last = await db.DocumentVersions.SingleOrDefaultAsync(version => version.DocumentId == document.Id && version.Number == document.ContentVersion, cancellation);
        if (last is not null && last.SavedBy == actor.AccountId && now - last.SavedAt < OneSitting
            && !await db.DocumentSteps.AnyAsync(step => step.DocumentId == document.Id && step.ContentVersion == last.Number && step.Step != DocumentStepKind.Begun, cancellation))
        {
            db.DocumentVersions.Remove(last);
        }

        document.ContentVersion++;
        document.Content = content;
        document.Title = content.Title;
        document.Kind = content.Kind;
        document.Attribute = content.Attribute;
        document.MadeOn = content.MadeOn;
        document.DueOn = document.PublishedAt is null ? await desk.DueOnAsync(document.AgencyId, content, cancellation) : null;
        document.ChangedAt = now;
        document.ChangedByName = actor.Name;
        db.DocumentVersions.Add(new DocumentVersion
        {
            DocumentId = document.Id, Number = document.ContentVersion, Content = content, SavedBy = actor.AccountId == Guid.Empty ? null : actor.AccountId, SavedByName = actor.Name, SavedAt = now,
        });
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
