using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Requests.Proactive;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Platform.Screening.Dictionary;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Storage;

/// <summary>The one database. Tables are made by the hand-written classes in <c>Migrations</c>; how a class maps to its table stands in <c>Mappings</c>.</summary>
public sealed class GongkaiDb : IdentityUserContext<Account, Guid>
{
    public GongkaiDb(DbContextOptions<GongkaiDb> options)
        : base(options) =>
        // Nothing goes on in a transaction in which something could not be saved, so that a way back within it is only two more questions to the server.
        Database.AutoSavepointsEnabled = false;

    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<Succession> Successions => Set<Succession>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignMember> CampaignMembers => Set<CampaignMember>();

    public DbSet<Filing> Filings => Set<Filing>();

    public DbSet<FilingVersion> FilingVersions => Set<FilingVersion>();

    public DbSet<FilingEvent> FilingEvents => Set<FilingEvent>();

    public DbSet<FilingFinding> FilingFindings => Set<FilingFinding>();

    public DbSet<Remark> Remarks => Set<Remark>();

    public DbSet<Explanation> Explanations => Set<Explanation>();

    public DbSet<HolidayNotice> HolidayNotices => Set<HolidayNotice>();

    public DbSet<RegionalHoliday> RegionalHolidays => Set<RegionalHoliday>();

    public DbSet<Request> Requests => Set<Request>();

    public DbSet<SealedApplicant> RequestApplicants => Set<SealedApplicant>();

    public DbSet<RecordedEvent> RequestEvents => Set<RecordedEvent>();

    public DbSet<RequestStep> RequestSteps => Set<RequestStep>();

    public DbSet<RequestItem> RequestItems => Set<RequestItem>();

    public DbSet<ConsultedParty> ConsultedParties => Set<ConsultedParty>();

    public DbSet<SearchRecord> SearchRecords => Set<SearchRecord>();

    public DbSet<RequestFee> RequestFees => Set<RequestFee>();

    public DbSet<RequestPaper> RequestPapers => Set<RequestPaper>();

    public DbSet<RequestFile> RequestFiles => Set<RequestFile>();

    public DbSet<AssignedUnit> AssignedUnits => Set<AssignedUnit>();

    public DbSet<RetentionProposal> RetentionProposals => Set<RetentionProposal>();

    public DbSet<ProactiveDecision> ProactiveDecisions => Set<ProactiveDecision>();

    public DbSet<RequestPassing> RequestPassings => Set<RequestPassing>();

    public DbSet<RequestMark> RequestMarks => Set<RequestMark>();

    public DbSet<FileScreening> FileScreenings => Set<FileScreening>();

    public DbSet<RemedySetting> RemedySettings => Set<RemedySetting>();

    public DbSet<PaperTemplate> PaperTemplates => Set<PaperTemplate>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<RecordedDisputeEvent> DisputeEvents => Set<RecordedDisputeEvent>();

    public DbSet<Complaint> Complaints => Set<Complaint>();

    public DbSet<RecordedComplaintEvent> ComplaintEvents => Set<RecordedComplaintEvent>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<StoredProcedure> NormativeProcedures => Set<StoredProcedure>();

    public DbSet<StoredReviewWay> ReviewWays => Set<StoredReviewWay>();

    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    public DbSet<DocumentStep> DocumentSteps => Set<DocumentStep>();

    public DbSet<DocumentRemark> DocumentRemarks => Set<DocumentRemark>();

    public DbSet<DocumentFile> DocumentFiles => Set<DocumentFile>();

    public DbSet<DocumentFileScreening> DocumentFileScreenings => Set<DocumentFileScreening>();

    public DbSet<KeptHit> KeptHits => Set<KeptHit>();

    public DbSet<Publication> Publications => Set<Publication>();

    public DbSet<CatalogItem> CatalogItems => Set<CatalogItem>();

    public DbSet<LedgerClosure> LedgerClosures => Set<LedgerClosure>();

    public DbSet<LedgerStart> LedgerStarts => Set<LedgerStart>();

    public DbSet<AdministrativeAct> AdministrativeActs => Set<AdministrativeAct>();

    public DbSet<ActStep> ActSteps => Set<ActStep>();

    public DbSet<Channel> Channels => Set<Channel>();

    public DbSet<DocumentChannel> DocumentChannels => Set<DocumentChannel>();

    public DbSet<StoredChannelKind> ChannelKinds => Set<StoredChannelKind>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Board> Boards => Set<Board>();

    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<ClearingUp> ClearingUps => Set<ClearingUp>();

    public DbSet<ClearingUpItem> ClearingUpItems => Set<ClearingUpItem>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<ConsultationFile> ConsultationFiles => Set<ConsultationFile>();

    public DbSet<ConsultationComment> ConsultationComments => Set<ConsultationComment>();

    public DbSet<ConsultationFeedback> ConsultationFeedbacks => Set<ConsultationFeedback>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<LetterStep> LetterSteps => Set<LetterStep>();

    public DbSet<LetterPublication> LetterPublications => Set<LetterPublication>();

    public DbSet<Questionnaire> Questionnaires => Set<Questionnaire>();

    public DbSet<QuestionnaireAnswer> QuestionnaireAnswers => Set<QuestionnaireAnswer>();

    public DbSet<ReadingPoint> ReadingPoints => Set<ReadingPoint>();

    public DbSet<StoredWord> ScreeningWords => Set<StoredWord>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<Blob> Blobs => Set<Blob>();

    public DbSet<StoredKey> StoredKeys => Set<StoredKey>();

    public DbSet<Setting> Settings => Set<Setting>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(GongkaiDb).Assembly);
        ColumnNames.Apply(builder);
    }
}
