using System.Security.Cryptography;
using System.Text.Json;
using Gongkai.Platform.Requests.Applicants;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>Keeps the key of a case for as long as its applicant looks at it, so that neither the case nor its code stands in an address.</summary>
public sealed class CaseCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "gongkai-case";

    private const string Path = "/request";

    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Web.Case");

    /// <summary>Keeps the key, for another half hour each time.</summary>
    public void Write(HttpContext context, CaseKey key)
    {
        var content = protector.Protect(JsonSerializer.Serialize(new Kept(key.RequestId, key.CodeHash, (time.GetUtcNow() + GoodFor).ToUnixTimeSeconds())));
        context.Response.Cookies.Append(Name, content, Options(context));
    }

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    /// <summary>The key that the browser brings; null where there is none that counts.</summary>
    public CaseKey? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: > 0 } content)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(content)) is { } kept && kept.Until >= time.GetUtcNow().ToUnixTimeSeconds()
                ? new CaseKey(kept.RequestId, kept.CodeHash)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static CookieOptions Options(HttpContext context) =>
        new() { HttpOnly = true, IsEssential = true, Path = Path, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps };

    private sealed record Kept(long RequestId, byte[] CodeHash, long Until);
}
