using Gongkai.Platform.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class AgencyTokenMapping : IEntityTypeConfiguration<AgencyToken>
{
    public void Configure(EntityTypeBuilder<AgencyToken> builder)
    {
        builder.ToTable("agency_tokens").HasKey(token => token.Id);
        builder.Property(token => token.Id).ValueGeneratedNever();
    }
}
