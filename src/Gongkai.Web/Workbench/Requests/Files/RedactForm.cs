using System.Globalization;
using Gongkai.Law.Requests;
using Gongkai.Platform.Redaction;

namespace Gongkai.Web.Workbench.Requests.Files;

/// <summary>What the form beside the pages holds. Places are in percent of the page, as people reckon them.</summary>
public sealed record RedactForm
{
    private const double Whole = 100;

    public Outcome Ground { get; init; } = Outcome.ThirdPartyRights;

    /// <summary>Words to cover, one a line.</summary>
    public string? Words { get; init; }

    public int? Page { get; init; }

    public double? Left { get; init; }

    public double? Top { get; init; }

    public double? Width { get; init; }

    public double? Height { get; init; }

    /// <summary>What was proposed and chosen; null where nothing was.</summary>
    public string[]? Chosen { get; init; }

    /// <summary>What the new file is called.</summary>
    public string? Name { get; init; }

    public bool IsSupplied { get; init; } = true;

    public IReadOnlyList<string> Phrases => (Words ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The place that was drawn or typed; null where a number is missing.</summary>
    public PageArea? Area => Page is { } page && Left is { } left && Top is { } top && Width is { } width && Height is { } height
        ? new PageArea(page, left / Whole, top / Whole, width / Whole, height / Whole).OnPage()
        : null;

    public IReadOnlyList<PageArea> ChosenAreas => [.. (Chosen ?? []).SelectMany(Decode)];

    /// <summary>A place that was found, as the value of its box: <c>2:0.1,0.2,0.3,0.02;2:…</c>.</summary>
    public static string Encode(TextPlace place) =>
        string.Join(';', place.Areas.Select(area => FormattableString.Invariant($"{area.Page}:{area.Left:0.#####},{area.Top:0.#####},{area.Width:0.#####},{area.Height:0.#####}")));

    private static IEnumerable<PageArea> Decode(string place)
    {
        foreach (var area in place.Split(';'))
        {
            if (area.Split(':', ',') is [var page, .. { Length: 4 } parts] && int.TryParse(page, CultureInfo.InvariantCulture, out var number)
                && parts.Select(part => double.TryParse(part, CultureInfo.InvariantCulture, out var value) ? value : double.NaN).ToArray() is [var left, var top, var width, var height])
            {
                yield return new PageArea(number, left, top, width, height);
            }
        }
    }
}
