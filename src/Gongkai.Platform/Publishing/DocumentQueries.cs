using System.Globalization;
using Gongkai.Law.Calendar;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing;

/// <summary>What is read of documents by those at work, in the own part of the tree.</summary>
public sealed class DocumentQueries(GongkaiDb db, DocumentDesk desk, Calendars.Calendars calendars, InstallationSettings settings, TimeProvider time)
{
    public const int MostExported = 20_000;

    private const int PageSize = 50;

    /// <summary>A page of the list, the newest first.</summary>
    public async Task<Page<DocumentRow>> ListAsync(DocumentFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var documents = Matching(filter, actor);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            documents = documents.Where(document => document.Id < last);
        }

        var found = await Rows(documents.OrderByDescending(document => document.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return new Page<DocumentRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public Task<List<DocumentRow>> ExportAsync(DocumentFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(Matching(filter, actor).OrderByDescending(document => document.Id).Take(MostExported)).ToListAsync(cancellation);

    /// <summary>What waits for this person: reviews to give, drafts that were returned or whose day comes near, what is ready to be published.</summary>
    public async Task<IReadOnlyList<DocumentRow>> AtHandAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 30;
        var reviews = await Rows(Matching(new DocumentFilter { WaitsForMe = true }, actor).OrderBy(document => document.DueOn).ThenBy(document => document.Id).Take(most)).ToListAsync(cancellation);
        var writing = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.WriteDocuments));
        var soon = time.Today().AddDays(10);
        var drafts = await Rows(
            from document in db.Documents.AsNoTracking()
            join agency in writing on document.AgencyId equals agency.Id
            where (document.Stage == DocumentStage.Ready && document.PublishAt == null) || (document.Stage == DocumentStage.Drafting && (document.DueOn <= soon || document.CreatedBy == actor.AccountId))
            orderby document.DueOn, document.Id
            select document, most).ToListAsync(cancellation);
        return [.. reviews, .. drafts.Where(draft => reviews.TrueForAll(review => review.Id != draft.Id))];
    }

    /// <summary>A document with all that belongs to it; null where there is none for this person.</summary>
    public async Task<DocumentSheet?> FindAsync(long documentId, Actor actor, CancellationToken cancellation)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(found => found.Id == documentId, cancellation);
        if (document is null)
        {
            return null;
        }

        var situation = await desk.SituationAsync(document, cancellation);
        if (!Gate.May(actor, Act.ViewDocuments, situation.Path))
        {
            return null;
        }

        var today = time.Today();
        var calendar = await calendars.OfAsync(document.AgencyId, cancellation);
        var content = document.Content;
        var period = await desk.PeriodAsync(content, cancellation);
        var publishedOn = document.PublishedAt is { } at ? DateOnly.FromDateTime(at.InBeijing().DateTime) : (DateOnly?)null;
        var publication = await db.Publications.AsNoTracking().Where(found => found.DocumentId == documentId)
            .Select(found => new { found.EffectiveOn, found.ExpiresOn, found.AmendedOn, found.RepealedOn }).SingleOrDefaultAsync(cancellation);
        return new DocumentSheet
        {
            Row = await Rows(db.Documents.AsNoTracking().Where(found => found.Id == documentId)).SingleAsync(cancellation),
            Content = content,
            Version = document.ContentVersion,
            Clock = content is { Attribute: DisclosureAttribute.Proactive, MadeOn: { } madeOn } && calendar.Covers(madeOn) && calendar.Covers(madeOn.AddDays(2 * period.Days))
                ? period.ClockOf(madeOn, publishedOn, document.Stage is not (DocumentStage.Withdrawn or DocumentStage.Ended), calendar, today) : null,
            Calendar = calendar,
            AsOf = today,
            Procedure = KeepProcedure.IsNormative(content.Kind) ? await ProcedureAsync(document, publishedOn, calendar, cancellation) : null,
            CatalogItem = content.CatalogItemId is { } item ? await db.CatalogItems.AsNoTracking().SingleOrDefaultAsync(found => found.Id == item, cancellation) : null,
            Files = await FilesAsync(documentId, cancellation),
            Steps = await db.DocumentSteps.AsNoTracking().Where(step => step.DocumentId == documentId).OrderBy(step => step.Id).ToListAsync(cancellation),
            Remarks = await db.DocumentRemarks.AsNoTracking().Where(remark => remark.DocumentId == documentId).OrderBy(remark => remark.Id).ToListAsync(cancellation),
            Versions = await db.DocumentVersions.AsNoTracking().Where(version => version.DocumentId == documentId).OrderByDescending(version => version.Number)
                .Select(version => new VersionView(version.Number, version.SavedByName, version.SavedAt)).ToListAsync(cancellation),
            Actions = DocumentGate.Possible(situation, actor),
            ReviewRefusal = document.NextReview is null ? null : DocumentGate.Refuse(situation, DocumentAction.Approve, actor),
            IsPublic = situation.IsPublic,
            Status = publication is null ? null : new DocumentValidity(publication.EffectiveOn, publication.ExpiresOn, publication.AmendedOn, publication.RepealedOn).On(today),
            InterpretsTitle = content.InterpretsId is { } policy ? await db.Documents.AsNoTracking().Where(found => found.Id == policy).Select(found => found.Title).SingleOrDefaultAsync(cancellation) : null,
        };
    }

    /// <summary>A version as it was kept; null where there is none for this person.</summary>
    public async Task<DocumentVersion?> VersionAsync(long documentId, int number, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return await (
            from version in db.DocumentVersions.AsNoTracking()
            join document in db.Documents.AsNoTracking() on version.DocumentId equals document.Id
            join agency in agencies on document.AgencyId equals agency.Id
            where version.DocumentId == documentId && version.Number == number
            select version).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The file of a document that this person may see at work.</summary>
    public async Task<DocumentFileView?> FileAsync(long fileId, Actor actor, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return await Files(
            from file in db.DocumentFiles.AsNoTracking()
            join document in db.Documents.AsNoTracking() on file.DocumentId equals document.Id
            join agency in agencies on document.AgencyId equals agency.Id
            where file.Id == fileId
            select file).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Policy documents of the agencies within reach whose title or number holds this, for the choice of what is interpreted.</summary>
    public async Task<IReadOnlyList<DocumentRow>> PoliciesAsync(string text, Actor actor, CancellationToken cancellation)
    {
        const int most = 20;
        DocumentKind[] kinds = [DocumentKind.PolicyDocument, DocumentKind.NormativeDocument, DocumentKind.Rule, DocumentKind.Plan];
        return await Rows(Matching(new DocumentFilter { Text = text }, actor).Where(document => kinds.Contains(document.Kind) && document.Attribute == DisclosureAttribute.Proactive)
            .OrderByDescending(document => document.Id).Take(most)).ToListAsync(cancellation);
    }

    private async Task<ProcedureSheet> ProcedureAsync(Document document, DateOnly? publishedOn, WorkingCalendar calendar, CancellationToken cancellation)
    {
        var today = time.Today();
        var kept = await db.NormativeProcedures.AsNoTracking().SingleOrDefaultAsync(found => found.DocumentId == document.Id, cancellation);
        var facts = kept?.Procedure ?? new NormativeProcedure();
        var days = (await settings.ReadAsync<PublishingRules>(PublishingRules.Setting, cancellation) ?? new()).FilingDays;
        return new ProcedureSheet(
            facts, kept?.RegisterNumber, publishedOn is null && KeepProcedure.IsDemanded(document.Content, today) ? [.. facts.Missing(document.MadeOn, today)] : [],
            publishedOn is { } published && KeepProcedure.IsDemanded(document.Content, published) && calendar.Covers(published.AddDays(2 * days)) ? NormativeProcedure.FilingDueOn(published, days, calendar) : null);
    }

    private Task<List<DocumentFileView>> FilesAsync(long documentId, CancellationToken cancellation) =>
        Files(db.DocumentFiles.AsNoTracking().Where(file => file.DocumentId == documentId && file.RemovedAt == null).OrderBy(file => file.Id)).ToListAsync(cancellation);

    private IQueryable<DocumentFileView> Files(IQueryable<DocumentFile> files) =>
        from file in files
        join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
        select new DocumentFileView(file.Id, file.BlobId, file.Purpose, file.Name, blob.ContentType, blob.Length, file.AddedAt, file.AddedByName, file.IsPublic);

    private IQueryable<Document> Matching(DocumentFilter filter, Actor actor)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        var documents = db.Documents.AsNoTracking().Where(document => agencies.Any(agency => agency.Id == document.AgencyId));
        documents = filter.Stage is { } stage ? documents.Where(document => document.Stage == stage) : documents;
        documents = filter.Kind is { } kind ? documents.Where(document => document.Kind == kind) : documents;
        documents = filter.Attribute is { } attribute ? documents.Where(document => document.Attribute == attribute) : documents;
        if (!string.IsNullOrWhiteSpace(filter.Text))
        {
            var text = filter.Text.Trim();
            documents = documents.Where(document => document.Title.Contains(text) || document.IndexNumber == text || db.Publications.Any(publication => publication.DocumentId == document.Id && publication.Number == text));
        }

        if (filter.IsOverdue)
        {
            var today = time.Today();
            documents = documents.Where(document => document.DueOn < today && document.PublishedAt == null
                && (document.Stage == DocumentStage.Drafting || document.Stage == DocumentStage.InReview || document.Stage == DocumentStage.Ready));
        }

        return filter.WaitsForMe ? Waiting(documents, actor) : documents;
    }

    private static IQueryable<Document> Waiting(IQueryable<Document> documents, Actor actor)
    {
        var own = Enum.GetValues<ReviewStep>().ToDictionary(step => step, step => actor.Posts.Where(post => DocumentGate.Reviewers(step).Contains(post.Role)).Select(post => post.AgencyId).Distinct().ToArray());
        var (first, second, secrecy, final) = (own[ReviewStep.First], own[ReviewStep.Second], own[ReviewStep.Secrecy], own[ReviewStep.Final]);
        return documents.Where(document => document.Stage == DocumentStage.InReview && document.CreatedBy != actor.AccountId && (
            (document.NextReview == ReviewStep.First && first.Contains(document.AgencyId)) || (document.NextReview == ReviewStep.Second && second.Contains(document.AgencyId))
            || (document.NextReview == ReviewStep.Secrecy && secrecy.Contains(document.AgencyId)) || (document.NextReview == ReviewStep.Final && final.Contains(document.AgencyId))));
    }

    private IQueryable<DocumentRow> Rows(IQueryable<Document> documents, int most = int.MaxValue) => documents.Take(most).Select(document => new DocumentRow
    {
        Id = document.Id,
        AgencyId = document.AgencyId,
        AgencyName = db.Agencies.Where(agency => agency.Id == document.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(),
        Title = document.Title,
        Kind = document.Kind,
        Attribute = document.Attribute,
        Stage = document.Stage,
        NextReview = document.NextReview,
        MadeOn = document.MadeOn,
        DueOn = document.DueOn,
        PublishAt = document.PublishAt,
        PublishedAt = document.PublishedAt,
        IndexNumber = document.IndexNumber,
        CreatedByName = document.CreatedByName,
        ChangedByName = document.ChangedByName,
        ChangedAt = document.ChangedAt,
        LookedAtOn = document.LookedAtOn,
    });
}
