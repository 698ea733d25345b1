using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations;

/// <summary>A node of the tree: a government, its department, a township, a body below it. Renaming, merging and splitting make a new node and a <see cref="Succession"/>.</summary>
public sealed class Agency
{
    public int Id { get; init; }

    public int? ParentId { get; set; }

    /// <summary>The ids from the root to this node, as <c>/1/4/33/</c>: what lies below a node is what begins with its path.</summary>
    public string Path { get; set; } = "";

    public required string Name { get; set; }

    public string? ShortName { get; set; }

    public AgencyKind Kind { get; set; }

    /// <summary>The level of government that it belongs to.</summary>
    public GovernmentLevel Level { get; set; }

    /// <summary>统一社会信用代码 (GB 32100).</summary>
    public string? CreditCode { get; set; }

    /// <summary>行政区划代码 (GB/T 2260, GB/T 10114): 6, 9 or 12 digits.</summary>
    public string? DivisionCode { get; set; }

    /// <summary>网站标识码.</summary>
    public string? SiteCode { get; set; }

    public DateOnly ValidFrom { get; set; }

    /// <summary>The last day of its being; null while it lasts.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The 主管部门 where it is another than the government above.</summary>
    public int? AuthorityId { get; set; }

    public bool MustFile { get; set; }

    /// <summary>The first report year for which it files; null for as long as it has been.</summary>
    public int? FilesFrom { get; set; }

    /// <summary>Whether its figures go into the sum of the government above.</summary>
    public bool CountedInSum { get; set; }

    /// <summary>垂直管理: reports inside its own system.</summary>
    public bool IsVertical { get; set; }

    public string? Functions { get; set; }

    public string? Address { get; set; }

    public string? OfficeHours { get; set; }

    public string? Telephone { get; set; }

    public string? Email { get; set; }

    public string? Postcode { get; set; }

    public string? Head { get; set; }

    public int SortOrder { get; set; }

    public uint Version { get; init; }
}
