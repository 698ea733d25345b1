using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Catalog;

/// <summary>Takes a 标准目录 into the catalog. Items are known by field and name; what the list does not name stays.</summary>
public sealed class CatalogImport(GongkaiDb db, ImportedFiles files, DocumentDesk desk, AuditTrail audit) : IListImport<CatalogPlan>
{
    public const int MostRows = 5_000;
    public const int MostBytes = 5_000_000;

    public async Task<ImportPreview<CatalogPlan>> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation) => Gate.MayAnywhere(actor, Act.ManageCatalog)
        ? await files.KeepAsync(fileName, content, MostBytes, bytes => PlanAsync(bytes, cancellation), actor, cancellation)
        : new ImportPreview<CatalogPlan> { Refusal = ImportRefusal.NotAllowed };

    public Task<ImportPreview<CatalogPlan>> AgainAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        files.AgainAsync(id, Gate.MayAnywhere(actor, Act.ManageCatalog), bytes => PlanAsync(bytes, cancellation), actor, cancellation);

    public async Task<ImportPreview<CatalogPlan>> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation)
    {
        ImportPreview<CatalogPlan> applied;
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            await CatalogKeeping.LockAsync(db, cancellation);
            applied = await files.ApplyAsync(
                id, planHash, Gate.MayAnywhere(actor, Act.ManageCatalog), bytes => PlanAsync(bytes, cancellation),
                async (plan, fileName) =>
                {
                    await WriteAsync(plan, cancellation);
                    await audit.RecordAsync(actor, actor.AgencyId, "catalog.imported", $"import/{id}", null, new { FileName = fileName, Added = plan.Added.Select(item => item.Name), Changed = plan.Changed.Select(change => change.After.Name) }, cancellation);
                },
                actor, cancellation);
            if (applied.Refusal is not null)
            {
                return applied;
            }

            await transaction.CommitAsync(cancellation);
        }

        await desk.RenewDueDaysAsync(cancellation);
        return applied;
    }

    private async Task WriteAsync(CatalogPlan plan, CancellationToken cancellation)
    {
        var changed = plan.Changed.ToDictionary(change => change.Before.Id, change => change.After);
        foreach (var item in await db.CatalogItems.Where(item => changed.Keys.Contains(item.Id)).ToListAsync(cancellation))
        {
            CatalogKeeping.Take(item, changed[item.Id]);
        }

        db.CatalogItems.AddRange(plan.Added);
    }

    private async Task<CatalogPlan> PlanAsync(byte[] content, CancellationToken cancellation)
    {
        var reading = ListFile.Read(content, MostRows);
        if (reading.Fault is not null)
        {
            return new CatalogPlan { Unreadable = reading.Fault };
        }

        var (items, faults) = CatalogTable.Read(reading.Rows);
        var kept = await db.CatalogItems.AsNoTracking().ToDictionaryAsync(item => (item.Field, item.Name), cancellation);
        return CatalogPlan.Of<CatalogPlan>(items, item => kept.GetValueOrDefault((item.Field, item.Name)), faults);
    }
}

/// <summary>What a list would change in the catalog.</summary>
public sealed record CatalogPlan : LinePlan<CatalogItem>
{
    protected override IReadOnlyList<string> CellsOf(CatalogItem thing) => CatalogTable.Row(thing);
}
