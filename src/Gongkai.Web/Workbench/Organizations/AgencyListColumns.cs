using System.Text.Json;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Workbench.Lists;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>What a list of agencies can show: every field that can be taken in from a file, under the same heading, and what follows from them.</summary>
internal static class AgencyListColumns
{
    private static readonly AgencyField[] Usual = [AgencyField.Kind, AgencyField.Level, AgencyField.CreditCode];

    public static IReadOnlyList<Column<AgencyLine>> All { get; } =
    [
        .. Enum.GetValues<AgencyField>().Select(Of),
        new("filing", "年度报告", line => OrganizationForms.FilingOf(line.Agency)) { Kind = ColumnKind.Line, Width = 18 },
        new("life", "存续", line => $"{line.Agency.ValidFrom:yyyy-MM-dd} 至 {(line.Agency.ValidTo is { } end ? $"{end:yyyy-MM-dd}" : "今")}") { Kind = ColumnKind.Line, Width = 24 },
    ];

    public static string KeyOf(AgencyField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    private static Column<AgencyLine> Of(AgencyField field) => new(KeyOf(field), AgencyWords.Of(field), line => line.Of(field))
    {
        IsName = field == AgencyField.Name,
        IsUsual = Usual.Contains(field),
        Width = AgencyExport.WidthOf(field),
        Kind = field switch
        {
            AgencyField.SortOrder or AgencyField.FilesFrom => ColumnKind.Number,
            AgencyField.Name or AgencyField.Parent or AgencyField.Authority or AgencyField.Functions or AgencyField.Address or AgencyField.OfficeHours or AgencyField.CreditCode or AgencyField.Email => ColumnKind.Text,
            _ => ColumnKind.Line,
        },
    };
}
