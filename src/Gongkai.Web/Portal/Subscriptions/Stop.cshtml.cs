using Gongkai.Platform.Channels.Subscriptions;

namespace Gongkai.Web.Portal.Subscriptions;

/// <summary>Where the links in letters lead that end a subscription; mail programs post here by themselves (RFC 8058).</summary>
public sealed class StopModel(Subscribe subscribe) : LetterPage(subscribe)
{
    protected override async Task<bool> DoAsync(string token, CancellationToken cancellation)
    {
        await Subscribe.StopAsync(token, cancellation);
        return true;
    }
}
