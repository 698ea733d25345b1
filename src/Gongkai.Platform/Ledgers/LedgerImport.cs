using Gongkai.Platform.Accounts;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Ledgers;

/// <summary>Takes a table of acts into the ledger of the agency worked in: first what it would do, then exactly that.</summary>
public sealed class LedgerImport(GongkaiDb db, ImportedFiles files, LedgerDesk desk, LedgerIntake intake, TimeProvider time) : IListImport<LedgerPlan>
{
    public const int MostBytes = 20_000_000;

    public async Task<ImportPreview<LedgerPlan>> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation) => await MayAsync(actor, cancellation)
        ? await files.KeepAsync(fileName, content, MostBytes, bytes => PlanAsync(bytes, actor, cancellation), actor, cancellation)
        : new ImportPreview<LedgerPlan> { Refusal = ImportRefusal.NotAllowed };

    public async Task<ImportPreview<LedgerPlan>> AgainAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        await files.AgainAsync(id, await MayAsync(actor, cancellation), bytes => PlanAsync(bytes, actor, cancellation), actor, cancellation);

    public async Task<ImportPreview<LedgerPlan>> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var may = await desk.LockAsync(actor.AgencyId, actor, cancellation);
        var applied = await files.ApplyAsync(
            id, planHash, may, bytes => PlanAsync(bytes, actor, cancellation),
            (plan, fileName) => intake.WriteAsync(actor.AgencyId, plan, ActSource.Imported, fileName, actor, cancellation), actor, cancellation);
        if (applied.Refusal is null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return applied;
    }

    private async Task<bool> MayAsync(Actor actor, CancellationToken cancellation) =>
        await db.Agencies.AsNoTracking().Where(agency => agency.Id == actor.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation) is { } path && Gate.May(actor, Act.KeepLedgers, path);

    private async Task<LedgerPlan> PlanAsync(byte[] content, Actor actor, CancellationToken cancellation)
    {
        var reading = ListFile.Read(content, LedgerIntake.MostRows);
        return reading.Fault is not null ? new LedgerPlan { Unreadable = reading.Fault } : await intake.PlanAsync(actor.AgencyId, ActTable.Read(reading.Rows, time.Today()), cancellation);
    }
}
