using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Publishing.Normative;
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

internal sealed class ClearingUpMapping : IEntityTypeConfiguration<ClearingUp>
{
    public void Configure(EntityTypeBuilder<ClearingUp> builder) => builder.ToTable("clearing_ups").HasKey(clearing => clearing.Id);
}

internal sealed class ClearingUpItemMapping : IEntityTypeConfiguration<ClearingUpItem>
{
    public void Configure(EntityTypeBuilder<ClearingUpItem> builder) => builder.ToTable("clearing_up_items").HasKey(item => new { item.ClearingUpId, item.DocumentId });
}
