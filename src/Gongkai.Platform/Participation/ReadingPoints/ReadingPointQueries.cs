using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.ReadingPoints;

/// <summary>Reading points, as the public and those who keep them read them.</summary>
public sealed class ReadingPointQueries(GongkaiDb db, Calendars.Calendars calendars, TimeProvider time)
{
    private const int Most = 5_000;

    /// <summary>Those that stand, of one agency or of all, each with whether it is open now.</summary>
    public async Task<IReadOnlyList<ReadingPointView>> ListAsync(int? agencyId, CancellationToken cancellation)
    {
        var agencies = db.Agencies.AsNoTracking().Where(agency => agencyId == null || agency.Id == agencyId);
        return await ViewsAsync(agencies, cancellation);
    }

    /// <summary>Those that this person keeps.</summary>
    public Task<IReadOnlyList<ReadingPointView>> KeptAsync(Actor actor, CancellationToken cancellation) =>
        ViewsAsync(db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.EditProfile)), cancellation);

    private async Task<IReadOnlyList<ReadingPointView>> ViewsAsync(IQueryable<Agency> agencies, CancellationToken cancellation)
    {
        var now = time.Now().DateTime;
        var found = await (
            from point in db.ReadingPoints.AsNoTracking()
            join agency in agencies on point.AgencyId equals agency.Id
            where point.ClosedOn == null
            orderby agency.Path.Length, agency.SortOrder, agency.Id, point.Id
            select new { Point = point, agency.Name }).Take(Most).ToListAsync(cancellation);
        var views = new List<ReadingPointView>(found.Count);
        foreach (var (point, name) in found.Select(pair => (pair.Point, pair.Name)))
        {
            var hours = new OpeningHours(point.WorkdayFrom, point.WorkdayTo, point.RestDayFrom, point.RestDayTo);
            views.Add(new ReadingPointView
            {
                Id = point.Id, AgencyId = point.AgencyId, AgencyName = name, Kind = point.Kind, Name = point.Name, Address = point.Address, Telephone = point.Telephone, Hours = point.Hours, Structured = hours,
                Offers = point.Offers, Longitude = point.Longitude, Latitude = point.Latitude, ChangedAt = point.ChangedAt, IsOpen = hours.IsOpen(now, await calendars.OfAsync(point.AgencyId, cancellation)),
            });
        }

        return views;
    }
}

/// <summary>A reading point as it is shown.</summary>
public sealed record ReadingPointView
{
    public required int Id { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required ReadingPointKind Kind { get; init; }

    public required string Name { get; init; }

    public required string Address { get; init; }

    public required string Telephone { get; init; }

    public required string Hours { get; init; }

    public required OpeningHours Structured { get; init; }

    public required string Offers { get; init; }

    public required decimal? Longitude { get; init; }

    public required decimal? Latitude { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether it is open now; null where its hours are not said in numbers.</summary>
    public required bool? IsOpen { get; init; }
}
