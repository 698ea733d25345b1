using System.Globalization;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>A campaign in a list.</summary>
public sealed record CampaignLine(int Id, int AgencyId, string AgencyName, int Year, DateOnly OpensOn, DateOnly? InternalDueOn, DateTimeOffset? ClosedAt);

/// <summary>A campaign with how many agencies stand where.</summary>
public sealed record CampaignBoard(CampaignLine Campaign, string Path, IReadOnlyDictionary<Standing, int> Counts, int Agencies, int Late, int WithErrors)
{
    public int Of(Standing standing) => Counts.GetValueOrDefault(standing);
}

/// <summary>Where an agency stands in a campaign, as an authority tells it.</summary>
public enum Standing
{
    NotBegun,
    Draft,
    WaitingInside,
    Submitted,
    Returned,
    Accepted,
    Published,
}

/// <summary>An agency on the board.</summary>
public sealed record BoardRow
{
    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string ShortName { get; init; }

    public required int SortOrder { get; init; }

    public int? FilingId { get; init; }

    public required Standing Standing { get; init; }

    public int Errors { get; init; }

    public int Warnings { get; init; }

    public int Unsettled { get; init; }

    public DateOnly DueOn { get; init; }

    public bool IsLate { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? LastUrgedAt { get; init; }

    public int TimesUrged { get; init; }

    public bool IsCounted { get; init; }
}

/// <summary>What of the board is shown.</summary>
public sealed record BoardFilter(Standing? Standing = null, bool LateOnly = false, bool WithErrorsOnly = false, string? Name = null);

/// <summary>How often a rule speaks, and in how many reports.</summary>
public sealed record RuleCount(string Rule, Severity Severity, int Count, int Reports);

/// <summary>A finding of one of a campaign's reports.</summary>
public sealed record FindingRow
{
    public required int FilingId { get; init; }

    public required int Number { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    /// <summary>The name in full, for searching.</summary>
    public required string FullName { get; init; }

    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>0 for the gravest.</summary>
    public required int Rank { get; init; }

    public required string At { get; init; }

    public int? Section { get; init; }

    public required string Message { get; init; }
}

/// <summary>What of the findings is shown.</summary>
public sealed record FindingFilter(string? Rule = null, Severity? Severity = null, int? AgencyId = null, string? Name = null);

/// <summary>The key of a page of findings: the rank and the key of the last one.</summary>
internal static class FindingKey
{
    public static (int Rank, int Filing, int Number)? Parse(string? key) =>
        key?.Split('.') is [var rank, var filing, var number]
        && int.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
        && int.TryParse(filing, NumberStyles.None, CultureInfo.InvariantCulture, out var second)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var third)
            ? (first, second, third)
            : null;

    public static string Of(FindingRow row) => FormattableString.Invariant($"{row.Rank}.{row.FilingId}.{row.Number}");
}

/// <summary>The key of a page: two numbers with a dot between.</summary>
internal static class BoardKey
{
    public static (int First, int Second) Parse(string? key)
    {
        var dot = key?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return dot > 0
            && int.TryParse(key.AsSpan(0, dot), NumberStyles.Integer, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(key.AsSpan(dot + 1), NumberStyles.Integer, CultureInfo.InvariantCulture, out var second)
                ? (first, second)
                : (int.MinValue, 0);
    }

    public static string Of(BoardRow row) => FormattableString.Invariant($"{row.SortOrder}.{row.AgencyId}");
}
