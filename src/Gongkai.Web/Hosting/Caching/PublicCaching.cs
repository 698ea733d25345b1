using System.Globalization;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Gongkai.Web.Hosting.Caching;

/// <summary>Keeps public pages in memory. <c>GONGKAI:CACHE</c> says for how many seconds at most; 0 keeps none.</summary>
public static class PublicCaching
{
    private const int UsualSeconds = 600;
    private const long MostBytes = 128 * 1024 * 1024;
    private const long LargestPage = 2 * 1024 * 1024;

    public static void AddPublicCaching(this WebApplicationBuilder builder, string connectionString)
    {
        var seconds = builder.Configuration["GONGKAI:CACHE"] is not { Length: > 0 } set ? UsualSeconds
            : int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new StartRefusedException($"GONGKAI__CACHE 的值“{set}”不对，应是秒数；0 表示不缓存。");
        builder.Services.AddSingleton<PublicVersions>().AddSingleton(provider => new SiteFace(SiteOptions.Of(builder.Configuration), provider.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddScoped(provider => provider.GetRequiredService<SiteFace>().Current);
        builder.Services.AddHostedService(provider => ActivatorUtilities.CreateInstance<PublicChanges>(provider, connectionString));
        builder.Services.AddOutputCache(options =>
        {
            options.SizeLimit = MostBytes;
            options.MaximumBodySize = LargestPage;
        });
        builder.Services.AddOptions<OutputCacheOptions>().Configure<PublicVersions>((options, versions) =>
        {
            if (seconds > 0)
            {
                options.AddBasePolicy(new PublicPagePolicy(versions, TimeSpan.FromSeconds(seconds)));
            }
        });
    }
}
