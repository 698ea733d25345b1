using Gongkai.Platform.Calendars;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Requests.Proactive;
using Gongkai.Platform.Requests.Redacting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Gongkai.Platform.Storage.Mappings;

internal sealed class HolidayNoticeMapping : IEntityTypeConfiguration<HolidayNotice>
{
    public void Configure(EntityTypeBuilder<HolidayNotice> builder) => builder.ToTable("calendar_years").HasKey(notice => new { notice.Year, notice.Number });
}

internal sealed class RegionalHolidayMapping : IEntityTypeConfiguration<RegionalHoliday>
{
    public void Configure(EntityTypeBuilder<RegionalHoliday> builder) => builder.ToTable("regional_days").HasKey(day => new { day.Division, day.Day });
}

internal sealed class RequestMapping : IEntityTypeConfiguration<Request>
{
    public void Configure(EntityTypeBuilder<Request> builder)
    {
        builder.ToTable("requests").HasKey(request => request.Id);
        builder.Property(request => request.Version).IsRowVersion();
    }
}

internal sealed class SealedApplicantMapping : IEntityTypeConfiguration<SealedApplicant>
{
    public void Configure(EntityTypeBuilder<SealedApplicant> builder)
    {
        builder.ToTable("request_applicants").HasKey(applicant => applicant.RequestId);
        builder.Property(applicant => applicant.RequestId).ValueGeneratedNever();
        builder.HasOne<Request>().WithMany().HasForeignKey(applicant => applicant.RequestId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class RecordedEventMapping : IEntityTypeConfiguration<RecordedEvent>
{
    public void Configure(EntityTypeBuilder<RecordedEvent> builder)
    {
        builder.ToTable("request_events").HasKey(happened => happened.Id);
        builder.HasOne<Request>().WithMany().HasForeignKey(happened => happened.RequestId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class RequestStepMapping : IEntityTypeConfiguration<RequestStep>
{
    public void Configure(EntityTypeBuilder<RequestStep> builder)
    {
        builder.ToTable("request_steps").HasKey(step => step.Id);
        builder.HasOne<Request>().WithMany().HasForeignKey(step => step.RequestId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class RequestItemMapping : IEntityTypeConfiguration<RequestItem>
{
    public void Configure(EntityTypeBuilder<RequestItem> builder)
    {
        builder.ToTable("request_items").HasKey(item => new { item.RequestId, item.Number });
        builder.HasOne<Request>().WithMany().HasForeignKey(item => item.RequestId).OnDelete(DeleteBehavior.ClientNoAction);
    }
}

internal sealed class ConsultedPartyMapping : IEntityTypeConfiguration<ConsultedParty>
{
    public void Configure(EntityTypeBuilder<ConsultedParty> builder) =>
        builder.ToTable("request_parties").HasKey(party => new { party.RequestId, party.IsAgency, party.Number });
}

internal sealed class SearchRecordMapping : IEntityTypeConfiguration<SearchRecord>
{
    public void Configure(EntityTypeBuilder<SearchRecord> builder) => builder.ToTable("request_searches").HasKey(search => search.Id);
}

internal sealed class RequestFeeMapping : IEntityTypeConfiguration<RequestFee>
{
    public void Configure(EntityTypeBuilder<RequestFee> builder)
    {
        builder.ToTable("request_fees").HasKey(fee => fee.RequestId);
        builder.Property(fee => fee.RequestId).ValueGeneratedNever();
    }
}

internal sealed class RequestPaperMapping : IEntityTypeConfiguration<RequestPaper>
{
    public void Configure(EntityTypeBuilder<RequestPaper> builder) => builder.ToTable("request_papers").HasKey(paper => paper.Id);
}

internal sealed class RequestFileMapping : IEntityTypeConfiguration<RequestFile>
{
    public void Configure(EntityTypeBuilder<RequestFile> builder) => builder.ToTable("request_files").HasKey(file => file.Id);
}

internal sealed class AssignedUnitMapping : IEntityTypeConfiguration<AssignedUnit>
{
    public void Configure(EntityTypeBuilder<AssignedUnit> builder) => builder.ToTable("request_units").HasKey(unit => new { unit.RequestId, unit.Number });
}

internal sealed class RetentionProposalMapping : IEntityTypeConfiguration<RetentionProposal>
{
    public void Configure(EntityTypeBuilder<RetentionProposal> builder) => builder.ToTable("retention_proposals").HasKey(proposal => proposal.Id);
}

internal sealed class ProactiveDecisionMapping : IEntityTypeConfiguration<ProactiveDecision>
{
    public void Configure(EntityTypeBuilder<ProactiveDecision> builder) => builder.ToTable("proactive_decisions").HasKey(decision => decision.Id);
}

internal sealed class RequestPassingMapping : IEntityTypeConfiguration<RequestPassing>
{
    public void Configure(EntityTypeBuilder<RequestPassing> builder) => builder.ToTable("request_passings").HasKey(passing => passing.Id);
}

internal sealed class RequestMarkMapping : IEntityTypeConfiguration<RequestMark>
{
    public void Configure(EntityTypeBuilder<RequestMark> builder)
    {
        builder.ToTable("request_marks").HasKey(mark => mark.Id);
        builder.Ignore(mark => mark.Area);
    }
}

internal sealed class FileScreeningMapping : IEntityTypeConfiguration<FileScreening>
{
    public void Configure(EntityTypeBuilder<FileScreening> builder)
    {
        builder.ToTable("request_screenings").HasKey(screening => screening.FileId);
        builder.Property(screening => screening.FileId).ValueGeneratedNever();
        builder.Ignore(screening => screening.View);
    }
}

internal sealed class RemedySettingMapping : IEntityTypeConfiguration<RemedySetting>
{
    public void Configure(EntityTypeBuilder<RemedySetting> builder)
    {
        builder.ToTable("remedy_bodies").HasKey(setting => setting.AgencyId);
        builder.Property(setting => setting.AgencyId).ValueGeneratedNever();
    }
}

internal sealed class PaperTemplateMapping : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> builder) => builder.ToTable("paper_templates").HasKey(template => template.Paper);
}
