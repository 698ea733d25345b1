using Gongkai.Platform.Requests.Applicants;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>Keeps the key of a case for as long as its applicant looks at it, so that neither the case nor its code stands in an address.</summary>
public sealed class CaseCookie(IDataProtectionProvider protection, TimeProvider time)
{
    public const string Name = "gongkai-case";

    private readonly KeyCookie cookie = new(protection.CreateProtector("Gongkai.Web.Case"), time, Name, "/request");

    /// <summary>Keeps the key, for another half hour each time.</summary>
    public void Write(HttpContext context, CaseKey key) => cookie.Write(context, key.RequestId, key.CodeHash);

    public void Forget(HttpContext context) => cookie.Forget(context);

    /// <summary>The key that the browser brings; null where there is none that counts.</summary>
    public CaseKey? Read(HttpContext context) => cookie.Read(context) is var (id, hash) ? new CaseKey(id, hash) : null;
}
