using System.Security.Claims;
using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gongkai.Web.Hosting;

/// <summary>The cookie holds the number of a session and nothing else; who that is and may do is read anew for each request.</summary>
public static class SessionCookie
{
    private const string SessionClaim = "session";

    public static void AddSessionCookie(this IServiceCollection services) => services
        .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
        .AddCookie(options =>
        {
            options.Cookie.Name = "gongkai";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = TimeSpan.FromHours(12);
            options.SlidingExpiration = true;
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/sign-out";
            options.AccessDeniedPath = "/account/denied";
            options.ReturnUrlParameter = "next";
            options.Events.OnValidatePrincipal = ValidateAsync;
            options.Events.OnRedirectToLogin = LostForm.AnswerAsync;
        });

    public static Task SignInAsync(HttpContext context, Guid sessionId) =>
        context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, sessionId.ToString())], CookieAuthenticationDefaults.AuthenticationScheme)));

    public static Guid? SessionIdOrNull(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var id) ? id : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<SessionQueries>();
        var address = context.HttpContext.Connection.RemoteIpAddress?.ToString();
        var signedIn = context.Principal?.SessionIdOrNull() is { } id ? await sessions.FindAsync(id, address, context.HttpContext.RequestAborted) : null;
        if (signedIn is null)
        {
            context.RejectPrincipal();
        }
        else
        {
            context.HttpContext.SetSignedIn(signedIn);
        }
    }
}
