using Gongkai.Platform.Accounts;

namespace Gongkai.Web.Hosting;

/// <summary>The person behind a request, as <see cref="SessionCookie"/> found it.</summary>
public static class CurrentActor
{
    private static readonly object Key = new();

    public static SignedIn? SignedInOrNull(this HttpContext context) => (SignedIn?)context.Items[Key];

    public static Actor? ActorOrNull(this HttpContext context) => context.SignedInOrNull()?.Actor;

    public static Actor Actor(this HttpContext context) =>
        context.ActorOrNull() ?? throw new InvalidOperationException("The page is open to people who are not signed in.");

    internal static void SetSignedIn(this HttpContext context, SignedIn signedIn) => context.Items[Key] = signedIn;
}
