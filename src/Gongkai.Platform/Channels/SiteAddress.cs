using Gongkai.Platform.Messages;
using Gongkai.Platform.Operations;

namespace Gongkai.Platform.Channels;

/// <summary>The address of this site, as links in what goes out begin with it.</summary>
public sealed class SiteAddress(SmtpOptions smtp, InstallationSettings settings)
{
    /// <summary>The address without a stroke at its end; null where nobody has set one.</summary>
    public async Task<string?> FindAsync(CancellationToken cancellation)
    {
        if (smtp.SiteAddress.Length > 0)
        {
            return smtp.SiteAddress.TrimEnd('/');
        }

        var domain = (await settings.ReadAsync<SiteSettings>(SiteSettings.Setting, cancellation))?.SiteDomain.Trim().TrimEnd('/');
        return string.IsNullOrEmpty(domain) ? null : domain.Contains("://", StringComparison.Ordinal) ? domain : $"https://{domain}";
    }
}
