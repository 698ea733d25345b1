using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations;

/// <summary>What the tree knows of an agency, as a form or a row of a list gives it.</summary>
public sealed record AgencyFacts
{
    public required string Name { get; init; }

    public string? ShortName { get; init; }

    public AgencyKind Kind { get; init; }

    public GovernmentLevel Level { get; init; }

    public string? CreditCode { get; init; }

    public string? DivisionCode { get; init; }

    public string? SiteCode { get; init; }

    public DateOnly ValidFrom { get; init; }

    public int? AuthorityId { get; init; }

    public bool MustFile { get; init; }

    public int? FilesFrom { get; init; }

    public bool CountedInSum { get; init; }

    public bool IsVertical { get; init; }

    public int SortOrder { get; init; }

    /// <summary>A new body of a kind, with what follows from it.</summary>
    public static AgencyFacts New(string name, AgencyKind kind, GovernmentLevel above, DateOnly validFrom)
    {
        var defaults = KindDefaults.Of(kind);
        return new AgencyFacts
        {
            Name = name,
            Kind = kind,
            Level = KindDefaults.LevelOf(kind, above),
            ValidFrom = validFrom,
            MustFile = defaults.MustFile,
            CountedInSum = defaults.CountedInSum,
            IsVertical = defaults.IsVertical,
        };
    }

    internal static AgencyFacts Of(Agency agency) => new()
    {
        Name = agency.Name,
        ShortName = agency.ShortName,
        Kind = agency.Kind,
        Level = agency.Level,
        CreditCode = agency.CreditCode,
        DivisionCode = agency.DivisionCode,
        SiteCode = agency.SiteCode,
        ValidFrom = agency.ValidFrom,
        AuthorityId = agency.AuthorityId,
        MustFile = agency.MustFile,
        FilesFrom = agency.FilesFrom,
        CountedInSum = agency.CountedInSum,
        IsVertical = agency.IsVertical,
        SortOrder = agency.SortOrder,
    };

    internal void WriteTo(Agency agency)
    {
        agency.Name = Name;
        agency.ShortName = ShortName;
        agency.Kind = Kind;
        agency.Level = Level;
        agency.CreditCode = CreditCode;
        agency.DivisionCode = DivisionCode;
        agency.SiteCode = SiteCode;
        agency.ValidFrom = ValidFrom;
        agency.AuthorityId = AuthorityId;
        agency.MustFile = MustFile;
        agency.FilesFrom = FilesFrom;
        agency.CountedInSum = CountedInSum;
        agency.IsVertical = IsVertical;
        agency.SortOrder = SortOrder;
    }
}
