using System.Collections.Concurrent;

namespace Gongkai.Platform.Channels.WeChat;

/// <summary>The tokens of the accounts, as long as they are good. Another node that asks gets the same one from the platform.</summary>
public sealed class WeChatTokens(TimeProvider time)
{
    private static readonly TimeSpan Spare = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<long, Token> tokens = [];

    internal string? Find(long channelId) => tokens.TryGetValue(channelId, out var token) && token.Until > time.GetUtcNow() ? token.Text : null;

    internal void Keep(long channelId, string token, int seconds) => tokens[channelId] = new Token(token, time.GetUtcNow() + TimeSpan.FromSeconds(seconds) - Spare);

    internal void Drop(long channelId) => tokens.TryRemove(channelId, out _);

    private sealed record Token(string Text, DateTimeOffset Until);
}
