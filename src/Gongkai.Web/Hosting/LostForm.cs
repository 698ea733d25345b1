using Gongkai.Platform.Accounts.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Gongkai.Web.Hosting;

/// <summary>A form sent by a person whose session had ended is kept, and given back after signing in again. It is kept only where the cookie of that session came along, which a form of another site cannot bring.</summary>
public static class LostForm
{
    private const string FormToken = "__RequestVerificationToken";

    /// <summary>Answers a request that needs a login: to the login page, and from there back to what was typed.</summary>
    public static async Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var isPartial = request.Headers.ContainsKey("HX-Request");
        if (HttpMethods.IsGet(request.Method) && !isPartial)
        {
            context.Response.Redirect(context.RedirectUri);
            return;
        }

        if (!request.HasFormContentType && !isPartial)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var kept = await KeepAsync(context);
        var next = kept is { } id ? $"/account/kept/{id}" : "/work";
        var login = $"{context.Options.LoginPath}?lost=true&next={Uri.EscapeDataString(next)}";
        if (isPartial)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers["HX-Redirect"] = login;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = login;
        }
    }

    private static async Task<Guid?> KeepAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || EndedSession(context) is not { } session || request.ContentLength is null or > KeptForms.LongestForm)
        {
            return null;
        }

        var form = await request.ReadFormAsync(context.HttpContext.RequestAborted);
        var fields = form.Where(field => field.Key != FormToken).SelectMany(field => field.Value.Select(value => new LostField(field.Key, value ?? ""))).ToList();
        var isMultipart = request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ?? false;
        var lost = new LostFields(request.Path + request.QueryString, isMultipart, form.Files.Count > 0, fields);
        return await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(session, lost, context.HttpContext.RequestAborted);
    }

    private static Guid? EndedSession(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Options.CookieManager.GetRequestCookie(context.HttpContext, context.Options.Cookie.Name!) is { } cookie
            ? context.Options.TicketDataFormat.Unprotect(cookie)?.Principal.SessionIdOrNull()
            : null;
}
