using Gongkai.Platform.Complaints;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints").HasKey(complaint => complaint.Id);
        builder.Property(complaint => complaint.Version).IsRowVersion();
    }
}

internal sealed class ComplaintEventMapping : IEntityTypeConfiguration<RecordedComplaintEvent>
{
    public void Configure(EntityTypeBuilder<RecordedComplaintEvent> builder) => builder.ToTable("complaint_events").HasKey(happened => happened.Id);
}
