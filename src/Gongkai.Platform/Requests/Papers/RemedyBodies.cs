using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>To whom one turns against an agency's decisions, as set for it or for an agency above it. What is not set comes from the tree.</summary>
public sealed class RemedySetting
{
    public int AgencyId { get; init; }

    /// <summary>复议机关.</summary>
    public string? ReviewBody { get; set; }

    /// <summary>有管辖权的人民法院; many places send such suits to one court.</summary>
    public string? Court { get; set; }

    /// <summary>Where reconsideration is applied for on line (《行政复议法》第二十二条第二款).</summary>
    public string? OnlineChannel { get; set; }

    /// <summary>机关代字 of its papers, as <c>云水公开告</c>.</summary>
    public string? NumberWord { get; set; }
}

/// <summary>To whom one turns against an agency's decisions.</summary>
/// <param name="ReviewBody">复议机关 (《行政复议法》第二十四条、第二十七条).</param>
/// <param name="Court">The court, or words for whichever has jurisdiction.</param>
/// <param name="OnlineChannel">Where reconsideration is applied for on line; null where it is not set.</param>
/// <param name="NumberWord">机关代字.</param>
public sealed record RemedyBodies(string ReviewBody, string Court, string? OnlineChannel, string NumberWord);

/// <summary>Finds them.</summary>
public sealed class RemedyQueries(GongkaiDb db)
{
    private const string AnyCourt = "有管辖权的人民法院";
    private const string AnyBody = "本级人民政府";

    public async Task<RemedyBodies> OfAsync(int agencyId, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == agencyId, cancellation);
        var above = await db.Agencies.AsNoTracking().Where(found => agency.Path.StartsWith(found.Path)).OrderByDescending(found => found.Path.Length)
            .Select(found => new { found.Id, found.Name, found.Kind }).ToListAsync(cancellation);
        var ids = above.Select(found => found.Id).ToList();
        var settings = await db.RemedySettings.AsNoTracking().Where(setting => ids.Contains(setting.AgencyId)).ToDictionaryAsync(setting => setting.AgencyId, cancellation);
        var inOrder = ids.Where(settings.ContainsKey).Select(id => settings[id]).ToList();
        var government = above.Skip(1).FirstOrDefault(found => found.Kind == AgencyKind.Government)?.Name;
        return new RemedyBodies(
            inOrder.FirstOrDefault(setting => setting.AgencyId == agencyId)?.ReviewBody ?? government ?? AnyBody,
            inOrder.Select(setting => setting.Court).FirstOrDefault(court => court is not null) ?? AnyCourt,
            inOrder.Select(setting => setting.OnlineChannel).FirstOrDefault(channel => channel is not null),
            inOrder.FirstOrDefault(setting => setting.AgencyId == agencyId)?.NumberWord ?? $"{agency.ShortName ?? agency.Name}公开告");
    }
}
