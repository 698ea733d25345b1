using Gongkai.Platform.Ledgers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class AdministrativeActMapping : IEntityTypeConfiguration<AdministrativeAct>
{
    public void Configure(EntityTypeBuilder<AdministrativeAct> builder) => builder.ToTable("administrative_acts").HasKey(act => act.Id);
}

internal sealed class ActStepMapping : IEntityTypeConfiguration<ActStep>
{
    public void Configure(EntityTypeBuilder<ActStep> builder) => builder.ToTable("administrative_act_steps").HasKey(step => step.Id);
}
