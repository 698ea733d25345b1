using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform;
using Gongkai.Web.Api;
using Gongkai.Web.Hosting.Caching;
using Gongkai.Web.Hosting.Running;
using Gongkai.Web.Portal;
using Gongkai.Web.Portal.Applicants;
using Gongkai.Web.Portal.Consultations;
using Gongkai.Web.Portal.Documents;
using Gongkai.Web.Portal.ReadingPoints;
using Gongkai.Web.Portal.Requests;
using Gongkai.Web.Portal.Senders;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Hosting;

/// <summary>The web host, from its services to the order of its middleware: one place for the program and for its tests.</summary>
public static class WebHostSetup
{
    // Pages that show one person what is that person's own: no cache keeps them.
    private static readonly string[] OwnPages = ["/Portal/Applicants", "/Portal/Subscriptions", "/Portal/Senders"];

    public static void AddGongkaiWeb(this WebApplicationBuilder builder, string connectionString)
    {
        builder.Services.AddTransient<IStartupFilter, HeadAsGet>();
        builder.AddSurroundings();
        builder.AddPublicCaching(connectionString);
        Telemetry.AddWhereWanted(builder);
        builder.Services.AddHealth();
        builder.Services.AddGongkaiPlatform(connectionString);
        builder.Services.AddSessionCookie();
        builder.Services.AddSignInLimit();
        builder.Services.AddRequestLimit();
        builder.Services.AddSingleton<FloodGuard>().AddSingleton<CaseCookie>().AddSingleton<LetterCookie>().AddScoped<RequestHints>();
        builder.Services.AddApiLimit();
        builder.Services.AddApiDescription();
        builder.Services.AddScoped<FileReport>();
        builder.Services.AddScoped<Workbench.Requests.StepTaking>();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gongkai-form";
            options.HeaderName = "X-Form-Token";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddGongkaiPages();
        builder.Services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Portal");
            options.Conventions.AllowAnonymousToPage("/Shared/Error");
            options.Conventions.AllowAnonymousToPage("/Shared/Status");
            options.Conventions.AddFolderApplicationModelConvention("/Portal", model =>
            {
                if (!Array.Exists(OwnPages, folder => model.ViewEnginePath.StartsWith($"{folder}/", StringComparison.Ordinal)))
                {
                    model.EndpointMetadata.Add(new PublicPage());
                }
            });
            foreach (var folder in OwnPages)
            {
                options.Conventions.AddFolderApplicationModelConvention(folder, model => model.Filters.Add(new NeverKeptFilter()));
            }

            options.Conventions.AddFolderApplicationModelConvention("/Account", model => model.Filters.Add(new NeverKeptFilter()));
            options.Conventions.AddFolderApplicationModelConvention("/Workbench", model => model.Filters.Add(new WorkbenchFrameFilter()));
        });
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            options.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
    }

    public static void UseGongkaiWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseGongkaiPages();
        app.UseOutputCache();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseUnfinishedDuties();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapDownloads();
        app.MapFeeds();
        app.MapCaseFiles();
        app.MapDocumentFiles();
        app.MapConsultationFiles();
        app.MapReadingPoints();
        app.MapLedger();
        app.MapApi();
        app.MapFilingApi();
        app.MapLedgerApi();
        app.MapRequestApi();
        app.MapOpenApi(ApiDescription.Address).AllowAnonymous();
        app.MapFallback("/work/{*path}", () => TypedResults.NotFound());
        app.MapFallback("{*path}", () => TypedResults.NotFound()).AllowAnonymous();
    }
}
