using Gongkai.Platform.Calendars;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Requests.Applicants;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Keeping;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Requests.Proactive;
using Gongkai.Platform.Requests.Public;
using Gongkai.Platform.Requests.Redacting;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Requests;

internal static class RequestsSetup
{
    public static void AddRequests(this IServiceCollection services) => services
        .AddScoped<Calendars.Calendars>().AddScoped<ChangeCalendar>().AddScoped<ChangeClockRules>().AddScoped<OtherClocks>().AddJob<ClockSweep>(ClockSweep.Kind, Recurrence.DailyAt(0, 5))
        .AddScoped<RequestRules>()
        .AddScoped<DisputeDesk>().AddScoped<DisputeQueries>()
        .AddScoped<ComplaintDesk>().AddScoped<ComplaintIntake>().AddScoped<ComplaintQueries>().AddJob<ComplaintReminders>(ComplaintReminders.Kind, Recurrence.DailyAt(8, 45))
        .AddScoped<RequestDesk>()
        .AddSingleton<ApplicantSecret>().AddScoped<ApplicantSeal>()
        .AddScoped<RequestIntake>().AddScoped<RegisterRequest>().AddScoped<SubmitRequest>().AddScoped<ConfirmRequest>().AddScoped<SplitRequest>()
        .AddScoped<AssignRequest>().AddScoped<RecordSearch>().AddScoped<Clarify>().AddScoped<Consult>().AddScoped<AskReason>().AddScoped<ExtendDeadline>()
        .AddScoped<ChargeFee>().AddScoped<NoteRequest>()
        .AddScoped<RequestQueries>().AddScoped<RemedyQueries>().AddScoped<ChangeRemedy>().AddScoped<PaperMaking>().AddScoped<MakePaper>().AddScoped<PaperQueries>().AddScoped<ChangeTemplate>()
        .AddScoped<Attachments>().AddScoped<AddRequestFile>().AddScoped<RequestFiles>().AddScoped<RequestsAtHand>().AddScoped<HandOverRequests>().AddScoped<ExtendMany>()
        .AddScoped<MergeRequest>().AddScoped<PassRequest>().AddScoped<PointElsewhere>().AddScoped<RecordUnit>().AddScoped<ReissueCode>()
        .AddScoped<RetentionQueries>().AddScoped<Anonymisation>().AddScoped<RetentionDesk>()
        .AddScoped<ProactiveProposals>()
        .AddScoped<ApplicantNotices>().AddScoped<RequestTrail>()
        .AddScoped<OpenCase>().AddScoped<RequestReckoning>().AddScoped<OwnRequestQueries>().AddScoped<SupplyClarification>().AddScoped<GiveReason>().AddScoped<WithdrawOwnRequest>()
        .AddScoped<PublicRequestQueries>()
        .AddScoped<FileReading>().AddScoped<FileScreenings>().AddScoped<RedactionQueries>().AddScoped<MarkFile>().AddScoped<RedactFile>().AddScoped<ConvertFile>()
        .AddScoped<CleanFile>().AddScoped<ExplainFile>().AddScoped<SupplyFile>()
        .AddJob<RequestReminders>(RequestReminders.Kind, Recurrence.DailyAt(8, 40))
        .AddScoped<DraftDecision>().AddScoped<ReviewDecision>().AddScoped<SignDecision>().AddScoped<ServeDecision>().AddScoped<CloseRequest>().AddScoped<RetractEvent>();
}
