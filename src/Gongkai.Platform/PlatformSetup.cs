using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Channels;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Screening;
using Gongkai.Platform.Search;
using Gongkai.Platform.Storage;
using Gongkai.Platform.Tokens;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gongkai.Platform;

/// <summary>Registers the modules with a host.</summary>
public static class PlatformSetup
{
    public static IServiceCollection AddGongkaiPlatform(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContext<GongkaiDb>(options => Configure(options, connectionString));
        services.AddDataProtection().SetApplicationName("gongkai");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new KeyRepository(provider.GetRequiredService<IServiceScopeFactory>())));
        services.AddScoped<AuditTrail>().AddScoped<OperatorChange>().AddScoped<AuditVerification>().AddScoped<AuditQueries>().AddScoped<Blobs>().AddScoped<Imports.ImportedFiles>();
        services.AddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection("GONGKAI:CLAMD").Get<VirusScanOptions>() ?? new VirusScanOptions()).AddSingleton<VirusScan>();
        services.AddAccounts();
        services.AddOrganizations();
        services.AddJobs();
        services.AddMessages();
        services.AddOperations();
        services.AddFilings();
        services.AddTokens();
        services.AddRequests();
        services.AddScreening();
        services.AddPublishing();
        services.AddChannels();
        services.AddLedgers();
        services.AddParticipation();
        services.AddScoped<Organizations.PublicAgencyQueries>();
        services.AddScoped<Filings.Public.PublicReportQueries>().AddScoped<Filings.Public.PublicCampaignQueries>().AddScoped<Filings.Campaigns.CampaignQueries>().AddScoped<Filings.Campaigns.CampaignSum>().AddScoped<Filings.Campaigns.OpenCampaign>().AddScoped<Filings.Campaigns.UrgeAgencies>();
        services.AddSearch();
        services.AddScoped<Demonstration.DemonstrationCounty>().AddScoped<Demonstration.DemonstrationFilings>().AddScoped<Demonstration.DemonstrationRequests>();
        return services;
    }

    /// <summary>How a context of the database is made, for the host and for commands and tests alike.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(GongkaiDb).Assembly.FullName))
        .AddInterceptors(SaveMeasure.Instance)
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
}
