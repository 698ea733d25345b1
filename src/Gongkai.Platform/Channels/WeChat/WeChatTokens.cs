using System.Collections.Concurrent;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>The tokens of the accounts, as long as they are good. Another node that asks gets the same one from the platform.</summary>
public sealed class WeChatTokens(TimeProvider time)
{
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(long Channel, string AppId), Token> tokens = [];

    internal string? Find(Channel account) => tokens.TryGetValue((account.Id, account.AppId), out var token) && token.Until > time.GetUtcNow() ? token.Text : null;

    internal void Keep(Channel account, string token, int seconds) => tokens[(account.Id, account.AppId)] = new Token(token, time.GetUtcNow() + TimeSpan.FromSeconds(seconds) - Spare);

    internal void Drop(Channel account) => tokens.TryRemove((account.Id, account.AppId), out _);

    private sealed record Token(string Text, DateTimeOffset Until);
}
