using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing;

/// <summary>What every use case of a document shares: taking it under lock, asking the gate, keeping the step with its audit entry.</summary>
public sealed class DocumentDesk(GongkaiDb db, Calendars.Calendars calendars, AuditTrail audit, TimeProvider time)
{
    private Dictionary<int, CatalogItem>? items;

    /// <summary>Does one thing with a document, all of it in one transaction, or says why not.</summary>
    internal async Task<DocumentResult> TakeAsync(long documentId, DocumentAction action, Actor actor, Func<Document, Task<DocumentTaken>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(documentId, cancellation) is not { } document)
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound);
        }

        if (DocumentGate.Refuse(await SituationAsync(document, cancellation), action, actor) is { } refusal)
        {
            return DocumentResult.Refused(refusal, document.Id);
        }

        var before = new { document.Stage, document.NextReview, document.ContentVersion };
        var taken = await change(document);
        if (taken.Refusal is { } refused)
        {
            db.ChangeTracker.Clear();
            return DocumentResult.Refused(refused, document.Id) with { Missing = taken.Missing };
        }

        await RecordAsync(document, taken, before, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DocumentResult { DocumentId = document.Id, Stage = document.Stage, NextReview = document.NextReview };
    }

    /// <summary>Changes what belongs to a draft and is no step of it.</summary>
    internal async Task<DocumentResult> SettleAsync(long documentId, Actor actor, Func<Task<bool>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await LockAsync(documentId, cancellation) is not { } document)
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound);
        }

        if (DocumentGate.Refuse(await SituationAsync(document, cancellation), DocumentAction.Edit, actor) is { } refusal)
        {
            return DocumentResult.Refused(refusal, documentId);
        }

        if (!await change())
        {
            return DocumentResult.Refused(DocumentRefusal.NotFound, documentId);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new DocumentResult { DocumentId = documentId, Stage = document.Stage };
    }

    /// <summary>Why a person may not do this now; asked before work that takes its time, and again when the row is locked.</summary>
    internal async Task<DocumentRefusal?> RefuseAsync(long documentId, DocumentAction action, Actor actor, CancellationToken cancellation) =>
        await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == documentId, cancellation) is { } document
            ? DocumentGate.Refuse(await SituationAsync(document, cancellation), action, actor)
            : DocumentRefusal.NotFound;

    internal async Task<Document?> LockAsync(long documentId, CancellationToken cancellation) =>
        await db.Documents.FromSql($"SELECT * FROM documents WHERE id = {documentId} FOR UPDATE").SingleOrDefaultAsync(cancellation);

    /// <summary>Writes a step and its audit entry; the caller saves.</summary>
    internal async Task RecordAsync(Document document, DocumentTaken taken, object? before, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        Guid? account = actor.AccountId == Guid.Empty ? null : actor.AccountId;
        db.DocumentSteps.Add(new DocumentStep
        {
            DocumentId = document.Id, Step = taken.Step, Review = taken.Review, ContentVersion = document.ContentVersion, At = now, AccountId = account, ActorName = actor.Name,
            Opinion = taken.Opinion, Proofreading = taken.Proofreading, Checked = taken.Checked,
        });
        document.ChangedAt = now;
        document.ChangedByName = actor.Name;
        var step = taken.Step.ToString();
        await audit.RecordAsync(
            actor, document.AgencyId, $"document.{char.ToLowerInvariant(step[0])}{step[1..]}", $"document/{document.Id}", before,
            new { document.Stage, document.NextReview, document.ContentVersion, taken.Review, Note = taken.Opinion is null ? null : PersonalData.Mask(taken.Opinion), PublishAt = document.PublishAt?.InBeijing().ToString("yyyy-MM-dd HH:mm", null) },
            cancellation);
    }

    /// <summary>What the gate has to know.</summary>
    internal async Task<DocumentSituation> SituationAsync(Document document, CancellationToken cancellation)
    {
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == document.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var isPublic = document.PublishedAt is not null && await db.Publications.AnyAsync(publication => publication.DocumentId == document.Id, cancellation);
        if (document.NextReview is null)
        {
            return new DocumentSituation(path, document.Stage, document.Attribute, null, [], [], [], isPublic);
        }

        var (writers, reviewers) = await PeopleAsync(document, cancellation);
        var staffed = await StaffedAsync(document.AgencyId, [.. writers, .. reviewers], cancellation);
        return new DocumentSituation(path, document.Stage, document.Attribute, document.NextReview, writers, reviewers, staffed, isPublic);
    }

    /// <summary>The reviews for which the agency has somebody besides these.</summary>
    internal async Task<IReadOnlyCollection<ReviewStep>> StaffedAsync(int agencyId, IReadOnlyCollection<Guid> besides, CancellationToken cancellation)
    {
        var today = time.Today();
        var held = await (
            from post in db.PostsHeld(today)
            where post.AgencyId == agencyId && !besides.Contains(post.AccountId)
            select post.Role).Distinct().ToListAsync(cancellation);
        return [.. Enum.GetValues<ReviewStep>().Where(step => DocumentGate.Reviewers(step).Any(held.Contains))];
    }

    /// <summary>The last day of publication of what is written, by the catalog's limit or the statute's; null where there is nothing to publish or no day to count from.</summary>
    internal async Task<DateOnly?> DueOnAsync(int agencyId, DocumentContent content, CancellationToken cancellation)
    {
        if (content.Attribute != DisclosureAttribute.Proactive || content.MadeOn is not { } madeOn)
        {
            return null;
        }

        var calendar = await calendars.OfAsync(agencyId, cancellation);
        var period = await PeriodAsync(content, cancellation);
        return calendar.Covers(madeOn) && calendar.Covers(madeOn.AddDays(2 * period.Days)) ? period.ClockOf(madeOn, null, isNeeded: true, calendar, madeOn).LastDay : null;
    }

    internal async Task<PublicationPeriod> PeriodAsync(DocumentContent content, CancellationToken cancellation)
    {
        items ??= await db.CatalogItems.AsNoTracking().ToDictionaryAsync(item => item.Id, cancellation);
        return content.CatalogItemId is { } chosen && items.TryGetValue(chosen, out var found) ? found.Period
            : content.Kind == DocumentKind.Budget ? new PublicationPeriod(20, IsCalendarDays: true) : PublicationPeriod.Statutory;
    }

    /// <summary>Computes the last days of all that is still to be published anew: the calendar or the catalog may have changed.</summary>
    internal async Task RenewDueDaysAsync(CancellationToken cancellation)
    {
        var open = Portions.ReadAsync(
            last => db.Documents.AsNoTracking()
                .Where(document => document.Id > last && document.PublishedAt == null && (document.Stage == DocumentStage.Drafting || document.Stage == DocumentStage.InReview || document.Stage == DocumentStage.Ready))
                .OrderBy(document => document.Id).Select(document => new { document.Id, document.AgencyId, document.Content, document.ContentVersion, document.DueOn }),
            document => document.Id, cancellation);
        await foreach (var document in open)
        {
            var dueOn = await DueOnAsync(document.AgencyId, document.Content, cancellation);
            if (dueOn != document.DueOn)
            {
                await db.Documents.Where(found => found.Id == document.Id && found.ContentVersion == document.ContentVersion).ExecuteUpdateAsync(set => set.SetProperty(found => found.DueOn, dueOn), cancellation);
            }
        }
    }

    /// <summary>Who wrote what is reviewed, and who has reviewed it since it was sent.</summary>
    private async Task<(IReadOnlyCollection<Guid> Writers, IReadOnlyCollection<Guid> Reviewers)> PeopleAsync(Document document, CancellationToken cancellation)
    {
        var steps = await db.DocumentSteps.AsNoTracking().Where(step => step.DocumentId == document.Id).OrderByDescending(step => step.Id)
            .Select(step => new { step.Step, step.AccountId }).ToListAsync(cancellation);
        var round = steps.TakeWhile(step => step.Step != DocumentStepKind.SentToReview).ToList();
        var sent = steps.ElementAtOrDefault(round.Count)?.AccountId;
        var savers = await db.DocumentVersions.AsNoTracking().Where(version => version.DocumentId == document.Id && version.SavedBy != null).Select(version => version.SavedBy!.Value).Distinct().ToListAsync(cancellation);
        return ([.. savers.Append(sent ?? Guid.Empty).Append(document.CreatedBy ?? Guid.Empty).Where(id => id != Guid.Empty).Distinct()],
            [.. round.Where(step => step.Step == DocumentStepKind.Approved).Select(step => step.AccountId).OfType<Guid>()]);
    }
}

/// <summary>What was done: the step to write, or why nothing was.</summary>
internal sealed record DocumentTaken
{
    public DocumentStepKind Step { get; init; }

    public ReviewStep? Review { get; init; }

    public string? Opinion { get; init; }

    public string? Proofreading { get; init; }

    public IReadOnlyList<string> Checked { get; init; } = [];

    public DocumentRefusal? Refusal { get; init; }

    public IReadOnlyList<DocumentFault> Missing { get; init; } = [];

    public static DocumentTaken Done(DocumentStepKind step, string? opinion = null) => new() { Step = step, Opinion = string.IsNullOrWhiteSpace(opinion) ? null : opinion.Trim() };

    public static DocumentTaken Refused(DocumentRefusal refusal, params IReadOnlyList<DocumentFault> missing) => new() { Refusal = refusal, Missing = missing };
}

/// <summary>What came of it.</summary>
public sealed record DocumentResult
{
    public DocumentRefusal? Refusal { get; init; }

    public long DocumentId { get; init; }

    public DocumentStage? Stage { get; init; }

    public ReviewStep? NextReview { get; init; }

    /// <summary>What is missing or wrong, where it was refused for that.</summary>
    public IReadOnlyList<DocumentFault> Missing { get; init; } = [];

    public bool IsDone => Refusal is null;

    /// <summary>The refusal as a sentence that says what to do; null where it was done.</summary>
    public string? Message => Refusal is { } refusal ? DocumentWords.Sentence(refusal) : null;

    internal static DocumentResult Refused(DocumentRefusal refusal, long documentId = 0) => new() { Refusal = refusal, DocumentId = documentId };
}
