using Gongkai.Platform.Jobs;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Platform.Requests.Handling;
using Gongkai.Platform.Requests.Intake;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Requests;

internal static class RequestsSetup
{
    public static void AddRequests(this IServiceCollection services) => services
        .AddScoped<Calendars.Calendars>()
        .AddScoped<RequestRules>()
        .AddScoped<RequestDesk>()
        .AddScoped<ApplicantSeal>()
        .AddScoped<RequestIntake>().AddScoped<RegisterRequest>().AddScoped<SubmitRequest>().AddScoped<ConfirmRequest>().AddScoped<SplitRequest>()
        .AddScoped<AssignRequest>().AddScoped<RecordSearch>().AddScoped<Clarify>().AddScoped<Consult>().AddScoped<AskReason>().AddScoped<ExtendDeadline>()
        .AddScoped<ChargeFee>().AddScoped<NoteRequest>()
        .AddScoped<RequestQueries>()
        .AddScoped<Attachments>().AddScoped<AddRequestFile>().AddScoped<RequestFiles>().AddScoped<RequestsAtHand>().AddScoped<HandOverRequests>().AddScoped<ExtendMany>()
        .AddJob<RequestReminders>(RequestReminders.Kind, Recurrence.DailyAt(8, 40))
        .AddScoped<DraftDecision>().AddScoped<ReviewDecision>().AddScoped<SignDecision>().AddScoped<ServeDecision>().AddScoped<CloseRequest>().AddScoped<RetractEvent>();
}
