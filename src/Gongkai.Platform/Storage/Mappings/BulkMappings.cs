using Gongkai.Platform.Filings.Bulk;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class BulkUploadMapping : IEntityTypeConfiguration<BulkUpload>
{
    public void Configure(EntityTypeBuilder<BulkUpload> builder) => builder.ToTable("bulk_uploads").HasKey(upload => upload.Id);
}

internal sealed class BulkEntryMapping : IEntityTypeConfiguration<BulkEntry>
{
    public void Configure(EntityTypeBuilder<BulkEntry> builder) => builder.ToTable("bulk_entries").HasKey(entry => new { entry.UploadId, entry.Number });
}
