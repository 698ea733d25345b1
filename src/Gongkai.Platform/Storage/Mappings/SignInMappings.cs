using Gongkai.Platform.Accounts.SignIns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class UnknownNameMapping : IEntityTypeConfiguration<UnknownName>
{
    public void Configure(EntityTypeBuilder<UnknownName> builder) => builder.ToTable("unknown_names").HasKey(name => name.NameHash);
}

internal sealed class KeptFormMapping : IEntityTypeConfiguration<KeptForm>
{
    public void Configure(EntityTypeBuilder<KeptForm> builder)
    {
        builder.ToTable("kept_forms").HasKey(form => form.Id);
        builder.Property(form => form.Id).ValueGeneratedNever();
    }
}
