using Gongkai.Platform.Jobs;
using Gongkai.Platform.Publishing.Catalog;
using Gongkai.Platform.Publishing.Normative;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Writing;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Publishing;

internal static class PublishingSetup
{
    public static void AddPublishing(this IServiceCollection services) => services
        .AddScoped<DocumentDesk>().AddScoped<DocumentQueries>().AddScoped<DocumentScreenings>().AddScoped<DocumentHits>().AddScoped<DocumentTidings>()
        .AddScoped<DocumentSaving>().AddScoped<BeginDocument>().AddScoped<SaveDocument>().AddScoped<DocumentFiles>().AddScoped<TextPictures>()
        .AddScoped<SendToReview>().AddScoped<ReviewDocument>().AddScoped<JudgeHits>().AddScoped<ReviewWays>()
        .AddScoped<DocumentNumbering>().AddScoped<PublishDocument>().AddScoped<ReleaseJobs>().AddScoped<WithdrawDocument>().AddScoped<ChangeValidity>().AddScoped<LookAgain>().AddJob<ReleaseSweep>(ReleaseSweep.Kind, Recurrence.Hourly)
        .AddScoped<NormativeQueries>().AddScoped<ClearUp>().AddScoped<KeepProcedure>().AddJob<ExpiryReminders>(ExpiryReminders.Kind, Recurrence.DailyAt(8, 20))
        .AddScoped<CatalogQueries>().AddScoped<CatalogKeeping>().AddScoped<CatalogImport>()
        .AddScoped<PublicDocumentQueries>();
}
