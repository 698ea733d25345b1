using Gongkai.Platform;
using Microsoft.AspNetCore.Authorization;

namespace Gongkai.Web.Hosting;

/// <summary>The web host, from its services to the order of its middleware: one place for the program and for its tests.</summary>
public static class WebHostSetup
{
    public static void AddGongkaiWeb(this WebApplicationBuilder builder, string connectionString)
    {
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddGongkaiPlatform(connectionString);
        builder.Services.AddSessionCookie();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gongkai-form";
            options.HeaderName = "X-Form-Token";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    public static void UseGongkaiWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
