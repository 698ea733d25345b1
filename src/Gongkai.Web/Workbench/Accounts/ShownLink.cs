using Gongkai.Platform.Accounts.Administration;

namespace Gongkai.Web.Workbench.Accounts;

/// <summary>An invitation as it is shown, this once.</summary>
public sealed record ShownLink(string Name, string Address, DateTimeOffset Until, bool IsMailed)
{
    public static ShownLink Of(string name, InvitationLink link, HttpRequest request) =>
        new(name, $"{request.Scheme}://{request.Host}{InvitationIssue.Path}{link.Secret}", link.ExpiresAt, link.IsMailed);
}
