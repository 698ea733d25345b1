namespace Gongkai.Platform.Operations;

/// <summary>What a new campaign begins with, and when people are reminded of it. Kept as the setting <c>campaign</c>.</summary>
public sealed record CampaignDefaults
{
    public const string Setting = "campaign";

    public int OpensMonth { get; init; } = 1;

    public int OpensDay { get; init; } = 2;

    /// <summary>The day of January by which the authority wants the reports, before the statutory 31.</summary>
    public int InternalDueDay { get; init; } = 20;

    /// <summary>How many days before a due day people are reminded.</summary>
    public IReadOnlyList<int> ReminderDays { get; init; } = [7, 3, 1, 0];
}
