using System.Text.Json;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Reviewing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("documents").HasKey(document => document.Id);
        builder.Property(document => document.Content).HasConversion(DocumentContentConverter.Instance).HasColumnType("jsonb");
    }
}

internal sealed class DocumentVersionMapping : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.ToTable("document_versions").HasKey(version => new { version.DocumentId, version.Number });
        builder.Property(version => version.Content).HasConversion(DocumentContentConverter.Instance).HasColumnType("jsonb");
    }
}

internal sealed class DocumentStepMapping : IEntityTypeConfiguration<DocumentStep>
{
    public void Configure(EntityTypeBuilder<DocumentStep> builder) => builder.ToTable("document_steps").HasKey(step => step.Id);
}

internal sealed class DocumentRemarkMapping : IEntityTypeConfiguration<DocumentRemark>
{
    public void Configure(EntityTypeBuilder<DocumentRemark> builder) => builder.ToTable("document_remarks").HasKey(remark => remark.Id);
}

internal sealed class DocumentFileMapping : IEntityTypeConfiguration<DocumentFile>
{
    public void Configure(EntityTypeBuilder<DocumentFile> builder) => builder.ToTable("document_files").HasKey(file => file.Id);
}

internal sealed class DocumentFileScreeningMapping : IEntityTypeConfiguration<DocumentFileScreening>
{
    public void Configure(EntityTypeBuilder<DocumentFileScreening> builder)
    {
        builder.ToTable("document_file_screenings").HasKey(screening => screening.FileId);
        builder.Property(screening => screening.FileId).ValueGeneratedNever();
        builder.Property(screening => screening.Hits).HasConversion(
            hits => JsonSerializer.Serialize(hits, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<List<DocumentHit>>(text, JsonSerializerOptions.Web)!,
            new ValueComparer<IReadOnlyList<DocumentHit>>((one, other) => ReferenceEquals(one, other), hits => hits.Count, hits => hits)).HasColumnType("jsonb");
    }
}

internal sealed class KeptHitMapping : IEntityTypeConfiguration<KeptHit>
{
    public void Configure(EntityTypeBuilder<KeptHit> builder) => builder.ToTable("document_kept_hits").HasKey(kept => new { kept.DocumentId, kept.Fingerprint });
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.ToTable("publications").HasKey(publication => publication.DocumentId);
        builder.Property(publication => publication.DocumentId).ValueGeneratedNever();
    }
}

internal sealed class CatalogItemMapping : IEntityTypeConfiguration<CatalogItem>
{
    public void Configure(EntityTypeBuilder<CatalogItem> builder)
    {
        builder.ToTable("catalog_items").HasKey(item => item.Id);
        builder.Ignore(item => item.Period);
    }
}

internal sealed class StoredProcedureMapping : IEntityTypeConfiguration<StoredProcedure>
{
    public void Configure(EntityTypeBuilder<StoredProcedure> builder)
    {
        builder.ToTable("normative_procedures").HasKey(kept => kept.DocumentId);
        builder.Property(kept => kept.DocumentId).ValueGeneratedNever();
        builder.Property(kept => kept.Procedure).HasConversion(
            procedure => JsonSerializer.Serialize(procedure, DocumentContentConverter.Json), text => JsonSerializer.Deserialize<NormativeProcedure>(text, DocumentContentConverter.Json)!).HasColumnType("jsonb");
    }
}

internal sealed class StoredReviewWayMapping : IEntityTypeConfiguration<StoredReviewWay>
{
    public void Configure(EntityTypeBuilder<StoredReviewWay> builder) => builder.ToTable("review_ways").HasKey(way => new { way.AgencyId, way.Kind });
}

internal static class DocumentContentConverter
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static ValueConverter<DocumentContent, string> Instance { get; } = new(
        content => JsonSerializer.Serialize(content, Json), text => JsonSerializer.Deserialize<DocumentContent>(text, Json)!);
}
