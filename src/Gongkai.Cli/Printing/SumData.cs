using System.Globalization;
using System.Text;
using System.Text.Json;
using Gongkai.Reports;
using Gongkai.Reports.Json;
using Gongkai.Reports.Summing;

namespace Gongkai.Cli.Printing;

/// <summary>A sum for programs: <c>gongkai.sum/1</c>, or a row a figure.</summary>
internal static class SumData
{
    public static byte[] Csv(SummedReports sum) => Encoding.UTF8.GetBytes(string.Concat(sum.Figures
        .Where(figure => figure.Added + figure.NotAdded.Length > 0)
        .Select(figure => Printing.Csv.Line(
            figure.Address.ToString(),
            $"{figure.Address.Figure.Row} {figure.Address.Figure.Column}",
            Figure.Format(figure.Sum),
            figure.Added.ToString(CultureInfo.InvariantCulture),
            figure.NotAdded.Length.ToString(CultureInfo.InvariantCulture)))
        .Prepend("address,label,sum,added,notAdded\r\n")));

    public static byte[] Json(SummedReports sum, bool indented)
    {
        using var bytes = new MemoryStream();
        using (var json = ReportJson.CreateWriter(bytes, indented))
        {
            json.WriteStartObject();
            json.WriteString("format", "gongkai.sum/1");
            json.WritePropertyName("report");
            ReportJson.Write(json, sum.Report, []);
            json.WriteStartArray("included");
            foreach (var report in sum.Included)
            {
                Included(json, report);
            }

            json.WriteEndArray();
            json.WriteStartArray("notAdded");
            foreach (var figure in sum.Figures)
            {
                foreach (var cell in figure.NotAdded)
                {
                    NotAdded(json, figure, cell);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static void Included(Utf8JsonWriter json, IncludedReport report)
    {
        json.WriteStartObject();
        json.WriteString("source", report.Source);
        json.WriteString("agency", report.Agency);
        json.WritePropertyName("year");
        if (report.Year is { } year)
        {
            json.WriteNumberValue(year);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static void NotAdded(Utf8JsonWriter json, FigureSum figure, NotAdded cell)
    {
        json.WriteStartObject();
        json.WriteString("address", figure.Address.ToString());
        json.WriteNumber("report", cell.Report);
        json.WriteString("kind", cell.Kind switch
        {
            CellKind.Missing => "missing",
            CellKind.Blank => "blank",
            CellKind.Dash => "dash",
            CellKind.Text => "text",
            CellKind.Unreadable => "unreadable",
            CellKind.Number => "number",
        });
        json.WriteString("raw", cell.Raw);
        json.WriteEndObject();
    }
}
