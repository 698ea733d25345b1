using Gongkai.Platform.Publishing;
using Gongkai.Platform.Search.Documents;
using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Indexing;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tests.Filings;

namespace Gongkai.Platform.Tests.Search;

/// <summary>Puts documents before the public of an office without the way there, which is not what is tried here.</summary>
internal static class PublishedOffice
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<long> WriteAsync(this Office office, string title, DocumentStage stage = DocumentStage.Drafting, DateTimeOffset? publishAt = null)
    {
        var document = new Document
        {
            AgencyId = office.Bureau.Id, Title = title, Content = new DocumentContent { Title = title }, Stage = stage, PublishAt = publishAt, ContentVersion = 1, FormKey = Guid.CreateVersion7(),
            CreatedByName = "王芳", CreatedAt = office.Clock.GetUtcNow(), ChangedByName = "王芳", ChangedAt = office.Clock.GetUtcNow(),
        };
        await office.UseAsync<GongkaiDb, int>(db =>
        {
            db.Documents.Add(document);
            return db.SaveChangesAsync(Cancellation);
        });
        return document.Id;
    }

    public static async Task<long> PublishAsync(this Office office, string title, Action<Publication>? change = null, string body = "<p>正文。</p>", DateTimeOffset? at = null)
    {
        var id = await office.WriteAsync(title, DocumentStage.Published);
        var publication = new Publication
        {
            DocumentId = id, AgencyId = office.Bureau.Id, ContentVersion = 1, IndexNumber = $"T{id}/2026-00001", Title = title, Kind = Gongkai.Law.Publishing.DocumentKind.PolicyDocument, Body = body,
            PublishedAt = at ?? office.Clock.GetUtcNow(), UpdatedAt = office.Clock.GetUtcNow(),
        };
        change?.Invoke(publication);
        await office.UseAsync<GongkaiDb, int>(db =>
        {
            db.Publications.Add(publication);
            return db.SaveChangesAsync(Cancellation);
        });
        return id;
    }

    public static async Task AttachAsync(this Office office, long document, string name, string text) => await office.UseAsync<GongkaiDb, int>(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var blob = await new Blobs(db, office.Clock).KeepAsync(content, name, "text/plain", Cancellation);
        db.DocumentFiles.Add(new DocumentFile { DocumentId = document, BlobId = blob.Id, Name = name, Purpose = DocumentFilePurpose.Attachment, AddedAt = office.Clock.GetUtcNow(), AddedByName = "王芳", IsPublic = true });
        await db.SaveChangesAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);
        return 0;
    });

    public static Task<int> SweepAsync(this Office office) => office.UseAsync<SearchIndex, int>(index => index.SweepAsync(Cancellation));

    public static Task<FoundDocuments> FindAsync(this Office office, string query, DocumentSearchFilter? filter = null) =>
        office.UseAsync<DocumentSearch, FoundDocuments>(search => search.FindAsync(SearchWords.Of(query), (filter ?? new()) with { AgencyId = office.Bureau.Id }, Cancellation));

    public static async Task<long[]> IdsAsync(this Office office, string query, DocumentSearchFilter? filter = null) =>
        [.. (await office.FindAsync(query, filter)).Items.Select(found => found.Id)];
}
