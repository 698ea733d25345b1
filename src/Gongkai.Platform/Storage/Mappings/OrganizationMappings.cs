using Gongkai.Platform.Imports;
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

internal sealed class AgencyMoveMapping : IEntityTypeConfiguration<AgencyMove>
{
    public void Configure(EntityTypeBuilder<AgencyMove> builder) => builder.ToTable("agency_moves").HasKey(move => move.Id);
}

internal sealed class ImportedFileMapping : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> builder)
    {
        builder.ToTable("agency_imports").HasKey(file => file.Id);
        builder.Property(file => file.Id).ValueGeneratedNever();
    }
}
