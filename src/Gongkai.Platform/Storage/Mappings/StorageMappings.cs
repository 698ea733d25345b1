using Gongkai.Platform.Audit;
using Gongkai.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class BlobMapping : IEntityTypeConfiguration<Blob>
{
    public void Configure(EntityTypeBuilder<Blob> builder)
    {
        builder.ToTable("blobs").HasKey(blob => blob.Id);
        builder.Property(blob => blob.Id).ValueGeneratedNever();
    }
}

internal sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder) => builder.ToTable("protection_keys").HasKey(key => key.Id);
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder) => builder.ToTable("settings").HasKey(setting => setting.Name);
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("audit_entries").HasKey(entry => entry.Id);
}

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.ToTable("jobs").HasKey(job => job.Id);
        builder.Property(job => job.Id).ValueGeneratedNever();
    }
}
