using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Gongkai.Reports.Form;

namespace Gongkai.Testing;

/// <summary>Writes a report in our own JSON, apart from the code under test, so that the two can be held against each other.</summary>
public static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The report as <c>gongkai.report/1</c>.</summary>
    public static string Write(AnnualReport report)
    {
        var cells = new JsonObject();
        var root = new JsonObject
        {
            ["format"] = "gongkai.report/1",
            ["agency"] = report.Agency,
            ["year"] = report.Year,
            ["edition"] = report.Edition == Edition.National2021 ? "2021" : "2019",
            ["sections"] = new JsonArray([
                .. report.Sections.Select(section => new JsonObject
                {
                    ["number"] = section.Number,
                    ["heading"] = section.Heading,
                    ["text"] = section.Text,
                }),
            ]),
        };
        foreach (var address in NationalForm.Of(report.Edition, Identities.HasSingleOtherwiseRow(report.Figures)))
        {
            var cell = report.Figures[address];
            Place(root, address.ToString(), cell.IsNumber ? JsonValue.Create(cell.Value) : null);
            if (!cell.IsNumber)
            {
                cells[address.ToString()] = new JsonObject { ["kind"] = Kind(cell.Kind), ["raw"] = cell.Raw };
            }
        }

        root["cells"] = cells;
        return root.ToJsonString(Options) + "\n";
    }

    private static string Kind(CellKind kind) => kind switch
    {
        CellKind.Missing => "missing",
        CellKind.Number => "number",
        CellKind.Blank => "blank",
        CellKind.Dash => "dash",
        CellKind.Text => "text",
        CellKind.Unreadable => "unreadable",
    };

    private static void Place(JsonObject root, string address, JsonNode? value)
    {
        var names = address.Split('.');
        var parent = root;
        foreach (var name in names[..^1])
        {
            if (parent[name] is not JsonObject child)
            {
                child = [];
                parent[name] = child;
            }

            parent = child;
        }

        parent[names[^1]] = value;
    }
}
