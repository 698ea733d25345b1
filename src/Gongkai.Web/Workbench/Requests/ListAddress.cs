using System.Globalization;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>The view of the list that an address holds.</summary>
public sealed record ListAddress
{
    [FromQuery(Name = "q")]
    public string? Text { get; init; }

    [FromQuery(Name = "agency")]
    public int? Agency { get; init; }

    [FromQuery(Name = "stage")]
    public RequestStage? Stage { get; init; }

    [FromQuery(Name = "step")]
    public DeskStep? Step { get; init; }

    [FromQuery(Name = "channel")]
    public IntakeChannel? Channel { get; init; }

    [FromQuery(Name = "outcome")]
    public Outcome? Outcome { get; init; }

    [FromQuery(Name = "year")]
    public int? Year { get; init; }

    /// <summary>Only what this person handles.</summary>
    [FromQuery(Name = "mine")]
    public bool Mine { get; init; }

    /// <summary>Only what is due within so many days; 0 for what is due today or was.</summary>
    [FromQuery(Name = "due")]
    public int? DueWithin { get; init; }

    /// <summary>All cases, the newest first, and not just the open ones by their day.</summary>
    [FromQuery(Name = "all")]
    public bool All { get; init; }

    public bool IsFiltered => this with { All = false } != new ListAddress();

    public RequestFilter ToFilter(Guid account, DateOnly today) => new()
    {
        Order = All ? RequestOrder.Newest : RequestOrder.ByDueDay,
        AgencyId = Agency,
        Text = Text,
        Stage = Stage,
        DeskStep = Step,
        Channel = Channel,
        Outcome = Outcome,
        Year = Year is >= 2008 and <= 2100 ? Year : null,
        DueUpTo = DueWithin is >= 0 and <= 365 ? today.AddDays(DueWithin.Value) : null,
        HandlerId = Mine ? account : null,
    };

    public IEnumerable<(string Name, string? Value)> Pairs =>
    [
        ("q", Text?.Trim()), ("agency", Agency?.ToString(CultureInfo.InvariantCulture)), ("stage", Stage?.ToString()), ("step", Step?.ToString()), ("channel", Channel?.ToString()),
        ("outcome", Outcome?.ToString()), ("year", Year?.ToString(CultureInfo.InvariantCulture)), ("mine", Mine ? "true" : null),
        ("due", DueWithin?.ToString(CultureInfo.InvariantCulture)), ("all", All ? "true" : null),
    ];
}
