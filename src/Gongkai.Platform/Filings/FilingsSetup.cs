using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Filings;

internal static class FilingsSetup
{
    public static void AddFilings(this IServiceCollection services) => services
        .AddScoped<FilingCheck>()
        .AddScoped<FilingDesk>()
        .AddScoped<FilingTidings>()
        .AddScoped<FilingSteps>()
        .AddScoped<BeginFiling>()
        .AddScoped<FilingQueries>()
        .AddScoped<TodayQueries>()
        .AddScoped<SaveFiling>()
        .AddScoped<FilingClearance>()
        .AddScoped<UploadReport>()
        .AddScoped<ApplyMend>()
        .AddScoped<SendToReview>()
        .AddScoped<ApproveFiling>()
        .AddScoped<SendBackFiling>()
        .AddScoped<SignFiling>()
        .AddScoped<SubmitFiling>()
        .AddScoped<WithdrawSubmission>()
        .AddScoped<AcceptFiling>()
        .AddScoped<ReturnFiling>()
        .AddScoped<AddRemark>()
        .AddScoped<RemoveRemark>()
        .AddScoped<SettleRemark>()
        .AddScoped<ExplainFinding>()
        .AddScoped<PublishFiling>()
        .AddScoped<BeginCorrection>()
        .AddScoped<FilingHistoryQueries>()
        .AddScoped<LedgerFigures>().AddScoped<ProactiveFigures>().AddScoped<ProactiveNarrative>().AddScoped<LedgerTrail>().AddScoped<LedgerNarrative>().AddScoped<FillFromLedger>().AddScoped<DraftFromLedger>().AddScoped<CloseLedger>()
        .AddScoped<CampaignMembership>().AddScoped<RefreshCampaign>().AddScoped<CloseCampaign>().AddScoped<FillFromSum>().AddScoped<CountOwnLedger>().AddScoped<AgencyComparison>()
        .AddScoped<StartBulkReading>().AddScoped<SettleBulkEntry>().AddScoped<BulkSettling>().AddScoped<BulkDrafts>().AddScoped<BulkRecords>().AddScoped<BulkQueries>()
        .AddJob<BulkReading>(BulkReading.Kind);
}
