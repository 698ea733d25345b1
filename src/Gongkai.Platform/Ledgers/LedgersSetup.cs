using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Ledgers;

internal static class LedgersSetup
{
    public static void AddLedgers(this IServiceCollection services) => services
        .AddScoped<LedgerDesk>().AddScoped<LedgerIntake>().AddScoped<LedgerImport>().AddScoped<LedgerQueries>();
}
