using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>Takes a list of agencies into the tree: first what it would do, then exactly that.</summary>
public sealed class AgencyImport(GongkaiDb db, ImportedFiles files, AuditTrail audit, TimeProvider time) : IListImport<ImportPlan>
{
    /// <summary>The longest list that is read.</summary>
    public const int MostRows = 20_000;

    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 10_000_000;

    public async Task<ImportPreview<ImportPlan>> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation) => Gate.MayAnywhere(actor, Act.ManageAgencies)
        ? await files.KeepAsync(fileName, content, MostBytes, async bytes => (await PlanningAsync(bytes, actor, cancellation)).Plan, actor, cancellation)
        : new ImportPreview<ImportPlan> { Refusal = ImportRefusal.NotAllowed };

    public Task<ImportPreview<ImportPlan>> AgainAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        files.AgainAsync(id, Gate.MayAnywhere(actor, Act.ManageAgencies), async bytes => (await PlanningAsync(bytes, actor, cancellation)).Plan, actor, cancellation);

    public async Task<ImportPreview<ImportPlan>> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        ImportPlanning? planning = null;
        var applied = await files.ApplyAsync(
            id, planHash, Gate.MayAnywhere(actor, Act.ManageAgencies),
            async bytes =>
            {
                (planning, var plan) = await PlanningAsync(bytes, actor, cancellation);
                return plan;
            },
            async (plan, _) =>
            {
                if (!plan.ChangesNothing)
                {
                    await WriteAsync(planning!, plan, actor, cancellation);
                }
            },
            actor, cancellation);
        if (applied.Refusal is null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return applied;
    }

    private async Task<(ImportPlanning? Planning, ImportPlan Plan)> PlanningAsync(byte[] content, Actor actor, CancellationToken cancellation)
    {
        var reading = ListFile.Read(content, MostRows);
        if (reading.Fault is not null || reading.Rows.Count == 0 || !ImportPlanning.IsList(reading.Rows[0]))
        {
            return (null, new ImportPlan { Unreadable = reading.Fault ?? "表的第一行里没有“名称”这一列；请下载模板，把内容贴进模板再传。" });
        }

        var agencies = await db.Agencies.AsNoTracking().Where(agency => agency.ValidTo == null).OrderBy(agency => agency.Path).ToListAsync(cancellation);
        var planning = ImportPlanning.Of(agencies, reading.Rows, actor);
        return (planning, planning.Plan());
    }

    private async Task WriteAsync(ImportPlanning planning, ImportPlan plan, Actor actor, CancellationToken cancellation)
    {
        var added = planning.AddedNodes.ToList();
        var changed = planning.ChangedNodes.ToList();
        var newIds = await AgencyRecords.NewIdsAsync(db, added.Count, cancellation);
        var ids = added.Zip(newIds).ToDictionary(pair => pair.First, pair => pair.Second);
        int? IdOf(PlannedNode? node) => node is null ? null : node.Id ?? ids[node];
        Agency Entity(PlannedNode node)
        {
            var agency = new Agency { Id = IdOf(node)!.Value, ParentId = IdOf(node.Parent) ?? node.Existing?.ParentId, Name = node.Facts.Name };
            (node.Facts with { AuthorityId = IdOf(node.Authority) }).WriteTo(agency);
            node.Profile.WriteTo(agency);
            return agency;
        }

        await AgencyRecords.InsertAsync(db, added.ConvertAll(Entity), cancellation);
        await AgencyRecords.UpdateAsync(db, changed.ConvertAll(Entity), cancellation);
        var today = time.Today();
        db.Set<AgencyMove>().AddRange(changed
            .Where(node => IdOf(node.Parent) is { } parent && parent != node.Existing!.ParentId)
            .Select(node => new AgencyMove { AgencyId = node.Id!.Value, FromParentId = node.Existing!.ParentId, ToParentId = IdOf(node.Parent), On = today }));
        await db.SaveChangesAsync(cancellation);
        await Tree.RewritePathsAsync(db, cancellation);
        List<AuditLine> lines =
        [
            .. plan.Added.Zip(added, (addition, node) => new AuditLine("agency.imported", $"agency/{ids[node]}", null, new { addition.Parent, addition.Facts, addition.Profile })),
            .. plan.Changed.Select(change => new AuditLine(
                "agency.imported", $"agency/{change.AgencyId}",
                change.Fields.ToDictionary(field => field.Field.ToString(), field => field.Before),
                change.Fields.ToDictionary(field => field.Field.ToString(), field => field.After))),
        ];
        await audit.RecordManyAsync(actor, actor.AgencyId, lines, cancellation);
    }
}
