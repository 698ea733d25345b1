using Gongkai.Platform.Search;
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
