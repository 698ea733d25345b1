using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Organizations.Tables;

/// <summary>Writes the agencies of a list so that the file can be taken in again and changes nothing.</summary>
public sealed class AgencyExport(GongkaiDb db, AgencyQueries queries)
{
    public async Task WriteAsync(Scope scope, AgencyFilter filter, ListFormat format, Stream output, CancellationToken cancellation)
    {
        var ids = (await queries.ListAsync(scope, filter, null, AgencyImport.MostRows, cancellation)).Items.Select(row => row.Id).ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).OrderBy(agency => agency.Path).ToListAsync(cancellation);
        var names = await NamesAsync(cancellation);
        Write(format, agencies.Select(agency => Row(agency, names)), output);
    }

    /// <summary>All that a filter leaves, each with its fields.</summary>
    public async Task<IReadOnlyList<AgencyLine>> LinesAsync(Scope scope, AgencyFilter filter, CancellationToken cancellation) =>
        await LinesAsync((await queries.ListAsync(scope, filter, null, AgencyImport.MostRows, cancellation)).Items, cancellation);

    /// <summary>The fields of agencies that a list shows, in the words of a list.</summary>
    public async Task<IReadOnlyList<AgencyLine>> LinesAsync(IReadOnlyList<AgencyRow> rows, CancellationToken cancellation)
    {
        var ids = rows.Select(row => row.Id).ToList();
        var agencies = await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id)).ToDictionaryAsync(agency => agency.Id, cancellation);
        var names = await NamesAsync(cancellation);
        return [.. rows.Where(row => agencies.ContainsKey(row.Id)).Select(row => new AgencyLine(row, Row(agencies[row.Id], names)))];
    }

    /// <summary>An empty list with the headings, to be filled in.</summary>
    public static void WriteTemplate(ListFormat format, Stream output) => Write(format, [], output);

    /// <summary>How wide a field is in a workbook, in characters.</summary>
    public static int WidthOf(AgencyField field) => AgencyColumns.Widths[(int)field];

    private static IReadOnlyList<string> Row(Agency agency, Dictionary<int, string> names)
    {
        var facts = AgencyFacts.Of(agency);
        var profile = AgencyProfile.Of(agency);
        var parent = agency.ParentId is { } id ? names.GetValueOrDefault(id, "") : "";
        var authority = agency.AuthorityId is { } other ? names.GetValueOrDefault(other, "") : "";
        return [.. AgencyColumns.All.Select(field => AgencyColumns.Shown(field, facts, profile, parent, authority))];
    }

    private static void Write(ListFormat format, IEnumerable<IReadOnlyList<string>> rows, Stream output)
    {
        var all = rows.Prepend(AgencyColumns.Titles);
        if (format == ListFormat.Xlsx)
        {
            ListWriter.WriteXlsx(AgencyColumns.Widths, all, output);
        }
        else
        {
            ListWriter.WriteCsv(all, output);
        }
    }

    /// <summary>How a row names another agency: by its name where only one is called so, else by its code, else by all the names from above.</summary>
    private async Task<Dictionary<int, string>> NamesAsync(CancellationToken cancellation)
    {
        var all = await db.Agencies.AsNoTracking().Where(agency => agency.ValidTo == null)
            .Select(agency => new { agency.Id, agency.ParentId, agency.Name, agency.CreditCode }).ToDictionaryAsync(agency => agency.Id, cancellation);
        var counts = all.Values.CountBy(agency => agency.Name).ToDictionary();
        string Chain(int id) => all[id].ParentId is { } parent && all.ContainsKey(parent) ? $"{Chain(parent)}/{all[id].Name}" : all[id].Name;
        return all.ToDictionary(pair => pair.Key, pair => counts[pair.Value.Name] == 1 ? pair.Value.Name : pair.Value.CreditCode ?? Chain(pair.Key));
    }
}

/// <summary>An agency in a list, with its fields in the order of <see cref="AgencyField"/>.</summary>
public sealed record AgencyLine(AgencyRow Agency, IReadOnlyList<string> Fields)
{
    public string Of(AgencyField field) => Fields[(int)field];
}

/// <summary>The kinds of file that a list is written as.</summary>
public enum ListFormat
{
    Xlsx,
    Csv,
}
