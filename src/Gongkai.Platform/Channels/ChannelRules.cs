namespace Gongkai.Platform.Channels;

/// <summary>What the operator allows to channels. Kept as the setting <c>channels</c>.</summary>
public sealed record ChannelRules
{
    public const string Setting = "channels";

    public const string WeChatItself = "https://api.weixin.qq.com";

    /// <summary>Where the interface of WeChat is reached: itself, or a gateway before it.</summary>
    public string WeChatAddress { get; init; } = WeChatItself;

    /// <summary>Whether webhooks may go to addresses inside the network of the server.</summary>
    public bool MayReachInside { get; init; }
}
