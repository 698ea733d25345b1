using Gongkai.Platform.Search;
using Gongkai.Platform.Search.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class SearchReportMapping : IEntityTypeConfiguration<SearchReport>
{
    public void Configure(EntityTypeBuilder<SearchReport> builder)
    {
        builder.ToTable("search_reports").HasKey(report => report.FilingId);
        builder.Property(report => report.FilingId).ValueGeneratedNever();
    }
}

internal sealed class SearchDocumentMapping : IEntityTypeConfiguration<SearchDocument>
{
    public void Configure(EntityTypeBuilder<SearchDocument> builder)
    {
        builder.ToTable("search_documents").HasKey(document => document.DocumentId);
        builder.Property(document => document.DocumentId).ValueGeneratedNever();
    }
}
