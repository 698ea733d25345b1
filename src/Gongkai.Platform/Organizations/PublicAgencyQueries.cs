using System.Globalization;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>The agencies as the public sees them.</summary>
public sealed class PublicAgencyQueries(GongkaiDb db, TimeProvider time)
{
    public const int PageSize = 200;

    /// <summary>A page of all agencies that ever were, by id; by part of the name where one is given.</summary>
    public async Task<Page<PublicAgencyLine>> ListAsync(string? name, string? after, CancellationToken cancellation)
    {
        var last = int.TryParse(after, NumberStyles.Integer, CultureInfo.InvariantCulture, out var id) ? id : 0;
        var agencies = db.Agencies.AsNoTracking().Where(agency => agency.Id > last);
        if (name is { Length: > 0 })
        {
            agencies = agencies.Where(agency => agency.Name.Contains(name) || (agency.ShortName != null && agency.ShortName.Contains(name)));
        }

        var page = await Lines(agencies.OrderBy(agency => agency.Id).Take(PageSize + 1)).ToListAsync(cancellation);
        return page.Count > PageSize
            ? new Page<PublicAgencyLine>(page[..PageSize], page[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture))
            : new Page<PublicAgencyLine>(page, null);
    }

    /// <summary>The agencies that stand today directly below one, in the order of the tree; those at the top for null.</summary>
    public async Task<IReadOnlyList<PublicAgencyLine>> BelowAsync(int? parentId, CancellationToken cancellation)
    {
        var today = time.Today();
        return await Lines(db.Agencies.AsNoTracking()
            .Where(agency => agency.ParentId == parentId && agency.ValidFrom <= today && (agency.ValidTo == null || agency.ValidTo >= today))
            .OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.Id)).ToListAsync(cancellation);
    }

    /// <summary>An agency with its public profile, those above it, and whom it followed and who followed it; null where there is none.</summary>
    public async Task<PublicAgency?> FindAsync(int id, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, cancellation);
        if (agency is null)
        {
            return null;
        }

        var above = agency.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => int.Parse(part, CultureInfo.InvariantCulture)).Where(part => part != id).ToList();
        var lines = await Lines(db.Agencies.AsNoTracking().Where(candidate => above.Contains(candidate.Id)).OrderBy(candidate => candidate.Path.Length)).ToListAsync(cancellation);
        var predecessors = await (
            from succession in db.Successions.AsNoTracking()
            join before in db.Agencies.AsNoTracking() on succession.PredecessorId equals before.Id
            where succession.SuccessorId == id
            select new PublicSuccession(before.Id, before.Name, succession.Kind, succession.On)).ToListAsync(cancellation);
        var successors = await (
            from succession in db.Successions.AsNoTracking()
            join then in db.Agencies.AsNoTracking() on succession.SuccessorId equals then.Id
            where succession.PredecessorId == id
            select new PublicSuccession(then.Id, then.Name, succession.Kind, succession.On)).ToListAsync(cancellation);
        return new PublicAgency
        {
            Line = new PublicAgencyLine(agency.Id, agency.Name, agency.ShortName ?? agency.Name, agency.Kind, agency.CreditCode, agency.DivisionCode, agency.ValidFrom, agency.ValidTo),
            Above = lines,
            Predecessors = predecessors,
            Successors = successors,
            Functions = agency.Functions,
            Address = agency.Address,
            OfficeHours = agency.OfficeHours,
            Telephone = agency.Telephone,
            Email = agency.Email,
            Postcode = agency.Postcode,
            Head = agency.Head,
        };
    }

    private static IQueryable<PublicAgencyLine> Lines(IQueryable<Agency> agencies) => agencies.Select(agency =>
        new PublicAgencyLine(agency.Id, agency.Name, agency.ShortName ?? agency.Name, agency.Kind, agency.CreditCode, agency.DivisionCode, agency.ValidFrom, agency.ValidTo));
}

/// <summary>An agency in a public list.</summary>
public sealed record PublicAgencyLine(int Id, string Name, string ShortName, AgencyKind Kind, string? CreditCode, string? DivisionCode, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>Whom an agency followed, or who followed it.</summary>
public sealed record PublicSuccession(int AgencyId, string Name, SuccessionKind Kind, DateOnly On);

/// <summary>An agency with its public profile.</summary>
public sealed record PublicAgency
{
    public required PublicAgencyLine Line { get; init; }

    public required IReadOnlyList<PublicAgencyLine> Above { get; init; }

    public required IReadOnlyList<PublicSuccession> Predecessors { get; init; }

    public required IReadOnlyList<PublicSuccession> Successors { get; init; }

    public string? Functions { get; init; }

    public string? Address { get; init; }

    public string? OfficeHours { get; init; }

    public string? Telephone { get; init; }

    public string? Email { get; init; }

    public string? Postcode { get; init; }

    public string? Head { get; init; }
}
