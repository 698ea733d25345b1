using Gongkai.Law.Reporting;

namespace Gongkai.Reports.Checking;

/// <summary>What is known about a report from outside it. Every part may be absent; rules that need it then keep silent.</summary>
public sealed record CheckContext
{
    /// <summary>Nothing but the report.</summary>
    public static CheckContext None { get; } = new();

    /// <summary>The same agency's report of the year before.</summary>
    public AnnualReport? Last { get; init; }

    /// <summary>The level of the agency; where absent it is taken from the agency's name, if that is certain.</summary>
    public GovernmentLevel? Level { get; init; }

    /// <summary>Which date binds the report (《政府信息公开条例》第四十九条); where absent it is taken from the agency's name, with less certainty.</summary>
    public Filer? Filer { get; init; }

    /// <summary>The day on which the report was published, where the page says it.</summary>
    public DateOnly? PublishedOn { get; init; }
}
