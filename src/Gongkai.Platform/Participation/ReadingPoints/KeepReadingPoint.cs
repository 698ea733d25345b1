using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.ReadingPoints;

/// <summary>Enters a reading point, corrects it, gives it up.</summary>
public sealed class KeepReadingPoint(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    private const int LongestLine = 200;

    // The rectangle in which the country lies: a slip of the pen, as the two numbers changed over, falls out of it.
    private const decimal West = 73.4m;
    private const decimal East = 135.1m;
    private const decimal South = 3.4m;
    private const decimal North = 53.6m;

    public async Task<ParticipationResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.Where(agency => agency.Id == command.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.EditProfile, path))
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotAllowed);
        }

        if (Refuse(command) is { } refusal)
        {
            return ParticipationResult.Refused(refusal);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({command.Key.ToString()}, 7))", cancellation);
        var point = command.Id is { } id
            ? await db.ReadingPoints.SingleOrDefaultAsync(found => found.Id == id && found.AgencyId == command.AgencyId, cancellation)
            : await db.ReadingPoints.SingleOrDefaultAsync(found => found.FormKey == command.Key, cancellation);
        if (point is null && command.Id is not null)
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotFound);
        }

        if (point is not null && command.Id is null)
        {
            return new(point.Id, null);
        }

        var before = point is null ? null : new { point.Name, point.Address, point.Hours, point.Telephone };
        if (point is null)
        {
            point = new ReadingPoint { AgencyId = command.AgencyId, Name = "", Address = "", Hours = "", FormKey = command.Key };
            db.ReadingPoints.Add(point);
        }

        Fill(point, command, actor);
        await db.SaveChangesAsync(cancellation);
        await audit.RecordAsync(actor, point.AgencyId, "readingPoint.kept", FormattableString.Invariant($"readingPoint/{point.Id}"), before, new { point.Name, point.Address, point.Hours, point.Telephone }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new(point.Id, null);
    }

    /// <summary>Gives it up: it is on no page from now on.</summary>
    public async Task<ParticipationResult> CloseAsync(int id, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var point = await db.ReadingPoints.SingleOrDefaultAsync(found => found.Id == id && found.ClosedOn == null, cancellation);
        if (point is null || !Gate.May(actor, Act.EditProfile, await db.Agencies.Where(agency => agency.Id == point.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation)))
        {
            return ParticipationResult.Refused(ParticipationRefusal.NotFound);
        }

        point.ClosedOn = time.Today();
        await audit.RecordAsync(actor, point.AgencyId, "readingPoint.closed", FormattableString.Invariant($"readingPoint/{id}"), new { point.Name }, null, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ParticipationResult.Done;
    }

    private void Fill(ReadingPoint point, Command command, Actor actor)
    {
        point.Kind = command.Kind;
        point.Name = command.Name.Trim();
        point.Address = command.Address.Trim();
        point.Telephone = command.Telephone.Trim();
        point.Hours = command.Hours.Trim();
        (point.WorkdayFrom, point.WorkdayTo, point.RestDayFrom, point.RestDayTo) = (command.Structured.WorkdayFrom, command.Structured.WorkdayTo, command.Structured.RestDayFrom, command.Structured.RestDayTo);
        point.Offers = command.Offers.Trim();
        point.Longitude = command.Longitude;
        point.Latitude = command.Latitude;
        point.ChangedAt = time.GetUtcNow();
        point.ChangedByName = actor.Name;
    }

    private static ParticipationRefusal? Refuse(Command command) =>
        string.IsNullOrWhiteSpace(command.Name) ? ParticipationRefusal.TitleMissing
        : string.IsNullOrWhiteSpace(command.Address) || string.IsNullOrWhiteSpace(command.Hours) ? ParticipationRefusal.TextMissing
        : new[] { command.Name, command.Address, command.Telephone, command.Hours }.Any(text => text.Length > LongestLine) || command.Offers.Length > 2 * LongestLine ? ParticipationRefusal.TextTooLong
        : (command.Longitude is null) != (command.Latitude is null) || command.Longitude is < West or > East || command.Latitude is < South or > North ? ParticipationRefusal.PositionWrong
        : IsWrong(command.Structured.WorkdayFrom, command.Structured.WorkdayTo) || IsWrong(command.Structured.RestDayFrom, command.Structured.RestDayTo)
            || (command.Structured is { WorkdayFrom: null, RestDayFrom: not null }) ? ParticipationRefusal.HoursWrong
        : null;

    private static bool IsWrong(TimeOnly? from, TimeOnly? to) => (from is null) != (to is null) || from >= to;

    /// <param name="Id">The point; null for a new one.</param>
    /// <param name="Key">Of this filling-in alone.</param>
    /// <param name="AgencyId">Whose it is.</param>
    /// <param name="Kind">What kind of place.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Address">Where it is.</param>
    /// <param name="Hours">When it is open, in words.</param>
    public sealed record Command(int? Id, Guid Key, int AgencyId, ReadingPointKind Kind, string Name, string Address, string Hours)
    {
        public string Telephone { get; init; } = "";

        public string Offers { get; init; } = "";

        public OpeningHours Structured { get; init; } = new(null, null, null, null);

        public decimal? Longitude { get; init; }

        public decimal? Latitude { get; init; }
    }
}
