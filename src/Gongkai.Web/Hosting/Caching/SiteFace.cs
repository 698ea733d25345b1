using Gongkai.Platform.Operations;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Hosting.Caching;

/// <summary>What stands at the head and the foot of the public pages: what the operator set, and where that is empty, what the installation's file says.</summary>
public sealed class SiteFace(SiteOptions file, IServiceScopeFactory scopes)
{
    private volatile SiteOptions? both;

    public SiteOptions Current => both ?? file;

    public async Task LoadAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var set = await scope.ServiceProvider.GetRequiredService<InstallationSettings>().ReadAsync<SiteSettings>(SiteSettings.Setting, cancellation);
        both = set is null ? file : file with
        {
            SiteName = Either(set.SiteName, file.SiteName),
            SiteDomain = Either(set.SiteDomain, file.SiteDomain),
            SiteIdCode = Either(set.SiteIdCode, file.SiteIdCode),
            Icp = Either(set.Icp, file.Icp),
            PublicSecurityFiling = Either(set.PublicSecurityFiling, file.PublicSecurityFiling),
            Organizer = Either(set.Organizer, file.Organizer),
            Operator = Either(set.Operator, file.Operator),
            Phone = Either(set.Phone, file.Phone),
            Mail = Either(set.Mail, file.Mail),
            Address = Either(set.Address, file.Address),
        };
    }

    private static string Either(string set, string file) => set.Length > 0 ? set : file;
}
