using Gongkai.Platform.Channels.Subscriptions;

namespace Gongkai.Web.Portal.Subscriptions;

/// <summary>Where the letter leads that asks to confirm an address. A machine that only follows the link confirms nothing.</summary>
public sealed class ConfirmModel(Subscribe subscribe) : LetterPage(subscribe)
{
    protected override Task<bool> DoAsync(string token, CancellationToken cancellation) => Subscribe.ConfirmAsync(token, cancellation);
}
