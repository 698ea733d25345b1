namespace Gongkai.Platform.Accounts;

/// <summary>Who acts: the person, the agency worked in at the moment, the posts held today, and from where.</summary>
public sealed record Actor(Guid AccountId, string Name, int AgencyId, IReadOnlyList<HeldPost> Posts, string? Address)
{
    /// <summary>The program itself, at work on nobody's behalf.</summary>
    public static Actor Program { get; } = new(Guid.Empty, "系统", 0, [], null);

    /// <summary>The chain of the audit trail for what the person does to the own account: that of the agency worked in.</summary>
    public int? ChainOrNull => AgencyId == 0 ? null : AgencyId;

    public bool Holds(Role role) => Posts.Any(post => post.Role == role);
}

/// <summary>A post as it counts today: the role, the agency and its place in the tree.</summary>
public sealed record HeldPost(Role Role, int AgencyId, string Path, string AgencyName);
