using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Codes;
using Gongkai.Reports.Lists;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>Holds a list against the tree: which row is which agency, what would be new, what would change, what is wrong.</summary>
internal sealed class ImportPlanning
{
    private const int DeepestTree = 20;

    private readonly Actor actor;
    private readonly Dictionary<int, PlannedNode> byId;
    private readonly Dictionary<string, PlannedNode> byCode;
    private readonly ILookup<string, PlannedNode> byName;
    private readonly List<PlannedRow> rows;
    private readonly Dictionary<string, PlannedRow> rowsByCode = [];
    private readonly ILookup<string, PlannedRow> rowsByName;
    private readonly List<string> unknownHeadings;

    private ImportPlanning(IReadOnlyList<Agency> agencies, IReadOnlyList<ListRow> list, Actor actor)
    {
        this.actor = actor;
        byId = agencies.ToDictionary(agency => agency.Id, agency => new PlannedNode
        {
            Id = agency.Id, Path = agency.Path, Existing = agency, Facts = AgencyFacts.Of(agency), Profile = AgencyProfile.Of(agency),
        });
        foreach (var node in byId.Values)
        {
            node.Parent = node.Existing!.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;
            node.Authority = node.Facts.AuthorityId is { } authority ? byId.GetValueOrDefault(authority) : null;
        }

        byCode = byId.Values.Where(node => node.Facts.CreditCode is not null).ToDictionary(node => node.Facts.CreditCode!);
        byName = byId.Values.ToLookup(node => node.Facts.Name);
        var fields = list[0].Cells.Select(AgencyColumns.FieldOf).ToList();
        unknownHeadings = [.. list[0].Cells.Where((heading, column) => heading.Length > 0 && fields[column] is null)];
        rows = [.. list.Skip(1).Select(row => RowOf(row, fields))];
        rowsByName = rows.ToLookup(row => row[AgencyField.Name] ?? "");
        foreach (var row in rows.Where(row => CodeOf(row) is not null))
        {
            if (!rowsByCode.TryAdd(CodeOf(row)!, row))
            {
                row.Refuse(AgencyField.CreditCode, AgencyProblem.TwiceInFile);
            }
        }
    }

    public IEnumerable<PlannedNode> AddedNodes => rows.Where(row => row.Node is { Id: null }).Select(row => row.Node!);

    public IEnumerable<PlannedNode> ChangedNodes => rows.Where(row => row.Node is { Id: not null } node && ChangesOf(node).Count > 0).Select(row => row.Node!);

    /// <summary>Whether the headings name what a list of agencies cannot do without.</summary>
    public static bool IsList(ListRow headings) => headings.Cells.Any(heading => AgencyColumns.FieldOf(heading) == AgencyField.Name);

    public static ImportPlanning Of(IReadOnlyList<Agency> agencies, IReadOnlyList<ListRow> list, Actor actor)
    {
        var planning = new ImportPlanning(agencies, list, actor);
        foreach (var row in planning.rows)
        {
            planning.Place(row, 0);
        }

        planning.ReadRows();
        planning.CheckWhole();
        return planning;
    }

    public ImportPlan Plan()
    {
        var changed = rows.Where(row => row.Node is { Id: not null }).Select(row => (Row: row, Changes: ChangesOf(row.Node!))).ToList();
        return new ImportPlan
        {
            Added = [.. rows.Where(row => row.Node is { Id: null }).Select(row =>
                new ImportAddition(row.Number, row.Node!.Facts.Name, row.Node.Parent?.Facts.Name ?? "", row.Node.Facts, row.Node.Profile))],
            Changed = [.. changed.Where(pair => pair.Changes.Count > 0).Select(pair =>
                new ImportChange(pair.Row.Number, pair.Row.Node!.Id!.Value, pair.Row.Node.Existing!.Name, pair.Changes))],
            Unchanged = changed.Count(pair => pair.Changes.Count == 0),
            Errors = [.. rows.SelectMany(row => row.Faults.Distinct().Select(fault => new ImportError(row.Number, fault.Field, AgencyWords.Of(fault))))],
            UnknownHeadings = unknownHeadings,
        };
    }

    private static PlannedRow RowOf(ListRow row, List<AgencyField?> fields)
    {
        var cells = new Dictionary<AgencyField, string>();
        for (var column = 0; column < Math.Min(row.Cells.Count, fields.Count); column++)
        {
            if (fields[column] is { } field)
            {
                cells[field] = field is AgencyField.Functions ? row.Cells[column] : AgencyChecks.Line(row.Cells[column]) ?? "";
            }
        }

        return new PlannedRow(row.Number, cells);
    }

    private static string? CodeOf(PlannedRow row) => row[AgencyField.CreditCode] is { } cell and not AgencyColumns.Clear ? CodeText.Clean(cell) : null;

    /// <summary>Finds the agency of a row, after that of the row of its parent.</summary>
    private void Place(PlannedRow row, int depth)
    {
        if (row.IsPlaced)
        {
            return;
        }

        if (row.IsBeingPlaced || depth > DeepestTree)
        {
            row.Refuse(AgencyField.Parent, AgencyProblem.ParentInCircle);
            return;
        }

        row.IsBeingPlaced = true;
        if (row[AgencyField.Name] is null)
        {
            row.Refuse(AgencyField.Name, AgencyProblem.Empty);
        }
        else if (PlaceParent(row, depth))
        {
            row.Node = Claim(row);
        }

        row.IsPlaced = true;
        row.IsBeingPlaced = false;
    }

    private bool PlaceParent(PlannedRow row, int depth)
    {
        if (row[AgencyField.Parent] is not { } cell)
        {
            return true;
        }

        var candidates = Named(cell, other => other != row, depth + 1);
        row.Parent = candidates.Count == 1 ? candidates[0] : null;
        if (row.Parent is null && row.Faults.Count == 0)
        {
            row.Refuse(AgencyField.Parent, candidates.Count == 0 ? AgencyProblem.ParentNotFound : AgencyProblem.ParentAmbiguous);
        }

        return row.Parent is not null;
    }

    /// <summary>The agencies of the tree and of the list that a cell means: a code, a name, or the names from above down to it.</summary>
    private List<PlannedNode> Named(string cell, Func<PlannedRow, bool> isOther, int depth)
    {
        var code = CodeText.Clean(cell);
        if (rowsByCode.TryGetValue(code, out var coded) && isOther(coded))
        {
            Place(coded, depth);
            return coded.Node is null ? [] : [coded.Node];
        }

        if (byCode.TryGetValue(code, out var found))
        {
            return [found];
        }

        var names = cell.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0)
        {
            return [];
        }

        foreach (var row in rowsByName[names[^1]].Where(isOther))
        {
            Place(row, depth);
        }

        List<PlannedNode> named = [.. byName[names[^1]].Concat(rowsByName[names[^1]].Where(isOther).Select(row => row.Node).OfType<PlannedNode>())
            .Distinct().Where(node => Stands(node, names))];
        return named.Count > 1 && named.FindAll(IsBelowMine) is { Count: > 0 } mine ? mine : named;
    }

    private static bool Stands(PlannedNode node, string[] names)
    {
        var place = node;
        for (var index = names.Length - 1; index >= 0; index--)
        {
            if (place is null || place.Facts.Name != names[index])
            {
                return false;
            }

            place = place.Parent;
        }

        return true;
    }

    private PlannedNode? Claim(PlannedRow row)
    {
        var name = row[AgencyField.Name]!;
        var coded = CodeOf(row) is { } code ? byCode.GetValueOrDefault(code) : null;
        var sameName = byName[name].Where(node => row[AgencyField.Parent] is null ? Gate.May(actor, Act.ManageAgencies, node.Path!) : node.Parent == row.Parent).Take(2).ToList();
        if (coded is null && sameName.Count > 1)
        {
            row.Refuse(AgencyField.Name, AgencyProblem.AgencyAmbiguous);
            return null;
        }

        if (coded is not null && row[AgencyField.Parent] is not null && sameName.Exists(node => node != coded))
        {
            row.Refuse(AgencyField.CreditCode, AgencyProblem.TwoMatches);
            return null;
        }

        var node = coded ?? sameName.FirstOrDefault() ?? Found(row, name);
        if (node?.Row is not null)
        {
            row.Refuse(AgencyField.Name, AgencyProblem.TwiceInFile);
            return null;
        }

        if (node is not null && !IsAllowed(row, node))
        {
            row.Refuse(AgencyField.Name, AgencyProblem.OutsideScope);
            return null;
        }

        if (node is not null)
        {
            node.Row = row;
            node.Parent = row.Parent ?? node.Parent;
        }

        return node;
    }

    private PlannedNode? Found(PlannedRow row, string name)
    {
        if (row.Parent is not null)
        {
            return new PlannedNode { Facts = new AgencyFacts { Name = name }, Parent = row.Parent };
        }

        row.Refuse(byName.Contains(name) ? AgencyField.Name : AgencyField.Parent, byName.Contains(name) ? AgencyProblem.OutsideScope : AgencyProblem.ParentMissing);
        return null;
    }

    private bool IsAllowed(PlannedRow row, PlannedNode node)
    {
        var changesParent = row.Parent is not null && row.Parent != node.Parent;
        var isBelow = node.Id is null || Gate.May(actor, Act.ManageAgencies, node.Path!);
        return isBelow && ((!changesParent && node.Id is not null) || IsBelowMine(row.Parent!));
    }

    private bool IsBelowMine(PlannedNode parent)
    {
        PlannedNode? place = parent;
        for (var depth = 0; place is { Path: null } && depth <= DeepestTree; depth++)
        {
            place = place.Parent;
        }

        return place is { Path: { } path } && Gate.May(actor, Act.ManageAgencies, path);
    }

    /// <summary>Parents first, because the level of a new agency follows from that of its parent.</summary>
    private void ReadRows()
    {
        var read = new HashSet<PlannedRow>();
        void Read(PlannedRow row, int depth)
        {
            if (row.Node is null || !read.Add(row) || depth > DeepestTree * 2)
            {
                return;
            }

            if (row.Node.Parent?.Row is { } above)
            {
                Read(above, depth + 1);
            }

            row.ReadInto(row.Node);
        }

        foreach (var row in rows)
        {
            Read(row, 0);
        }

        foreach (var row in rows.Where(row => row.Node is not null && row[AgencyField.Authority] is not null))
        {
            ReadAuthority(row);
        }
    }

    private void ReadAuthority(PlannedRow row)
    {
        var cell = row[AgencyField.Authority]!;
        var named = cell == AgencyColumns.Clear ? [] : Named(cell, _ => true, 0);
        row.Node!.Authority = named.Count == 1 ? named[0] : null;
        if (named.Count != 1 && cell != AgencyColumns.Clear)
        {
            row.Refuse(AgencyField.Authority, AgencyProblem.AuthorityNotFound);
        }
        else if (row.Node.Authority == row.Node)
        {
            row.Refuse(AgencyField.Authority, AgencyProblem.AuthorityIsItself);
        }
    }

    /// <summary>What shows only when the rows and the tree stand together.</summary>
    private void CheckWhole()
    {
        var all = byId.Values.Concat(AddedNodes).ToList();
        var names = all.CountBy(node => (node.Parent, node.Facts.Name)).ToDictionary();
        var codes = all.Where(node => node.Facts.CreditCode is not null).CountBy(node => node.Facts.CreditCode!).ToDictionary();
        foreach (var row in rows.Where(row => row.Node is not null))
        {
            var node = row.Node!;
            row.Faults.AddRange(AgencyChecks.FaultsOf(node.Facts, node.Parent?.Facts.Level, null));
            row.Faults.AddRange(AgencyChecks.FaultsOf(node.Profile));
            if (names[(node.Parent, node.Facts.Name)] > 1)
            {
                row.Refuse(AgencyField.Name, AgencyProblem.NameTaken);
            }

            if (node.Facts.CreditCode is { } code && codes[code] > 1)
            {
                row.Refuse(AgencyField.CreditCode, AgencyProblem.CodeTaken);
            }

            if (IsInCircle(node))
            {
                row.Refuse(AgencyField.Parent, AgencyProblem.ParentInCircle);
            }
        }
    }

    private static bool IsInCircle(PlannedNode node)
    {
        var place = node.Parent;
        for (var depth = 0; place is not null; depth++)
        {
            if (place == node || depth > DeepestTree)
            {
                return true;
            }

            place = place.Parent;
        }

        return false;
    }

    private List<FieldChange> ChangesOf(PlannedNode node)
    {
        var existing = node.Existing!;
        var facts = AgencyFacts.Of(existing);
        var profile = AgencyProfile.Of(existing);
        var parent = existing.ParentId is { } id ? byId.GetValueOrDefault(id) : null;
        var authority = existing.AuthorityId is { } other ? byId.GetValueOrDefault(other) : null;
        var changes = new List<FieldChange>();
        foreach (var field in AgencyColumns.All)
        {
            var before = AgencyColumns.Shown(field, facts, profile, NameOf(parent), NameOf(authority));
            var after = AgencyColumns.Shown(field, node.Facts, node.Profile, NameOf(node.Parent), NameOf(node.Authority));
            if (before != after || (field == AgencyField.Parent && parent != node.Parent) || (field == AgencyField.Authority && authority != node.Authority))
            {
                changes.Add(new FieldChange(field, before, after));
            }
        }

        return changes;
    }

    private static string NameOf(PlannedNode? node) => node?.Existing?.Name ?? node?.Facts.Name ?? "";
}
