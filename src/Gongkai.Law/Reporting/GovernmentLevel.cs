namespace Gongkai.Law.Reporting;

/// <summary>The level of the government that an agency is, or belongs to.</summary>
public enum GovernmentLevel
{
    /// <summary>国务院部门.</summary>
    State,

    /// <summary>省、自治区、直辖市.</summary>
    Province,

    /// <summary>设区的市、自治州.</summary>
    City,

    /// <summary>县、自治县、不设区的市、市辖区.</summary>
    County,

    /// <summary>乡、民族乡、镇、街道.</summary>
    Township,
}
