using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Reports.Writing;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>Model of _SumTable: a table of the form in which each figure leads to its parts.</summary>
public sealed record SumTable(PrintedTable Table, string PartsHref, SumOfCampaign Sum);
