using System.Text.Json.Serialization;
using Gongkai.Platform.Filings;
using Gongkai.Reports;

namespace Gongkai.Web.Api;

/// <summary>A report on its way: where it stands, and what the checks say of it. <c>Page</c> is where people go on with it.</summary>
public sealed record ApiFiling
{
    public required int Filing { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required int Year { get; init; }

    public required FilingState State { get; init; }

    public required string StateText { get; init; }

    public required int Revision { get; init; }

    /// <summary>The cells that were not read and that a person has to fill in.</summary>
    public required IReadOnlyList<string> Unsettled { get; init; }

    public required IReadOnlyList<ApiFinding> Findings { get; init; }

    public required string Page { get; init; }

    internal static ApiFiling Of(FilingSheet sheet) => new()
    {
        Filing = sheet.Id,
        AgencyId = sheet.AgencyId,
        AgencyName = sheet.AgencyName,
        Year = sheet.Year,
        State = sheet.State,
        StateText = FilingWords.Of(sheet.State),
        Revision = sheet.Revision,
        Unsettled = sheet.Unsettled,
        Findings = [.. sheet.Findings.Select(finding => new ApiFinding(finding.Rule, finding.Severity, finding.At, finding.Section, finding.Message))],
        Page = FormattableString.Invariant($"/work/filings/{sheet.Id}"),
    };
}

/// <summary>What a rule says of a report, and the addresses of the figures that it is about.</summary>
public sealed record ApiFinding(
    string Rule, Severity Severity, IReadOnlyList<string> At, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Section, string Message);

/// <summary>A request that could not be met: the sentence, and what would have to be confirmed.</summary>
public sealed record ApiRefusal(string Title, int Status, string Detail)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Confirmations { get; init; }
}
