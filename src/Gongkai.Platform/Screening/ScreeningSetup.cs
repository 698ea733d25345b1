using Gongkai.Platform.Screening.Dictionary;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Platform.Screening;

internal static class ScreeningSetup
{
    public static void AddScreening(this IServiceCollection services) =>
        services.AddScoped<ScreeningWordQueries>().AddScoped<KeepScreeningWord>().AddScoped<ScreeningWordImport>();
}
