using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>Takes a list of agencies into the tree: first what it would do, then exactly that.</summary>
public sealed class AgencyImport(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    /// <summary>The longest list that is read.</summary>
    public const int MostRows = 20_000;

    /// <summary>The largest file that is read.</summary>
    public const int MostBytes = 10_000_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Keeps an uploaded list, and tells what it would change.</summary>
    public async Task<Preview> PreviewAsync(Upload upload, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.ManageAgencies))
        {
            return new Preview { Refusal = ImportRefusal.NotAllowed };
        }

        if (upload.Content.Length > MostBytes)
        {
            return new Preview { Unreadable = $"文件超过 {MostBytes / 1_000_000} MB，没有读取；请分成几个文件。" };
        }

        var (planning, unreadable) = await PlanningAsync(upload.Content, actor, cancellation);
        if (planning is null)
        {
            return new Preview { Unreadable = unreadable };
        }

        var file = new ImportedFile
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = actor.AccountId, FileName = upload.FileName, Content = upload.Content, CreatedAt = time.GetUtcNow(),
        };
        var forgotten = time.GetUtcNow() - KeptFor;
        await db.Set<ImportedFile>().Where(old => old.CreatedAt < forgotten).ExecuteDeleteAsync(cancellation);
        db.Set<ImportedFile>().Add(file);
        await db.SaveChangesAsync(cancellation);
        db.Entry(file).State = EntityState.Detached;
        return new Preview { Id = file.Id, FileName = file.FileName, Plan = planning.Plan() };
    }

    /// <summary>What a kept list would change as the tree is now.</summary>
    public async Task<Preview> AgainAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var file = await db.Set<ImportedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        if (file is null || !Gate.MayAnywhere(actor, Act.ManageAgencies))
        {
            return new Preview { Refusal = file is null ? ImportRefusal.NotFound : ImportRefusal.NotAllowed };
        }

        var (planning, unreadable) = await PlanningAsync(file.Content, actor, cancellation);
        return new Preview { Id = id, FileName = file.FileName, Plan = planning?.Plan() ?? new ImportPlan(), Unreadable = unreadable, Refusal = file.AppliedAt is null ? null : ImportRefusal.AlreadyApplied };
    }

    /// <summary>Does what the preview showed, all of it in one transaction; refuses where that would be something else by now.</summary>
    public async Task<Preview> ApplyAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await Tree.LockAsync(db, cancellation);
        var file = await db.Set<ImportedFile>().SingleOrDefaultAsync(file => file.Id == command.Id && file.AccountId == actor.AccountId, cancellation);
        if (file is null || file.AppliedAt is not null || !Gate.MayAnywhere(actor, Act.ManageAgencies))
        {
            return new Preview { Refusal = file is null ? ImportRefusal.NotFound : file.AppliedAt is not null ? ImportRefusal.AlreadyApplied : ImportRefusal.NotAllowed };
        }

        var (planning, unreadable) = await PlanningAsync(file.Content, actor, cancellation);
        if (planning is null)
        {
            return new Preview { Unreadable = unreadable };
        }

        var plan = planning.Plan();
        var result = new Preview { Id = file.Id, FileName = file.FileName, Plan = plan };
        if (plan.Errors.Count > 0 || plan.Hash != command.PlanHash)
        {
            return result with { Refusal = plan.Errors.Count > 0 ? ImportRefusal.HasErrors : ImportRefusal.TreeChanged };
        }

        if (!plan.ChangesNothing)
        {
            await WriteAsync(planning, plan, actor, cancellation);
        }

        file.AppliedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private async Task<(ImportPlanning? Planning, string? Unreadable)> PlanningAsync(byte[] content, Actor actor, CancellationToken cancellation)
    {
        var reading = ListFile.Read(content, MostRows);
        if (reading.Fault is not null || reading.Rows.Count == 0 || !ImportPlanning.IsList(reading.Rows[0]))
        {
            return (null, reading.Fault ?? "表的第一行里没有“名称”这一列；请下载模板，把内容贴进模板再传。");
        }

        var agencies = await db.Agencies.AsNoTracking().Where(agency => agency.ValidTo == null).OrderBy(agency => agency.Path).ToListAsync(cancellation);
        return (ImportPlanning.Of(agencies, reading.Rows, actor), null);
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

    public sealed record Upload(string FileName, byte[] Content);

    /// <summary><see cref="PlanHash"/> is that of the plan that the person saw.</summary>
    public sealed record Command(Guid Id, string PlanHash);

    public sealed record Preview
    {
        public Guid? Id { get; init; }

        public string FileName { get; init; } = "";

        public ImportPlan Plan { get; init; } = new();

        public ImportRefusal? Refusal { get; init; }

        /// <summary>Why the file could not be read, in a sentence.</summary>
        public string? Unreadable { get; init; }
    }
}

public enum ImportRefusal
{
    NotFound,
    NotAllowed,
    AlreadyApplied,
    HasErrors,

    /// <summary>Others have changed the tree since the preview: what would be done now is not what was shown.</summary>
    TreeChanged,
}
