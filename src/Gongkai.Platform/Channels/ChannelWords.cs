using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Channels.Printing;

namespace Gongkai.Platform.Channels;

/// <summary>The Chinese words of channels and deliveries.</summary>
public static class ChannelWords
{
    public static string Of(ChannelKind kind) => kind switch
    {
        ChannelKind.Webhook => "其他网站",
        ChannelKind.WeChat => "微信公众号",
    };

    public static string Of(ChannelMode mode) => mode switch
    {
        ChannelMode.DraftOnly => "只存草稿，由人在公众号后台发布",
        ChannelMode.DraftAndPublish => "存草稿并发布",
    };

    public static string Of(DeliveryEvent happened) => happened switch
    {
        DeliveryEvent.Published => "发布",
        DeliveryEvent.Withdrawn => "撤下的通知",
    };

    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "等待发送",
        DeliveryState.Delivered => "已送达",
        DeliveryState.Unknown => "不清楚是否收到",
        DeliveryState.Stuck => "没有送达",
        DeliveryState.Cancelled => "已取消",
    };

    public static string Of(PostingKind kind) => kind switch
    {
        PostingKind.Board => "公告栏",
        PostingKind.Broadcast => "广播",
        PostingKind.Briefing => "简报",
        PostingKind.Handbook => "手册",
    };

    public static string Sentence(ChannelRefusal refusal) => refusal switch
    {
        ChannelRefusal.NotAllowed => "您的岗位不能做这一步。",
        ChannelRefusal.NotFound => "没有这一项，或者您无权查看。",
        ChannelRefusal.NameMissing => "请填名称，不超过 60 个字。",
        ChannelRefusal.AddressWrong => "请填完整的网址，以 https:// 或 http:// 开头，里面不带用户名和密码。",
        ChannelRefusal.AppIdWrong => "AppID 在公众号后台“设置与开发－开发接口管理”里，以 wx 开头，共 18 位。",
        ChannelRefusal.SecretMissing => "请填 AppSecret，在公众号后台“设置与开发－开发接口管理”里重置后可以看到。",
        ChannelRefusal.CoverMissing => "请上传封面图片：JPG 或 PNG，不超过 2 MB。微信要求每篇文章都有封面。",
        ChannelRefusal.AuthorTooLong => "作者名不超过 16 个字。",
        ChannelRefusal.ChangedMeanwhile => "渠道刚被别人改过，请看最新的内容再改。",
        ChannelRefusal.TextMissing => "请写明理由。",
        ChannelRefusal.WrongState => "现在的状态不能做这一步，请刷新页面看看。",
        ChannelRefusal.NotPublic => "文件没有公开，不能发送、张贴或播出。",
        ChannelRefusal.TogetherCount => "一组要 2 到 8 篇，请给每一篇选一个不同的位置。",
        ChannelRefusal.SentAlready => "已经发到这个公众号，或者正在排队，不能再发一次。",
        ChannelRefusal.DateWrong => "日期不对：结束不能早于开始，也不能晚于一年以后。",
    };
}

/// <summary>Why nothing was done with a channel or with what goes there.</summary>
public enum ChannelRefusal
{
    NotAllowed,
    NotFound,
    NameMissing,
    AddressWrong,
    AppIdWrong,
    SecretMissing,
    CoverMissing,
    AuthorTooLong,
    ChangedMeanwhile,
    TextMissing,
    WrongState,
    NotPublic,
    TogetherCount,
    SentAlready,
    DateWrong,
}
