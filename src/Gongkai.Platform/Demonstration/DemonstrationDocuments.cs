using Gongkai.Law.Publishing;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Demonstration;

/// <summary>Documents of several agencies, at every place of their way.</summary>
internal static class DemonstrationDocuments
{
    public static async Task AddAsync(GongkaiDb db, IReadOnlyList<Agency> agencies, TimeProvider time, CancellationToken cancellation)
    {
        var accounts = await db.Users.AsNoTracking().ToDictionaryAsync(account => account.DisplayName, account => account.Id, cancellation);
        var items = await db.CatalogItems.AsNoTracking().ToDictionaryAsync(item => item.Name, StringComparer.Ordinal, cancellation);
        var made = new Dictionary<string, long>(StringComparer.Ordinal);
        var today = time.Today();
        var number = 0;
        foreach (var given in DemonstrationTexts.All(today))
        {
            var agency = agencies.Single(candidate => candidate.ShortName == given.Agency);
            var content = given.Content with { InterpretsId = given.Interprets is { } policy ? made[policy] : null };
            content = items.TryGetValue(given.Item, out var item) ? content with { CatalogItemId = item.Id, Category = item.Category } : content;
            var writer = DemonstrationPeople.All.FirstOrDefault(person => person.Agency == given.Agency)?.Name;
            var at = new DateTimeOffset(content.MadeOn!.Value.AddDays(1).ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(8)).ToUniversalTime();
            at = at < time.GetUtcNow() ? at : time.GetUtcNow();
            var isPublic = given.Stage == DocumentStage.Published;
            var document = new Document
            {
                AgencyId = agency.Id, Stage = given.Stage, Content = content, Title = content.Title, Kind = content.Kind, Attribute = content.Attribute, MadeOn = content.MadeOn, ContentVersion = 1,
                ApprovedVersion = given.Stage is DocumentStage.Drafting or DocumentStage.InReview ? null : 1, NextReview = given.Stage == DocumentStage.InReview ? ReviewStep.First : null,
                IndexNumber = isPublic ? FormattableString.Invariant($"{agency.CreditCode ?? FormattableString.Invariant($"JG{agency.Id:00000}")}/{content.MadeOn.Value.Year}-{++number:00000}") : null,
                DueOn = !isPublic && content.Attribute == DisclosureAttribute.Proactive ? content.MadeOn.Value.AddDays(28) : null, PublishedAt = isPublic ? at : null,
                LookedAtOn = given.Stage == DocumentStage.Kept ? content.MadeOn : null, FormKey = Guid.CreateVersion7(time.GetUtcNow()),
                CreatedBy = writer is null ? null : accounts[writer], CreatedByName = writer ?? "系统", CreatedAt = at, ChangedByName = writer ?? "系统", ChangedAt = at,
            };
            db.Documents.Add(document);
            await db.SaveChangesAsync(cancellation);
            made[content.Title] = document.Id;
            db.DocumentVersions.Add(new DocumentVersion { DocumentId = document.Id, Number = 1, Content = content, SavedBy = document.CreatedBy, SavedByName = document.CreatedByName, SavedAt = at });
            db.DocumentSteps.Add(StepOf(document, DocumentStepKind.Begun, at));
            if (given.Stage != DocumentStage.Drafting)
            {
                db.DocumentSteps.Add(StepOf(document, DocumentStepKind.SentToReview, at));
            }

            if (isPublic)
            {
                db.DocumentSteps.Add(StepOf(document, DocumentStepKind.Published, at));
                db.Publications.Add(PublicationOf(document, given, agency.Name, at));
            }

            await db.SaveChangesAsync(cancellation);
        }

        foreach (var group in await db.Publications.Where(publication => publication.MadeOn != null).GroupBy(publication => new { publication.AgencyId, publication.MadeOn!.Value.Year }).Select(group => group.Key).ToListAsync(cancellation))
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO request_numbers (agency_id, series, year, last) VALUES ({group.AgencyId}, {RunningNumbers.Documents}, {group.Year}, {number}) ON CONFLICT DO NOTHING", cancellation);
        }
    }

    private static DocumentStep StepOf(Document document, DocumentStepKind kind, DateTimeOffset at) =>
        new() { DocumentId = document.Id, Step = kind, ContentVersion = 1, At = at, AccountId = document.CreatedBy, ActorName = document.CreatedByName };

    private static Publication PublicationOf(Document document, DemonstrationText given, string agency, DateTimeOffset at) => new()
    {
        DocumentId = document.Id, AgencyId = document.AgencyId, ContentVersion = 1, IndexNumber = document.IndexNumber!, Title = document.Title, Kind = document.Kind, Category = document.Content.Category,
        CatalogItemId = document.Content.CatalogItemId, Number = document.Content.Number, MadeOn = document.MadeOn, Issuer = agency, Keywords = document.Content.Keywords, Summary = document.Content.Summary,
        Topic = document.Content.Topic, Body = document.Content.Body, EffectiveOn = document.Content.EffectiveOn, ExpiresOn = document.Content.ExpiresOn, RepealedOn = given.RepealedOn,
        ChangedBy = given.RepealedOn is null ? null : "由新的办法代替", ShownUntil = document.Content.ShownUntil, InterpretsId = document.Content.InterpretsId, InterpretationForm = document.Content.InterpretationForm,
        PublishedAt = at, UpdatedAt = at,
    };
}

/// <summary>A document of the demonstration.</summary>
internal sealed record DemonstrationText(string Agency, DocumentStage Stage, string Item, DocumentContent Content)
{
    /// <summary>The title of what it interprets.</summary>
    public string? Interprets { get; init; }

    public DateOnly? RepealedOn { get; init; }
}
