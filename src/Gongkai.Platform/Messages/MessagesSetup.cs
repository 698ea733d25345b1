using Gongkai.Platform.Jobs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Messages;

internal static class MessagesSetup
{
    public static void AddMessages(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetService<IConfiguration>()?.GetSection("GONGKAI:SMTP").Get<SmtpOptions>() ?? new SmtpOptions());
        services.AddScoped<Outbox>().AddScoped<NotificationQueries>().AddScoped<MailQueries>().AddScoped<SendTestMail>().AddScoped<ResendMail>();
        services.AddJob<MailSending>(MailSending.Kind);
    }
}
