using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Catalog;

/// <summary>Adds an item to the catalog or changes one. What is still to be published under it has its last day computed anew.</summary>
public sealed class CatalogKeeping(GongkaiDb db, DocumentDesk desk, AuditTrail audit)
{
    /// <param name="id">The item that is changed; null for a new one.</param>
    /// <param name="input">What it is to be.</param>
    /// <param name="actor">Who keeps the catalog.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Result> RunAsync(int? id, CatalogItem input, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.ManageCatalog))
        {
            return new(null, Refusal.NotAllowed);
        }

        if (CatalogTable.FaultOf(input) is { } fault)
        {
            return new(null, Refusal.Wrong, fault);
        }

        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            await LockAsync(db, cancellation);
            if (await db.CatalogItems.AnyAsync(other => other.Field == input.Field && other.Name == input.Name && other.Id != id, cancellation))
            {
                return new(null, Refusal.AlreadyThere);
            }

            var item = id is null ? db.CatalogItems.Add(new CatalogItem { Name = input.Name }).Entity : await db.CatalogItems.SingleOrDefaultAsync(known => known.Id == id, cancellation);
            if (item is null)
            {
                return new(null, Refusal.NotFound);
            }

            var before = id is null ? null : ForAudit(item);
            Take(item, input);
            await db.SaveChangesAsync(cancellation);
            id = item.Id;
            await audit.RecordAsync(actor, actor.AgencyId, before is null ? "catalog.itemAdded" : "catalog.itemChanged", $"catalogItem/{item.Id}", before, ForAudit(item), cancellation);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
        }

        await desk.RenewDueDaysAsync(cancellation);
        return new(id, null);
    }

    /// <summary>Who changes the catalog waits for who is changing it.</summary>
    internal static Task LockAsync(GongkaiDb db, CancellationToken cancellation) => db.Database.ExecuteSqlAsync($"LOCK TABLE catalog_items IN SHARE ROW EXCLUSIVE MODE", cancellation);

    internal static void Take(CatalogItem item, CatalogItem input)
    {
        item.Field = input.Field;
        item.Category = input.Category;
        item.Name = input.Name;
        item.Content = input.Content;
        item.Basis = input.Basis;
        item.LimitDays = input.LimitDays;
        item.LimitIsCalendarDays = input.LimitIsCalendarDays;
        item.Channels = input.Channels;
        item.Audience = input.Audience;
        item.Levels = input.Levels;
        item.SortOrder = input.SortOrder;
        item.ValidTo = input.ValidTo;
    }

    private static object ForAudit(CatalogItem item) => new
    {
        item.Field, item.Category, item.Name, item.Content, item.Basis, Period = CatalogTable.PeriodOf(item.Period), item.Channels, item.Audience, item.Levels, item.SortOrder, ValidTo = item.ValidTo?.ToString("yyyy-MM-dd", null),
    };

    /// <param name="Id">The item, where it was kept.</param>
    /// <param name="Refusal">Why it was not.</param>
    /// <param name="Fault">What is wrong with it, as a sentence.</param>
    public sealed record Result(int? Id, Refusal? Refusal, string? Fault = null);

    public enum Refusal
    {
        NotAllowed,
        NotFound,
        AlreadyThere,
        Wrong,
    }
}
