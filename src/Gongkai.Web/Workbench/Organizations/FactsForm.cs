using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Organizations;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>The fields of an agency as a form holds them.</summary>
public sealed record FactsForm
{
    [Required(ErrorMessage = "请填名称。")]
    public string? Name { get; init; }

    public string? ShortName { get; init; }

    public AgencyKind Kind { get; init; }

    public GovernmentLevel Level { get; init; }

    public string? CreditCode { get; init; }

    public string? DivisionCode { get; init; }

    public string? SiteCode { get; init; }

    [Required(ErrorMessage = "请填成立日期。")]
    public DateOnly? ValidFrom { get; init; }

    public string? Authority { get; init; }

    public bool MustFile { get; init; }

    [Range(2008, 2100, ErrorMessage = "起报年度填四位数字，如 2020。")]
    public int? FilesFrom { get; init; }

    public bool CountedInSum { get; init; }

    public bool IsVertical { get; init; }

    public int SortOrder { get; init; }

    public static FactsForm Of(AgencyFacts facts, string? authority) => new()
    {
        Name = facts.Name,
        ShortName = facts.ShortName,
        Kind = facts.Kind,
        Level = facts.Level,
        CreditCode = facts.CreditCode,
        DivisionCode = facts.DivisionCode,
        SiteCode = facts.SiteCode,
        ValidFrom = facts.ValidFrom,
        Authority = authority,
        MustFile = facts.MustFile,
        FilesFrom = facts.FilesFrom,
        CountedInSum = facts.CountedInSum,
        IsVertical = facts.IsVertical,
        SortOrder = facts.SortOrder,
    };

    public AgencyFacts ToFacts(int? authorityId) => new()
    {
        Name = Name ?? "",
        ShortName = ShortName,
        Kind = Kind,
        Level = Level,
        CreditCode = CreditCode,
        DivisionCode = DivisionCode,
        SiteCode = SiteCode,
        ValidFrom = ValidFrom ?? default,
        AuthorityId = authorityId,
        MustFile = MustFile,
        FilesFrom = FilesFrom,
        CountedInSum = CountedInSum,
        IsVertical = IsVertical,
        SortOrder = SortOrder,
    };
}
