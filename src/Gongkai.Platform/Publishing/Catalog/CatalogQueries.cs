using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Catalog;

/// <summary>The catalog for whoever keeps it: all items, those that no longer stand too.</summary>
public sealed class CatalogQueries(GongkaiDb db, TimeProvider time)
{
    /// <summary>A catalog has some hundred items: a field at a time is shown, and all of them are given out.</summary>
    public async Task<IReadOnlyList<CatalogRow>> ListAsync(CatalogFilter filter, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var items = db.CatalogItems.AsNoTracking().Where(_ => Gate.MayAnywhere(actor, Act.ManageCatalog));
        items = filter.Text is { Length: > 0 } text ? items.Where(item => item.Name.Contains(text) || item.Field.Contains(text) || item.Content.Contains(text) || item.Basis.Contains(text)) : items;
        items = filter.Category is { } category ? items.Where(item => item.Category == category) : items;
        items = filter.Stands is { } stands ? items.Where(item => (item.ValidTo == null || item.ValidTo >= today) == stands) : items;
        return await (
            from item in items
            orderby item.SortOrder, item.Id
            select new CatalogRow(item, db.Publications.Count(publication => publication.CatalogItemId == item.Id))).Take(CatalogImport.MostRows).ToListAsync(cancellation);
    }

    public Task<CatalogItem?> FindAsync(int id, Actor actor, CancellationToken cancellation) =>
        db.CatalogItems.AsNoTracking().Where(_ => Gate.MayAnywhere(actor, Act.ManageCatalog)).SingleOrDefaultAsync(item => item.Id == id, cancellation);
}

/// <summary>Which items are listed; null leaves it open.</summary>
/// <param name="Text">In the name, the field, the content or the basis.</param>
/// <param name="Category">The statutory category.</param>
/// <param name="Stands">Whether documents can be put under it today.</param>
public sealed record CatalogFilter(string? Text, CatalogCategory? Category, bool? Stands);

/// <summary>An item, and how many documents are published under it.</summary>
public sealed record CatalogRow(CatalogItem Item, int Documents);
