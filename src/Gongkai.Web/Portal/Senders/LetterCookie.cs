using Gongkai.Platform.Participation.Letters;
using Gongkai.Web.Portal.Applicants;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Senders;

/// <summary>Keeps the key of a letter for as long as its sender looks at it.</summary>
public sealed class LetterCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly KeyCookie cookie = new(protection.CreateProtector("Gongkai.Web.Letter"), time, "gongkai-letter", "/letters");

    public void Write(HttpContext context, LetterKey key) => cookie.Write(context, key.LetterId, key.CodeHash);

    public void Forget(HttpContext context) => cookie.Forget(context);

    public LetterKey? Read(HttpContext context) => cookie.Read(context) is var (id, hash) ? new LetterKey(id, hash) : null;
}
