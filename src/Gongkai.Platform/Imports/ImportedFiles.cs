using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Imports;

/// <summary>Uploaded lists between their preview and their taking in. A list is seen and applied by whoever uploaded it, once.</summary>
public sealed class ImportedFiles(GongkaiDb db, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Keeps a list that can be read and is not longer than is read.</summary>
    internal async Task<ImportPreview<TPlan>> KeepAsync<TPlan>(string fileName, byte[] content, int mostBytes, Func<byte[], Task<TPlan>> plan, Actor actor, CancellationToken cancellation)
        where TPlan : ListPlan, new()
    {
        var planned = content.Length > mostBytes ? new TPlan { Unreadable = $"文件超过 {mostBytes / 1_000_000} MB，没有读取；请分成几个文件。" } : await plan(content);
        if (planned.Unreadable is not null)
        {
            return new ImportPreview<TPlan> { Plan = planned };
        }

        var now = time.GetUtcNow();
        var file = new ImportedFile { Id = Guid.CreateVersion7(now), AccountId = actor.AccountId, FileName = fileName, Content = content, CreatedAt = now };
        var forgotten = now - KeptFor;
        await db.Set<ImportedFile>().Where(old => old.CreatedAt < forgotten).ExecuteDeleteAsync(cancellation);
        db.Set<ImportedFile>().Add(file);
        await db.SaveChangesAsync(cancellation);
        db.Entry(file).State = EntityState.Detached;
        return new ImportPreview<TPlan> { Id = file.Id, FileName = fileName, Plan = planned };
    }

    internal async Task<ImportPreview<TPlan>> AgainAsync<TPlan>(Guid id, bool may, Func<byte[], Task<TPlan>> plan, Actor actor, CancellationToken cancellation)
        where TPlan : ListPlan, new()
    {
        var file = await db.Set<ImportedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        return file is null || !may
            ? new ImportPreview<TPlan> { Refusal = file is null ? ImportRefusal.NotFound : ImportRefusal.NotAllowed }
            : new ImportPreview<TPlan> { Id = id, FileName = file.FileName, Plan = await plan(file.Content), Refusal = file.AppliedAt is null ? null : ImportRefusal.AlreadyApplied };
    }

    /// <summary>Applies a list in the transaction that is open and holds what is changed; the caller commits where nothing was refused.</summary>
    internal async Task<ImportPreview<TPlan>> ApplyAsync<TPlan>(
        Guid id, string planHash, bool may, Func<byte[], Task<TPlan>> plan, Func<TPlan, string, Task> write, Actor actor, CancellationToken cancellation)
        where TPlan : ListPlan, new()
    {
        var file = await db.Set<ImportedFile>().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        if (file is null || file.AppliedAt is not null || !may)
        {
            return new ImportPreview<TPlan> { Refusal = file is null ? ImportRefusal.NotFound : file.AppliedAt is not null ? ImportRefusal.AlreadyApplied : ImportRefusal.NotAllowed };
        }

        var planned = await plan(file.Content);
        var result = new ImportPreview<TPlan> { Id = id, FileName = file.FileName, Plan = planned };
        if (planned.Unreadable is not null || planned.HasFaults || planned.Hash != planHash)
        {
            return result with { Refusal = planned.Unreadable is not null || planned.HasFaults ? ImportRefusal.HasErrors : ImportRefusal.ChangedMeanwhile };
        }

        file.AppliedAt = time.GetUtcNow();
        await write(planned, file.FileName);
        await db.SaveChangesAsync(cancellation);
        return result;
    }
}
