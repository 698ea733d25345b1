using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>Keeps in the browser, sealed and for half an hour, what opens something to whoever sent it.</summary>
/// <param name="protector">Seals it.</param>
/// <param name="time">The clock.</param>
/// <param name="name">The name of the cookie.</param>
/// <param name="path">The part of the site that gets it.</param>
internal sealed class KeyCookie(IDataProtector protector, TimeProvider time, string name, string path)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(30);

    /// <summary>Keeps the key, for another half hour each time.</summary>
    public void Write(HttpContext context, long id, byte[] codeHash) => context.Response.Cookies.Append(
        name, protector.Protect(JsonSerializer.Serialize(new Kept(id, codeHash, (time.GetUtcNow() + GoodFor).ToUnixTimeSeconds()))), Options(context));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(name, Options(context));

    /// <summary>The key that the browser brings; null where there is none that counts.</summary>
    public (long Id, byte[] CodeHash)? Read(HttpContext context)
    {
        if (context.Request.Cookies[name] is not { Length: > 0 } content)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Kept>(protector.Unprotect(content)) is { CodeHash: not null } kept && kept.Until >= time.GetUtcNow().ToUnixTimeSeconds() ? (kept.Id, kept.CodeHash) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private CookieOptions Options(HttpContext context) => new() { HttpOnly = true, IsEssential = true, Path = path, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps };

    private sealed record Kept(long Id, byte[] CodeHash, long Until);
}
