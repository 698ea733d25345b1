using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform;
using Gongkai.Platform.Jobs;
using Gongkai.Web.Api;
using Gongkai.Web.Portal;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Hosting;

/// <summary>The web host, from its services to the order of its middleware: one place for the program and for its tests.</summary>
public static class WebHostSetup
{
    public static void AddGongkaiWeb(this WebApplicationBuilder builder, string connectionString)
    {
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddGongkaiPlatform(connectionString);
        builder.Services.AddJobRunner();
        builder.Services.AddSessionCookie();
        builder.Services.AddSignInLimit();
        builder.Services.AddApiLimit();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gongkai-form";
            options.HeaderName = "X-Form-Token";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddGongkaiPages(builder.Configuration);
        builder.Services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AllowAnonymousToFolder("/Portal");
            options.Conventions.AllowAnonymousToPage("/Shared/Error");
            options.Conventions.AllowAnonymousToPage("/Shared/Status");
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
        app.UseSecurityHeaders();
        app.UseGongkaiPages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseUnfinishedDuties();
        app.UseRateLimiter();
        app.MapDownloads();
        app.MapFeeds();
        app.MapApi();
    }
}
