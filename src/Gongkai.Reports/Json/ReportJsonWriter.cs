using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Json;

/// <summary>Writes the object of <see cref="ReportJson"/>.</summary>
internal static class ReportJsonWriter
{
    private static readonly ImmutableArray<ImmutableArray<JsonEncodedText>> Paths =
        [.. NationalForm.Figures.Select(figure => figure.Name.Split('.').Select(step => JsonEncodedText.Encode(step)).ToImmutableArray())];

    private static readonly ImmutableArray<JsonEncodedText> Names = [.. NationalForm.Figures.Select(figure => JsonEncodedText.Encode(figure.Name))];

    public static void Write(Utf8JsonWriter json, AnnualReport report, IReadOnlyList<Finding> findings)
    {
        json.WriteStartObject();
        json.WriteString("format", ReportJson.Format);
        Source(json, report.Source);
        json.WriteString("agency", report.Agency);
        Year(json, report.Year);
        json.WriteString("edition", EditionText.Of(report.Edition));
        json.WriteString("title", report.Title);
        Period(json, report.Period);
        json.WriteString("signedOn", report.SignedOn is { } date ? IsoDate.Of(date) : null);
        json.WriteString("signatory", report.Signatory);
        json.WriteString("preamble", report.Preamble);
        Sections(json, report.Sections);
        Figures(json, report);
        Findings(json, findings);
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, ReportSource? source)
    {
        if (source is null)
        {
            json.WriteNull("source");
            return;
        }

        json.WriteStartObject("source");
        json.WriteString("name", source.Name);
        json.WriteString("kind", source.Kind);
        json.WriteString("sha256", source.Sha256);
        json.WriteEndObject();
    }

    private static void Year(Utf8JsonWriter json, int? year)
    {
        if (year is null)
        {
            json.WriteNull("year");
        }
        else
        {
            json.WriteNumber("year", year.Value);
        }
    }

    private static void Period(Utf8JsonWriter json, StatisticalPeriod? period)
    {
        if (period is null)
        {
            json.WriteNull("period");
            return;
        }

        json.WriteStartObject("period");
        json.WriteString("from", IsoDate.Of(period.Value.From));
        json.WriteString("to", IsoDate.Of(period.Value.To));
        json.WriteEndObject();
    }

    private static void Sections(Utf8JsonWriter json, ImmutableArray<Section> sections)
    {
        json.WriteStartArray("sections");
        foreach (var section in sections)
        {
            json.WriteStartObject();
            json.WriteNumber("number", section.Number);
            json.WriteString("heading", section.Heading);
            json.WriteString("text", section.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Figures(Utf8JsonWriter json, AnnualReport report)
    {
        var addresses = FormCells.Of(report).ToList();
        ImmutableArray<JsonEncodedText> above = [];
        foreach (var address in addresses)
        {
            var path = Paths[address.Index];
            var shared = Shared(above, path);
            for (var depth = above.Length - 1; depth > shared; depth--)
            {
                json.WriteEndObject();
            }

            for (var depth = shared; depth < path.Length - 1; depth++)
            {
                json.WriteStartObject(path[depth]);
            }

            Figure(json, path[^1], address, report.Figures[address]);
            above = path;
        }

        for (var depth = above.Length - 1; depth > 0; depth--)
        {
            json.WriteEndObject();
        }

        json.WriteStartObject("cells");
        foreach (var address in addresses)
        {
            var cell = report.Figures[address];
            if (!cell.IsNumber)
            {
                json.WriteStartObject(Names[address.Index]);
                json.WriteString("kind", cell.Kind.Word);
                json.WriteString("raw", cell.Raw);
                json.WriteEndObject();
            }
        }

        json.WriteEndObject();
    }

    private static int Shared(ImmutableArray<JsonEncodedText> above, ImmutableArray<JsonEncodedText> path)
    {
        var shared = 0;
        var most = Math.Min(above.Length, path.Length) - 1;
        while (shared < most && above[shared].Equals(path[shared]))
        {
            shared++;
        }

        return shared;
    }

    private static void Figure(Utf8JsonWriter json, JsonEncodedText name, FigureAddress address, Cell cell)
    {
        json.WritePropertyName(name);
        if (!cell.IsNumber)
        {
            json.WriteNullValue();
        }
        else if (address.Figure.IsMoney && cell.Value.Scale == 0)
        {
            // Money always shows that it may have decimals: 0.0.
            json.WriteNumberValue(cell.Value * 1.0m);
        }
        else
        {
            json.WriteNumberValue(cell.Value);
        }
    }

    private static void Findings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", Word(finding.Severity));
            At(json, finding);
            json.WriteString("message", finding.Message);
            json.WriteString("expected", finding.Expected);
            json.WriteString("actual", finding.Actual);
            json.WriteStartArray("mend");
            foreach (var mend in finding.Mends)
            {
                Mend(json, mend);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void At(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartArray("at");
        foreach (var address in finding.At)
        {
            json.WriteStringValue(Names[address.Index]);
        }

        if (finding.At.IsEmpty && finding.Section is { } section)
        {
            json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"sections.{section}"));
        }

        json.WriteEndArray();
    }

    private static void Mend(Utf8JsonWriter json, Mend mend)
    {
        json.WriteStartObject();
        json.WriteStartObject("set");
        foreach (var change in mend.Changes)
        {
            json.WriteNumber(Names[change.Address.Index], change.To);
        }

        json.WriteEndObject();
        json.WriteNumber("changes", mend.Changes.Length);
        if (mend.Reason.Length > 0)
        {
            json.WriteString("reason", mend.Reason);
        }

        json.WriteEndObject();
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Note => "note",
    };
}
