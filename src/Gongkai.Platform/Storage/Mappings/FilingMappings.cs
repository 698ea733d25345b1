using Gongkai.Platform.Filings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("campaigns").HasKey(campaign => campaign.Id);
        builder.Property(campaign => campaign.Version).IsRowVersion();
    }
}

internal sealed class CampaignMemberMapping : IEntityTypeConfiguration<CampaignMember>
{
    public void Configure(EntityTypeBuilder<CampaignMember> builder) =>
        builder.ToTable("campaign_members").HasKey(member => new { member.CampaignId, member.AgencyId });
}

internal sealed class FilingMapping : IEntityTypeConfiguration<Filing>
{
    public void Configure(EntityTypeBuilder<Filing> builder)
    {
        builder.ToTable("filings").HasKey(filing => filing.Id);
        builder.Property(filing => filing.Version).IsRowVersion();
    }
}

internal sealed class FilingVersionMapping : IEntityTypeConfiguration<FilingVersion>
{
    public void Configure(EntityTypeBuilder<FilingVersion> builder) =>
        builder.ToTable("filing_versions").HasKey(version => new { version.FilingId, version.Number });
}

internal sealed class FilingEventMapping : IEntityTypeConfiguration<FilingEvent>
{
    public void Configure(EntityTypeBuilder<FilingEvent> builder) => builder.ToTable("filing_events").HasKey(happened => happened.Id);
}

internal sealed class FilingFindingMapping : IEntityTypeConfiguration<FilingFinding>
{
    public void Configure(EntityTypeBuilder<FilingFinding> builder) =>
        builder.ToTable("filing_findings").HasKey(finding => new { finding.FilingId, finding.Number });
}

internal sealed class RemarkMapping : IEntityTypeConfiguration<Remark>
{
    public void Configure(EntityTypeBuilder<Remark> builder) => builder.ToTable("filing_remarks").HasKey(remark => remark.Id);
}

internal sealed class ExplanationMapping : IEntityTypeConfiguration<Explanation>
{
    public void Configure(EntityTypeBuilder<Explanation> builder) => builder.ToTable("filing_explanations").HasKey(explanation => explanation.Id);
}
