using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Organizations;

namespace Gongkai.Web.Api;

/// <summary>A page of a list: pass <c>next</c> as <c>after</c> to go on; null on the last page.</summary>
public sealed record ApiPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>An agency.</summary>
public sealed record ApiAgency(int Id, string Name, string? CreditCode, string? DivisionCode, DateOnly ValidFrom, DateOnly? ValidTo)
{
    internal static ApiAgency Of(PublicAgencyLine line) => new(line.Id, line.Name, line.CreditCode, line.DivisionCode, line.ValidFrom, line.ValidTo);
}

/// <summary>A published report in a list, with the address of the whole.</summary>
public sealed record ApiReportLine(int AgencyId, string AgencyName, int Year, DateTimeOffset PublishedAt, string Report)
{
    internal static ApiReportLine Of(ReportLine line) =>
        new(line.AgencyId, line.AgencyName, line.Year, line.PublishedAt, FormattableString.Invariant($"/api/v1/reports/{line.Year}/{line.AgencyId}"));
}

/// <summary>One figure: its value, or what stands there where that is no number.</summary>
public sealed record ApiFigure(string Address, string Name, string Unit, decimal? Value, string? Raw);
