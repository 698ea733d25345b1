using System.Collections.Frozen;
using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations;

/// <summary>What follows from the kind of a body unless a person says otherwise (条例 articles 3, 10, 27, 54, 55).</summary>
/// <param name="TakesRequests">Whether it answers requests in its own name.</param>
/// <param name="MustFile">Whether it files an annual report of its own here.</param>
/// <param name="CountedInSum">Whether its figures go into the sum of the government above.</param>
/// <param name="IsVertical">Whether it reports inside its own system.</param>
public sealed record KindDefaults(bool TakesRequests, bool MustFile, bool CountedInSum, bool IsVertical)
{
    private static readonly KindDefaults Full = new(true, true, true, false);
    private static readonly KindDefaults ThroughParent = new(false, false, false, false);

    private static readonly FrozenDictionary<AgencyKind, KindDefaults> Table = new Dictionary<AgencyKind, KindDefaults>
    {
        [AgencyKind.Government] = Full,
        [AgencyKind.Department] = Full,
        [AgencyKind.Township] = Full,
        [AgencyKind.Subdistrict] = Full,
        [AgencyKind.DevelopmentZone] = Full,
        [AgencyKind.AuthorizedOrganization] = Full,
        [AgencyKind.VerticalOffice] = new(true, false, false, true),
        [AgencyKind.Outpost] = ThroughParent,
        [AgencyKind.PublicInstitution] = ThroughParent,
        [AgencyKind.PublicEnterprise] = ThroughParent,
        [AgencyKind.VillageCommittee] = ThroughParent,
        [AgencyKind.PartyDepartment] = ThroughParent,
    }.ToFrozenDictionary();

    public static KindDefaults Of(AgencyKind kind) => Table[kind];

    /// <summary>The level of a body of this kind below one of that level.</summary>
    public static GovernmentLevel LevelOf(AgencyKind kind, GovernmentLevel above) => kind switch
    {
        AgencyKind.Township or AgencyKind.Subdistrict or AgencyKind.VillageCommittee => GovernmentLevel.Township,
        AgencyKind.Government when above < GovernmentLevel.Township => above + 1,
        _ => above,
    };
}
