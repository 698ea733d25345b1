namespace Gongkai.Platform.Accounts;

/// <summary>A role of a person at an agency, for a span of days. A deputy's post names the person stood in for.</summary>
public sealed class Post
{
    public int Id { get; init; }

    public Guid AccountId { get; init; }

    public int AgencyId { get; init; }

    public Role Role { get; init; }

    public DateOnly From { get; init; }

    public DateOnly? To { get; set; }

    public Guid? DeputyFor { get; init; }
}
