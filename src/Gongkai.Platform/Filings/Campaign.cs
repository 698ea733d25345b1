namespace Gongkai.Platform.Filings;

/// <summary>One January: an authority calls the agencies below it to file their reports for a year.</summary>
public sealed class Campaign
{
    public int Id { get; init; }

    /// <summary>The authority, a government node of the tree.</summary>
    public int AgencyId { get; init; }

    /// <summary>The report year.</summary>
    public int Year { get; init; }

    public DateOnly OpensOn { get; set; }

    /// <summary>The day that the authority itself sets for submitting, before the statutory one.</summary>
    public DateOnly? InternalDueOn { get; set; }

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public uint Version { get; init; }
}

/// <summary>An agency that must file in a campaign, as of that year's tree.</summary>
public sealed class CampaignMember
{
    public int CampaignId { get; init; }

    public int AgencyId { get; init; }

    /// <summary>31 January for departments, 31 March for the government's overall report (条例 article 49).</summary>
    public DateOnly StatutoryDueOn { get; set; }

    public bool CountedInSum { get; set; }

    public DateTimeOffset? LastUrgedAt { get; set; }

    public int TimesUrged { get; set; }
}
