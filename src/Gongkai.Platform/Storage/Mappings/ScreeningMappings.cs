using Gongkai.Platform.Screening.Dictionary;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class StoredWordMapping : IEntityTypeConfiguration<StoredWord>
{
    public void Configure(EntityTypeBuilder<StoredWord> builder)
    {
        builder.ToTable("screening_words").HasKey(word => word.Id);
        builder.Property(word => word.Kind).HasConversion<string>();
        builder.Property(word => word.Severity).HasConversion<string>();
    }
}
