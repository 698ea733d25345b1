using Gongkai.Law.Publishing;
using Gongkai.Platform.Publishing;

namespace Gongkai.Platform.Channels.Subscriptions;

/// <summary>The Chinese words of subscriptions.</summary>
public static class SubscriptionWords
{
    public static string Of(SubscriptionSubject subject, string? agency, CatalogCategory? category, string? query) => subject switch
    {
        SubscriptionSubject.Agency => $"{agency}公开的文件",
        SubscriptionSubject.Category => $"“{(category is { } known ? DocumentWords.Of(known) : "")}”类的文件",
        SubscriptionSubject.Search => $"含有“{query}”的文件",
    };

    public static string Of(SubscriptionPace pace) => pace switch
    {
        SubscriptionPace.Daily => "有新公开的，每天早上写一封信",
        SubscriptionPace.AtOnce => "一公开就写信",
    };

    public static string Sentence(Subscribe.Refusal refusal) => refusal switch
    {
        Subscribe.Refusal.NotPossible => "本网站还没有开通邮件订阅。",
        Subscribe.Refusal.AddressWrong => "电子邮箱写得不完整，例如 name@example.cn。",
        Subscribe.Refusal.SubjectWrong => "请选择订阅什么：一个机关、一个类别，或者填要找的词。",
    };
}
