using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Reviewing;

/// <summary>Which way the documents of an agency go through review, by their kind: as the agency has it set, else the nearest above it, else the usual one.</summary>
public sealed class ReviewWays(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    internal async Task<ReviewWay> OfAsync(int agencyId, DocumentKind kind, CancellationToken cancellation) => !ReviewRoute.MayBeShort(kind)
        ? ReviewWay.Long
        : (await (
            from way in db.ReviewWays.AsNoTracking()
            join above in db.Agencies.AsNoTracking() on way.AgencyId equals above.Id
            where way.Kind == kind && db.Agencies.Single(agency => agency.Id == agencyId).Path.StartsWith(above.Path)
            orderby above.Path.Length descending
            select (ReviewWay?)way.Way).FirstOrDefaultAsync(cancellation)) ?? ReviewRoute.Usual(kind);

    /// <summary>Every kind with its way at an agency; null where this person may not set them.</summary>
    public async Task<IReadOnlyList<ReviewWayRow>?> ListAsync(int agencyId, Actor actor, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(found => found.Id == agencyId, cancellation);
        if (agency is null || !Gate.May(actor, Act.ManageCatalog, agency.Path))
        {
            return null;
        }

        var set = await (
            from way in db.ReviewWays.AsNoTracking()
            join above in db.Agencies.AsNoTracking() on way.AgencyId equals above.Id
            where agency.Path.StartsWith(above.Path)
            orderby above.Path.Length descending
            select new { way.AgencyId, above.Name, way.Kind, way.Way }).ToListAsync(cancellation);
        return
        [
            .. Enum.GetValues<DocumentKind>().Select(kind =>
            {
                var own = set.Find(way => way.Kind == kind && way.AgencyId == agencyId);
                var above = set.Find(way => way.Kind == kind && way.AgencyId != agencyId);
                return new ReviewWayRow(kind, ReviewRoute.MayBeShort(kind) ? own?.Way : null, ReviewRoute.MayBeShort(kind) ? above?.Way ?? ReviewRoute.Usual(kind) : ReviewWay.Long, above?.Name);
            }),
        ];
    }

    /// <summary>Sets the ways of an agency. What is on its way already goes on by the new one from where it is.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="ways">The way of each kind; null takes it from above.</param>
    /// <param name="actor">The person.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>Whether this person may.</returns>
    public async Task<bool> SetAsync(int agencyId, IReadOnlyDictionary<DocumentKind, ReviewWay?> ways, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var agency = await db.Agencies.FromSql($"SELECT *, xmin FROM agencies WHERE id = {agencyId} FOR NO KEY UPDATE").AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (agency is null || !Gate.May(actor, Act.ManageCatalog, agency.Path))
        {
            return false;
        }

        var kept = await db.ReviewWays.Where(way => way.AgencyId == agencyId).ToListAsync(cancellation);
        var before = kept.ToDictionary(way => way.Kind.ToString(), way => way.Way.ToString());
        db.ReviewWays.RemoveRange(kept);
        await db.SaveChangesAsync(cancellation);
        var set = ways.Where(way => way.Value is not null && ReviewRoute.MayBeShort(way.Key)).ToDictionary(way => way.Key, way => way.Value!.Value);
        db.ReviewWays.AddRange(set.Select(way => new StoredReviewWay { AgencyId = agencyId, Kind = way.Key, Way = way.Value, ChangedAt = time.GetUtcNow(), ChangedByName = actor.Name }));
        await audit.RecordAsync(actor, agencyId, "document.reviewWaysSet", $"agency/{agencyId}", before, set.ToDictionary(way => way.Key.ToString(), way => way.Value.ToString()), cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}

/// <summary>The way of one kind at one agency.</summary>
public sealed class StoredReviewWay
{
    public int AgencyId { get; init; }

    public DocumentKind Kind { get; init; }

    public ReviewWay Way { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public required string ChangedByName { get; init; }
}

/// <summary>The way of a kind at an agency.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Own">As the agency has it set; null where it has not.</param>
/// <param name="Above">As it would be otherwise.</param>
/// <param name="AboveName">Who set that; null where it is the usual way.</param>
public sealed record ReviewWayRow(DocumentKind Kind, ReviewWay? Own, ReviewWay Above, string? AboveName);
