using Gongkai.Platform.Disputes;
using Gongkai.Platform.Filings.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class DisputeMapping : IEntityTypeConfiguration<Dispute>
{
    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.ToTable("disputes").HasKey(dispute => dispute.Id);
        builder.Property(dispute => dispute.Version).IsRowVersion();
    }
}

internal sealed class DisputeEventMapping : IEntityTypeConfiguration<RecordedDisputeEvent>
{
    public void Configure(EntityTypeBuilder<RecordedDisputeEvent> builder) => builder.ToTable("dispute_events").HasKey(happened => happened.Id);
}

internal sealed class LedgerClosureMapping : IEntityTypeConfiguration<LedgerClosure>
{
    public void Configure(EntityTypeBuilder<LedgerClosure> builder)
    {
        builder.ToTable("ledger_closures").HasKey(closure => new { closure.AgencyId, closure.Year });
        builder.Property(closure => closure.Figures).HasColumnType("jsonb");
    }
}

internal sealed class LedgerStartMapping : IEntityTypeConfiguration<LedgerStart>
{
    public void Configure(EntityTypeBuilder<LedgerStart> builder)
    {
        builder.ToTable("ledger_starts").HasKey(start => new { start.AgencyId, start.Part });
        builder.Property(start => start.AgencyId).ValueGeneratedNever();
    }
}
