using Gongkai.Reports;
using Gongkai.Reports.Form;

namespace Gongkai.Web.Shared;

/// <summary>What the chart of an agency's requests over the years shows: table three's totals of received, carried in, concluded and carried out.</summary>
public static class RequestsByYear
{
    /// <summary>The figures, in the order of the chart.</summary>
    public static IReadOnlyList<FigureAddress> Addresses { get; } =
    [
        .. new[] { RequestRow.Received, RequestRow.CarriedIn, RequestRow.Concluded, RequestRow.CarriedOut }.Select(row => NationalForm.Request(row, ApplicantColumn.Total)),
    ];
}
