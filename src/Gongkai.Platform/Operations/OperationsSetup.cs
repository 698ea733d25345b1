using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Operations;

internal static class OperationsSetup
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddScoped<InstallationSettings>().AddScoped<RecordBackup>().AddScoped<ChangeSettings>().AddScoped<OperationQueries>();
        services.AddJob<SessionSweep>(SessionSweep.Kind, Recurrence.Hourly);
        services.AddJob<FilingReminders>(FilingReminders.Kind, Recurrence.DailyAt(8, 30));
        services.AddJob<Retention>(Retention.Kind, Recurrence.DailyAt(3, 10));
    }
}
