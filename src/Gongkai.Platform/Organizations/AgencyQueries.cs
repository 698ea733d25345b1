using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Codes;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations;

/// <summary>Reads of the tree.</summary>
public sealed class AgencyQueries(GongkaiDb db, TimeProvider time)
{
    private const int MostFound = 50;

    /// <summary>The highest nodes that lie in a scope.</summary>
    public async Task<IReadOnlyList<TreeNode>> RootsAsync(Scope scope, DateOnly? on, CancellationToken cancellation)
    {
        var tops = scope.Paths.Where(path => !scope.Paths.Any(other => other != path && path.StartsWith(other, StringComparison.Ordinal))).ToList();
        var own = scope.Agencies;
        var rows = await db.Agencies.AsNoTracking()
            .Where(agency => tops.Contains(agency.Path) || own.Contains(agency.Id))
            .OrderBy(agency => agency.Path).Select(AgencyRow.Of).ToListAsync(cancellation);
        return await WithChildrenAsync(rows.FindAll(row => row.Path is var path && (tops.Contains(path) || !tops.Exists(top => path.StartsWith(top, StringComparison.Ordinal)))), on, cancellation);
    }

    /// <summary>The nodes right below one, as the tree was on a day (today where none is given).</summary>
    public async Task<IReadOnlyList<TreeNode>> ChildrenAsync(int parentId, DateOnly? on, CancellationToken cancellation) =>
        await WithChildrenAsync(await Below(parentId, on).OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.Id).Select(AgencyRow.Of).ToListAsync(cancellation), on, cancellation);

    /// <summary>So many of the nodes right below one, and how many there are.</summary>
    public async Task<Branch> BranchAsync(int parentId, DateOnly? on, int skipped, int size, CancellationToken cancellation)
    {
        var rows = await Below(parentId, on).OrderBy(agency => agency.SortOrder).ThenBy(agency => agency.Id).Skip(skipped).Take(size).Select(AgencyRow.Of).ToListAsync(cancellation);
        var isAll = skipped == 0 && rows.Count < size;
        return new Branch(await WithChildrenAsync(rows, on, cancellation), skipped, isAll ? rows.Count : await Below(parentId, on).CountAsync(cancellation));
    }

    /// <summary>The agencies of a scope that match, read by key.</summary>
    public async Task<Page<AgencyRow>> ListAsync(Scope scope, AgencyFilter filter, string? after, int size, CancellationToken cancellation)
    {
        var rows = await Filtered(scope, filter)
            .Where(agency => after == null || EF.Functions.GreaterThan(ValueTuple.Create(agency.Path), ValueTuple.Create(after)))
            .OrderBy(agency => agency.Path).Take(size + 1).Select(AgencyRow.Of).ToListAsync(cancellation);
        return rows.Count > size ? new Page<AgencyRow>(rows[..size], rows[size - 1].Path) : new Page<AgencyRow>(rows, null);
    }

    public Task<int> CountAsync(Scope scope, AgencyFilter filter, CancellationToken cancellation) => Filtered(scope, filter).CountAsync(cancellation);

    /// <summary>The agencies that a few characters mean: by code, short name, the beginning of the name, any part of it; best first.</summary>
    public async Task<IReadOnlyList<AgencyRow>> FindAsync(Scope scope, string text, CancellationToken cancellation)
    {
        var term = AgencyChecks.Line(text) ?? "";
        return await Filtered(scope, new AgencyFilter { Text = term, On = time.Today() })
            .OrderBy(agency => agency.Name == term || agency.ShortName == term ? 0 : agency.Name.StartsWith(term) || agency.ShortName!.StartsWith(term) ? 1 : 2)
            .ThenBy(agency => agency.Name.Length).ThenBy(agency => agency.Path)
            .Take(MostFound).Select(AgencyRow.Of).ToListAsync(cancellation);
    }

    /// <summary>The agencies that are today and that a person named in full: by 统一社会信用代码, else by name.</summary>
    public async Task<IReadOnlyList<AgencyName>> NamedAsync(string text, CancellationToken cancellation)
    {
        var name = AgencyChecks.Line(text) ?? "";
        var code = CodeText.Clean(text);
        var today = time.Today();
        return await db.Agencies.AsNoTracking()
            .Where(agency => (agency.ValidTo == null || agency.ValidTo >= today) && (agency.Name == name || agency.CreditCode == code))
            .OrderBy(agency => agency.Path).Take(MostFound)
            .Select(agency => new AgencyName(agency.Id, agency.Name, agency.Path)).ToListAsync(cancellation);
    }

    public async Task<AgencyDetails?> DetailsAsync(int id, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(agency => agency.Id == id, cancellation);
        if (agency is null)
        {
            return null;
        }

        var predecessors = await (
            from succession in db.Successions.AsNoTracking()
            join other in db.Agencies.AsNoTracking() on succession.PredecessorId equals other.Id
            where succession.SuccessorId == id
            orderby succession.On, succession.Id
            select new AgencySuccession(other.Id, other.Name, succession.Kind, succession.On)).ToListAsync(cancellation);
        var successors = await (
            from succession in db.Successions.AsNoTracking()
            join other in db.Agencies.AsNoTracking() on succession.SuccessorId equals other.Id
            where succession.PredecessorId == id
            orderby succession.On, succession.Id
            select new AgencySuccession(other.Id, other.Name, succession.Kind, succession.On)).ToListAsync(cancellation);
        return new AgencyDetails(
            agency.Id, agency.Version, agency.Path, agency.ParentId, AgencyFacts.Of(agency), AgencyProfile.Of(agency), agency.ValidTo,
            await AboveAsync(agency.Path, cancellation), await AuthorityOfAsync(id, cancellation), predecessors, successors);
    }

    /// <summary>What happened to an agency, newest first.</summary>
    public async Task<IReadOnlyList<AgencyEvent>> HistoryAsync(int id, CancellationToken cancellation)
    {
        var subject = FormattableString.Invariant($"agency/{id}");
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Id)
            .Select(entry => new AgencyEvent(entry.At, entry.ActorName, entry.Action, entry.Before, entry.After)).ToListAsync(cancellation);
    }

    /// <summary>Who must file for a year, as the agencies stood on its last day, in the order of the tree.</summary>
    /// <param name="year">The report year.</param>
    /// <param name="underPath">The place of the authority; itself among them.</param>
    /// <param name="cancellation">Ends the query.</param>
    public async Task<IReadOnlyList<MustFile>> MustFileForAsync(int year, string underPath, CancellationToken cancellation)
    {
        var lastDay = new DateOnly(year, 12, 31);
        return await db.Agencies.AsNoTracking()
            .Where(agency => agency.Path.StartsWith(underPath) && agency.MustFile && (agency.FilesFrom == null || agency.FilesFrom <= year)
                && agency.ValidFrom <= lastDay && (agency.ValidTo == null || agency.ValidTo >= lastDay))
            .OrderBy(agency => agency.Path)
            .Select(agency => new MustFile(
                agency.Id, agency.Name, agency.Path, agency.Kind, agency.CountedInSum && !agency.IsVertical,
                agency.Kind == AgencyKind.Government ? Filer.Government : Filer.Department))
            .ToListAsync(cancellation);
    }

    /// <summary>The 主管部门 of an agency: the one that was named, else the nearest government above it. Null at the top.</summary>
    public async Task<AgencyName?> AuthorityOfAsync(int id, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().Where(agency => agency.Id == id).Select(agency => new { agency.AuthorityId, agency.Path }).SingleOrDefaultAsync(cancellation);
        if (agency is null)
        {
            return null;
        }

        var above = IdsAbove(agency.Path);
        var candidates = await db.Agencies.AsNoTracking()
            .Where(other => other.Id == agency.AuthorityId || (above.Contains(other.Id) && other.Kind == AgencyKind.Government))
            .Select(other => new AgencyName(other.Id, other.Name, other.Path)).ToListAsync(cancellation);
        return candidates.Find(other => other.Id == agency.AuthorityId) ?? candidates.MaxBy(other => other.Path.Length);
    }

    /// <summary>The ids of all that this agency took over from, and those from theirs.</summary>
    public async Task<IReadOnlyList<int>> PredecessorsOfAsync(int id, CancellationToken cancellation) => await db.Database.SqlQuery<int>(
        $"""
        WITH RECURSIVE earlier AS (
            SELECT predecessor_id AS id FROM agency_successions WHERE successor_id = {id}
            UNION
            SELECT predecessor_id FROM agency_successions JOIN earlier ON successor_id = earlier.id)
        SELECT id AS "Value" FROM earlier
        """).ToListAsync(cancellation);

    private IQueryable<Agency> Below(int parentId, DateOnly? on)
    {
        var day = on ?? time.Today();
        var moves = db.Set<AgencyMove>().AsNoTracking();
        return db.Agencies.AsNoTracking()
            .Where(agency => agency.ValidFrom <= day && (agency.ValidTo == null || agency.ValidTo >= day))
            .Where(agency => (agency.ParentId == parentId && !moves.Any(move => move.AgencyId == agency.Id && move.On > day))
                || moves.Where(move => move.AgencyId == agency.Id && move.On > day).OrderBy(move => move.On).ThenBy(move => move.Id).Select(move => move.FromParentId).FirstOrDefault() == parentId);
    }

    private async Task<IReadOnlyList<AgencyName>> AboveAsync(string path, CancellationToken cancellation)
    {
        var ids = IdsAbove(path);
        return await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).OrderBy(agency => agency.Path)
            .Select(agency => new AgencyName(agency.Id, agency.Name, agency.Path)).ToListAsync(cancellation);
    }

    private static List<int> IdsAbove(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<IReadOnlyList<TreeNode>> WithChildrenAsync(List<AgencyRow> rows, DateOnly? on, CancellationToken cancellation)
    {
        var day = on ?? time.Today();
        var ids = rows.ConvertAll(row => row.Id);
        var moves = db.Set<AgencyMove>().AsNoTracking();
        var parents = await db.Agencies.AsNoTracking()
            .Where(agency => agency.ValidFrom <= day && (agency.ValidTo == null || agency.ValidTo >= day))
            .Select(agency => moves.Where(move => move.AgencyId == agency.Id && move.On > day).OrderBy(move => move.On).ThenBy(move => move.Id).Select(move => move.FromParentId).FirstOrDefault() ?? agency.ParentId)
            .Where(parent => ids.Contains(parent!.Value))
            .GroupBy(parent => parent).Select(group => new { Parent = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        return [.. rows.Select(row => new TreeNode(row, parents.Find(group => group.Parent == row.Id)?.Count ?? 0))];
    }

    private IQueryable<Agency> Filtered(Scope scope, AgencyFilter filter)
    {
        var agencies = db.Agencies.AsNoTracking().Within(scope);
        if (filter.On is { } day)
        {
            agencies = agencies.Where(agency => agency.ValidFrom <= day && (agency.ValidTo == null || agency.ValidTo >= day));
        }

        if (filter.Below is { } place)
        {
            agencies = agencies.Where(agency => agency.Path.StartsWith(place));
        }

        if (filter.Kind is { } kind)
        {
            agencies = agencies.Where(agency => agency.Kind == kind);
        }

        if (filter.Level is { } level)
        {
            agencies = agencies.Where(agency => agency.Level == level);
        }

        if (filter.MustFile is { } mustFile)
        {
            agencies = agencies.Where(agency => agency.MustFile == mustFile);
        }

        if (AgencyChecks.Line(filter.Text) is { } text)
        {
            var code = CodeText.Clean(text);
            var siteCode = code.ToLowerInvariant();
            agencies = agencies.Where(agency => agency.Name.Contains(text) || agency.ShortName!.Contains(text)
                || agency.CreditCode!.StartsWith(code) || agency.DivisionCode!.StartsWith(code) || agency.SiteCode!.StartsWith(siteCode));
        }

        return agencies;
    }
}
