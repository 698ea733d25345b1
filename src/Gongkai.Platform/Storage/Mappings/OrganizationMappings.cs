using Gongkai.Platform.Organizations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        builder.ToTable("agencies").HasKey(agency => agency.Id);
        builder.Property(agency => agency.Version).IsRowVersion();
    }
}

internal sealed class SuccessionMapping : IEntityTypeConfiguration<Succession>
{
    public void Configure(EntityTypeBuilder<Succession> builder) => builder.ToTable("agency_successions").HasKey(succession => succession.Id);
}
