using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Storage.Backups;

namespace Gongkai.Platform.Operations;

/// <summary>Notes that a backup was taken or restored. Whoever may run the program against the database may do that.</summary>
public sealed class RecordBackup(GongkaiDb db, InstallationSettings settings, AuditTrail audit)
{
    public async Task TakenAsync(BackupManifest manifest, string file, long bytes, CancellationToken cancellation)
    {
        var taken = new LastBackup { TakenAt = manifest.TakenAt, File = file, Bytes = bytes, Rows = manifest.Rows };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await settings.WriteAsync(LastBackup.Setting, taken, cancellation);
        await audit.RecordAsync(Actor.Program, agencyId: null, "backup.taken", "backup", before: null, after: taken, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    public async Task RestoredAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await audit.RecordAsync(Actor.Program, agencyId: null, "backup.restored", "backup", before: null, after: new { manifest.TakenAt, manifest.Rows }, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
