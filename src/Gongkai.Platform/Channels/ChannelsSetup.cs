using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Channels.Subscriptions;
using Gongkai.Platform.Channels.WeChat;
using Gongkai.Platform.Channels.Webhooks;
using Gongkai.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Channels;

internal static class ChannelsSetup
{
    public static void AddChannels(this IServiceCollection services) => services
        .AddSingleton<ChannelHttp>().AddSingleton<WeChatTokens>().AddScoped<ChannelSeal>().AddScoped<SiteAddress>()
        .AddScoped<ChannelDesk>().AddScoped<TestChannel>().AddScoped<ChannelKinds>().AddScoped<ChannelQueries>().AddScoped<ChannelCounts>()
        .AddScoped<DeliveryPlan>().AddScoped<DeliveryQueries>().AddScoped<SettleDelivery>().AddJob<DeliverySending>(DeliverySending.Kind).AddJob<DeliverySweep>(DeliverySweep.Kind, Recurrence.Hourly)
        .AddScoped<WebhookSending>().AddScoped<WeChatApi>().AddScoped<WeChatArticles>().AddScoped<WeChatSending>()
        .AddScoped<SubscriptionSeal>().AddScoped<Subscribe>().AddScoped<SubscriptionLetters>().AddScoped<SubscriptionPost>().AddJob<TellSubscribers>(TellSubscribers.Kind).AddJob<DailySubscriptions>(DailySubscriptions.Kind, Recurrence.DailyAt(7, 30))
        .AddScoped<PostingDesk>().AddScoped<PostingQueries>();
}
