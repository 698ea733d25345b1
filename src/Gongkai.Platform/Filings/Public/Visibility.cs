using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Public;

/// <summary>The one policy for what of the filings is public: the version that was published, and nothing of what is being written. Page, list, feed, download, open data and API all read through it.</summary>
internal static class Visibility
{
    public static IQueryable<PublicReport> PublicReports(this GongkaiDb db) =>
        from filing in db.Filings.AsNoTracking()
        join version in db.FilingVersions.AsNoTracking() on new { FilingId = filing.Id, Number = filing.PublishedVersion } equals new { version.FilingId, Number = (int?)version.Number }
        join agency in db.Agencies.AsNoTracking() on filing.AgencyId equals agency.Id
        where filing.PublishedAt != null && version.PublishedAt != null
        select new PublicReport
        {
            FilingId = filing.Id,
            AgencyId = agency.Id,
            AgencyName = agency.Name,
            AgencyPath = agency.Path,
            SortOrder = agency.SortOrder,
            Year = filing.Year,
            Version = version.Number,
            PublishedAt = filing.PublishedAt!.Value,
            UpdatedAt = version.PublishedAt!.Value,
            Content = version.Content,
            Figures = version.Figures,
        };
}

/// <summary>A report as the public may read it.</summary>
internal sealed record PublicReport
{
    public required int FilingId { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyPath { get; init; }

    public required int SortOrder { get; init; }

    public required int Year { get; init; }

    public required int Version { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string Content { get; init; }

    public required decimal?[] Figures { get; init; }
}
