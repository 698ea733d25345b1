namespace Gongkai.Platform.Channels.WeChat;

/// <summary>What the numbers of the platform mean, and what to do.</summary>
internal static class WeChatErrors
{
    /// <summary>The token is not good any more, or never was.</summary>
    public static bool IsOfToken(int code) => code is 40001 or 40014 or 42001;

    public static DeliveryRefusedException Of(int code, string message) => new($"微信答复：{SentenceOf(code, message)}（{code}）", !IsPassing(code)) { Code = code };

    public static string OfStatus(int status) => status switch
    {
        2 => "原创声明没有通过，请到公众号后台处理这篇草稿。",
        3 => "微信没有发布成功，没有说明原因。请到公众号后台看这篇草稿能不能手工发布。",
        4 => "平台审核没有通过，请到公众号后台看原因。",
        5 => "文章发布以后在公众号后台被删除了。",
        6 => "文章发布以后被平台封禁了，请到公众号后台看原因。",
        _ => $"微信答复了不认识的发布状态 {status}，请到公众号后台看看。",
    };

    private static bool IsPassing(int code) => code is -1 or 45009 or 45011 or 40007 || IsOfToken(code);

    private static string SentenceOf(int code, string message) => code switch
    {
        -1 => "系统繁忙，过一会儿自动再试",
        40001 or 40014 or 42001 => "调用凭证无效，请核对 AppSecret 是不是最新的",
        40013 => "AppID 不对，请到公众号后台核对",
        40125 => "AppSecret 不对，可能已经重置，请填新的",
        40164 => "服务器的 IP 不在公众号的白名单里，请在公众号后台“设置与开发－开发接口管理－IP 白名单”里加上",
        40243 => "AppSecret 已被冻结，请在公众号后台解冻",
        40007 => "图片或草稿在公众号里已经不存在",
        40004 or 40005 or 40006 or 40009 or 45001 => "图片的格式或大小不合要求，请换成 JPG 或 PNG，不超过 1 MB",
        40066 or 45166 => "正文里有微信不允许的内容，请改用只存草稿，在公众号后台修改",
        45002 => "正文太长",
        45003 => "标题太长，微信的标题不超过 32 个字",
        45004 => "摘要太长",
        45009 => "今天调用的次数已经用完，明天再试",
        45011 => "调用太频繁，过一会儿自动再试",
        45110 => "作者名太长，不超过 16 个字",
        47001 => "数据格式不对",
        48001 => "这个公众号没有调用这个接口的权限：未认证的订阅号只能存草稿，请把方式改为“只存草稿”",
        48004 => "接口被封禁，请到公众号后台看原因",
        50002 => "公众号受限，可能被冻结或没有注册完",
        53503 => "草稿没有通过发布检查，请到公众号后台看原因",
        53504 or 53505 => "要在公众号后台手工保存、发布这篇草稿",
        87014 => "内容含有违规信息，没有通过微信的检查",
        _ => message.Length == 0 ? "没有说明原因" : message,
    };
}
