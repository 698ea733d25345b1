namespace Gongkai.Platform.Organizations;

/// <summary>On that day an agency came under another parent: with these the tree of any earlier day can be told.</summary>
public sealed class AgencyMove
{
    public int Id { get; init; }

    public int AgencyId { get; init; }

    public int? FromParentId { get; init; }

    public int? ToParentId { get; init; }

    /// <summary>The first day under the new parent.</summary>
    public DateOnly On { get; init; }
}
