using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Ledgers;

/// <summary>Takes a table of acts into the ledger of the agency worked in: first what it would do, then exactly that.</summary>
public sealed class LedgerImport(GongkaiDb db, LedgerDesk desk, LedgerIntake intake, TimeProvider time)
{
    public const int MostBytes = 20_000_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Keeps an uploaded table, and tells what it would add.</summary>
    public async Task<Preview> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation)
    {
        if (!await MayAsync(actor, cancellation))
        {
            return new Preview { Refusal = ImportRefusal.NotAllowed };
        }

        var plan = content.Length > MostBytes ? new LedgerPlan { Unreadable = $"文件超过 {MostBytes / 1_000_000} MB，没有读取；请分成几个文件。" } : await PlanAsync(content, actor, cancellation);
        if (plan.Unreadable is not null)
        {
            return new Preview { Plan = plan };
        }

        var file = new ImportedFile { Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = actor.AccountId, FileName = fileName, Content = content, CreatedAt = time.GetUtcNow() };
        var forgotten = time.GetUtcNow() - KeptFor;
        await db.Set<ImportedFile>().Where(old => old.CreatedAt < forgotten).ExecuteDeleteAsync(cancellation);
        db.Set<ImportedFile>().Add(file);
        await db.SaveChangesAsync(cancellation);
        db.Entry(file).State = EntityState.Detached;
        return new Preview { Id = file.Id, FileName = fileName, Plan = plan };
    }

    /// <summary>What a kept table would add as the ledger is now.</summary>
    public async Task<Preview> AgainAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var file = await db.Set<ImportedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        return file is null || !await MayAsync(actor, cancellation)
            ? new Preview { Refusal = file is null ? ImportRefusal.NotFound : ImportRefusal.NotAllowed }
            : new Preview { Id = id, FileName = file.FileName, Plan = await PlanAsync(file.Content, actor, cancellation), Refusal = file.AppliedAt is null ? null : ImportRefusal.AlreadyApplied };
    }

    /// <summary>Does what the preview showed, all of it in one transaction; refuses where that would be something else by now.</summary>
    public async Task<Preview> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await desk.LockAsync(actor.AgencyId, actor, cancellation))
        {
            return new Preview { Refusal = ImportRefusal.NotAllowed };
        }

        var file = await db.Set<ImportedFile>().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        if (file is null || file.AppliedAt is not null)
        {
            return new Preview { Refusal = file is null ? ImportRefusal.NotFound : ImportRefusal.AlreadyApplied };
        }

        var plan = await PlanAsync(file.Content, actor, cancellation);
        var result = new Preview { Id = id, FileName = file.FileName, Plan = plan };
        if (plan.Unreadable is not null || plan.Faults.Count > 0 || plan.Hash != planHash)
        {
            return result with { Refusal = plan.Faults.Count > 0 || plan.Unreadable is not null ? ImportRefusal.HasErrors : ImportRefusal.TreeChanged };
        }

        file.AppliedAt = time.GetUtcNow();
        await intake.WriteAsync(actor.AgencyId, plan, ActSource.Imported, file.FileName, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private async Task<bool> MayAsync(Actor actor, CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Where(agency => agency.Id == actor.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation) is { } path && Gate.May(actor, Act.KeepLedgers, path);

    private async Task<LedgerPlan> PlanAsync(byte[] content, Actor actor, CancellationToken cancellation)
    {
        var reading = ListFile.Read(content, LedgerIntake.MostRows);
        return reading.Fault is not null ? new LedgerPlan { Unreadable = reading.Fault } : await intake.PlanAsync(actor.AgencyId, ActTable.Read(reading.Rows, time.Today()), cancellation);
    }

    public sealed record Preview
    {
        public Guid? Id { get; init; }

        public string FileName { get; init; } = "";

        public LedgerPlan Plan { get; init; } = new();

        public ImportRefusal? Refusal { get; init; }
    }
}
