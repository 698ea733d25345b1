namespace Gongkai.Platform.Accounts;

/// <summary>The one answer to “may this person do this here”: for a page, a button, the API and a command alike. What is not listed is not allowed.</summary>
public static class Gate
{
    private static readonly Dictionary<Act, Permission[]> Permissions = new()
    {
        [Act.ViewFilings] =
        [
            new(Role.Clerk, Reach.Own), new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own),
            new(Role.SecrecyReviewer, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below),
        ],
        [Act.EditFilings] = [new(Role.Clerk, Reach.Own), new(Role.AuthorityOfficer, Reach.Own)],
        [Act.ReviewFilings] = [new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own), new(Role.SecrecyReviewer, Reach.Own)],
        [Act.SignFilings] = [new(Role.Head, Reach.Own)],
        [Act.PublishFilings] = [new(Role.Clerk, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below)],
        [Act.SuperviseFilings] = [new(Role.AuthorityOfficer, Reach.Below)],
        [Act.ViewRequests] =
        [
            new(Role.Clerk, Reach.Own), new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own),
            new(Role.SecrecyReviewer, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below),
        ],
        [Act.ViewApplicants] = [new(Role.Clerk, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Own)],
        [Act.HandleRequests] = [new(Role.Clerk, Reach.Own), new(Role.AuthorityOfficer, Reach.Own)],
        [Act.ReviewRequests] =
        [
            new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own), new(Role.SecrecyReviewer, Reach.Own),
            new(Role.Head, Reach.Own),
        ],
        [Act.SignRequests] = [new(Role.Head, Reach.Own)],
        [Act.ViewDocuments] =
        [
            new(Role.Clerk, Reach.Own), new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own),
            new(Role.SecrecyReviewer, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below),
        ],
        [Act.WriteDocuments] = [new(Role.Clerk, Reach.Own), new(Role.AuthorityOfficer, Reach.Own)],
        [Act.ReviewDocuments] =
        [
            new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own), new(Role.SecrecyReviewer, Reach.Own),
            new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below),
        ],
        [Act.PublishDocuments] = [new(Role.Clerk, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below)],
        [Act.ViewLedgers] =
        [
            new(Role.Clerk, Reach.Own), new(Role.FirstReviewer, Reach.Own), new(Role.SecondReviewer, Reach.Own), new(Role.FinalReviewer, Reach.Own),
            new(Role.SecrecyReviewer, Reach.Own), new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below),
        ],
        [Act.KeepLedgers] = [new(Role.Clerk, Reach.Own), new(Role.AuthorityOfficer, Reach.Own)],
        [Act.ManageChannels] = [new(Role.Head, Reach.Own), new(Role.AuthorityOfficer, Reach.Below)],
        [Act.ManageCatalog] = [new(Role.AuthorityOfficer, Reach.Below)],
        [Act.ManageAgencies] = [new(Role.SystemAdministrator, Reach.Below)],
        [Act.EditProfile] = [new(Role.Clerk, Reach.Own), new(Role.AuthorityOfficer, Reach.Below), new(Role.SystemAdministrator, Reach.Below)],
        [Act.ManageAccounts] = [new(Role.SecurityAdministrator, Reach.Below)],
        [Act.ManageTokens] = [new(Role.Head, Reach.Own), new(Role.SystemAdministrator, Reach.Below)],
        [Act.ManageScreeningWords] = [new(Role.AuthorityOfficer, Reach.Below), new(Role.SystemAdministrator, Reach.Top)],
        [Act.Operate] = [new(Role.SystemAdministrator, Reach.Top)],
        [Act.ReadAudit] = [new(Role.AuditAdministrator, Reach.Below)],
    };

    /// <summary>Whether the actor may do this anywhere at all: for showing a module in the navigation.</summary>
    public static bool MayAnywhere(Actor actor, Act act) => actor.Posts.Any(post => Grants(post, act));

    /// <summary>Whether the actor may do this for the agency at this place of the tree.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="path">The path of the agency (<c>/1/4/33/</c>).</param>
    public static bool May(Actor actor, Act act, string path) => actor.Posts.Any(post => ReachOf(post, act) switch
    {
        Reach.Own => post.Path == path,
        Reach.Below => path.StartsWith(post.Path, StringComparison.Ordinal),
        Reach.Top => IsTop(post) && path.StartsWith(post.Path, StringComparison.Ordinal),
        null => false,
    });

    /// <summary>The parts of the tree in which the actor may do this, as conditions that a query can hold: single agencies, and all below a path.</summary>
    public static Scope ScopeOf(Actor actor, Act act) => new(
        [.. actor.Posts.Where(post => ReachOf(post, act) == Reach.Own).Select(post => post.AgencyId).Distinct()],
        [.. actor.Posts.Where(post => ReachOf(post, act) is Reach.Below || (ReachOf(post, act) is Reach.Top && IsTop(post))).Select(post => post.Path).Distinct()]);

    /// <summary>Every permission there is, in the order of the roles and acts: what <c>docs/roles.md</c> prints.</summary>
    public static IReadOnlyList<GateLine> Lines { get; } =
    [
        .. from permission in Permissions
           from granted in permission.Value
           orderby granted.Role, permission.Key
           select new GateLine(granted.Role, permission.Key, granted.Reach switch { Reach.Own => "本机关", Reach.Below => "本机关及下级", Reach.Top => "整个系统" }),
    ];

    private static bool Grants(HeldPost post, Act act) => ReachOf(post, act) is { } reach && (reach != Reach.Top || IsTop(post));

    private static Reach? ReachOf(HeldPost post, Act act) =>
        Permissions.TryGetValue(act, out var permissions) && Array.Find(permissions, permission => permission.Role == post.Role) is { } found ? found.Reach : null;

    /// <summary>What concerns the whole installation is done from the root of the tree.</summary>
    private static bool IsTop(HeldPost post) => post.Path.Count(letter => letter == '/') == 2;

    private sealed record Permission(Role Role, Reach Reach);

    private enum Reach
    {
        Own,
        Below,
        Top,
    }
}

/// <summary>Where in the tree something is allowed: these agencies, and everything below these paths.</summary>
public sealed record Scope(IReadOnlyList<int> Agencies, IReadOnlyList<string> Paths)
{
    /// <summary>Whether it holds the root of the tree, and so the whole installation.</summary>
    public bool HoldsRoot => Paths.Any(path => path.Count(letter => letter == '/') == 2);

    public bool IsEmpty => Agencies.Count == 0 && Paths.Count == 0;
}

/// <summary>A role, what it may do, and how far: for people to read.</summary>
public sealed record GateLine(Role Role, Act Act, string Reach);
