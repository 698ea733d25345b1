using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Reports;
using Gongkai.Reports.Comparing;
using Gongkai.Reports.Json;

namespace Gongkai.Cli.Printing;

/// <summary>A comparison for programs: <c>gongkai.comparison/1</c>, or a row a figure.</summary>
internal static class ComparisonData
{
    public static byte[] Csv(ReportComparison comparison) => Encoding.UTF8.GetBytes(string.Concat(comparison.Figures
        .Select(figure => Printing.Csv.Line(
            figure.Address.ToString(),
            $"{figure.Address.Figure.Row} {figure.Address.Figure.Column}",
            CellText.Print(figure.Earlier),
            CellText.Print(figure.Later),
            figure.Change is { } change ? Figure.Format(change) : null))
        .Prepend("address,label,earlier,later,change\r\n")));

    public static byte[] Json(ReportComparison comparison, bool indented)
    {
        using var bytes = new MemoryStream();
        using (var json = ReportJson.CreateWriter(bytes, indented))
        {
            json.WriteStartObject();
            json.WriteString("format", "gongkai.comparison/1");
            Report(json, "earlier", comparison.Earlier);
            Report(json, "later", comparison.Later);
            json.WriteStartArray("figures");
            foreach (var figure in comparison.Figures)
            {
                json.WriteStartObject();
                json.WriteString("address", figure.Address.ToString());
                Cell(json, "earlier", figure.Earlier);
                Cell(json, "later", figure.Later);
                Number(json, "change", figure.Change);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("keptShare", Rounded(comparison.KeptShare));
            json.WriteNumber("keptShareApartFromFigures", Rounded(comparison.KeptShareApartFromFigures));
            json.WriteStartArray("sections");
            foreach (var section in comparison.Sections)
            {
                Section(json, section);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Report(Utf8JsonWriter json, string name, AnnualReport report)
    {
        json.WriteStartObject(name);
        json.WriteString("source", report.Source?.Name);
        json.WriteString("agency", report.Agency);
        Number(json, "year", report.Year);
        json.WriteEndObject();
    }

    private static void Section(Utf8JsonWriter json, SectionComparison section)
    {
        json.WriteStartObject();
        json.WriteNumber("number", section.Number);
        json.WriteNumber("keptShare", Rounded(section.KeptShare));
        json.WriteNumber("keptShareApartFromFigures", Rounded(section.KeptShareApartFromFigures));
        json.WriteStartArray("sentences");
        foreach (var pair in section.Sentences)
        {
            json.WriteStartObject();
            json.WriteString("earlier", pair.Earlier);
            json.WriteString("later", pair.Later);
            json.WriteString("wording", pair.Wording switch
            {
                Wording.Same => "same",
                Wording.SameApartFromFigures => "sameApartFromFigures",
                Wording.Different => "different",
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A figure is a number; anything else is the text that a table shows for it.</summary>
    private static void Cell(Utf8JsonWriter json, string name, Cell cell)
    {
        if (cell.IsNumber)
        {
            json.WriteNumber(name, cell.Value);
        }
        else
        {
            json.WriteString(name, CellText.Print(cell));
        }
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static decimal Rounded(double share) => decimal.Parse(share.ToString("0.####", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
