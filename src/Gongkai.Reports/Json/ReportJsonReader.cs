using System.Collections.Immutable;
using System.Text.Json;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Json;

/// <summary>Reads the object of <see cref="ReportJson"/>; keeps the first thing that cannot be right and goes on.</summary>
internal sealed class ReportJsonReader
{
    private const int Depth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Depth, AllowDuplicateProperties = false };

    private string? failure;

    public static ReadOutcome Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return Document(document.RootElement);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            return ReadOutcome.Failed($"不是完整的 JSON，第{line}行附近读不下去（也可能有重复的名字，或嵌套超过{Depth}层）。");
        }
        catch (InvalidOperationException)
        {
            // An escape such as \uD800 alone is valid JSON, but no text: it shows only when a string is taken out.
            return ReadOutcome.Failed("JSON 里有不成对的 \\uD800–\\uDFFF 转义，不是文字，请更正后再读。");
        }
    }

    private static ReadOutcome Document(JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            if (root.GetArrayLength() != 1)
            {
                return ReadOutcome.Failed($"JSON 里有{root.GetArrayLength()}份报告，这里一次只读一份，请分开再读。");
            }

            root = root[0];
        }

        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out var format)
            || format.ValueKind != JsonValueKind.String
            || format.GetString() != ReportJson.Format)
        {
            return ReadOutcome.Failed($"这个 JSON 不是年报：开头的 format 应是“{ReportJson.Format}”。");
        }

        var reader = new ReportJsonReader();
        var report = reader.Report(root);
        return reader.failure is null ? ReadOutcome.Read(report) : ReadOutcome.Failed(reader.failure);
    }

    private AnnualReport Report(JsonElement root) => new()
    {
        Agency = Text(root, "agency"),
        Year = Year(root),
        Edition = EditionOf(root),
        Title = Text(root, "title"),
        Preamble = Text(root, "preamble") ?? "",
        Period = Period(root),
        SignedOn = Date(root, "signedOn"),
        Signatory = Text(root, "signatory"),
        Sections = Sections(root),
        Figures = new FigureTree(Fail).Read(root),
        Source = Source(root),
    };

    private int? Year(JsonElement root)
    {
        if (!Has(root, "year", out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var year))
        {
            return year;
        }

        Fail("year 应是年份的整数，如 2024，或 null。");
        return null;
    }

    private Edition EditionOf(JsonElement root)
    {
        var text = Text(root, "edition");
        if (text is not null && EditionText.OrNull(text) is null)
        {
            Fail("edition 应是 \"2021\" 或 \"2019\"。");
        }

        return EditionText.OrNull(text) ?? Edition.National2021;
    }

    private StatisticalPeriod? Period(JsonElement root) =>
        Object(root, "period", out var period) && Date(period, "from") is { } from && Date(period, "to") is { } to
            ? new StatisticalPeriod(from, to)
            : null;

    private ReportSource? Source(JsonElement root) =>
        Object(root, "source", out var source)
            ? new ReportSource(Text(source, "name") ?? "", Text(source, "kind") ?? "", Text(source, "sha256") ?? "")
            : null;

    private ImmutableArray<Section> Sections(JsonElement root)
    {
        if (!Has(root, "sections", out var list))
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Fail("sections 应是数组。");
            return [];
        }

        var sections = ImmutableArray.CreateBuilder<Section>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            if (NumberOrNull(element) is { } number)
            {
                sections.Add(new Section(number, Text(element, "heading") ?? "", Text(element, "text") ?? ""));
            }
            else
            {
                Fail("sections 的每一项应是对象，其 number 是1到6的整数。");
            }
        }

        return sections.DrainToImmutable();
    }

    private DateOnly? Date(JsonElement root, string name)
    {
        var text = Text(root, name);
        if (text is not null && IsoDate.OrNull(text) is null)
        {
            Fail($"{name} 应是日期，写成 2025-01-20 的样子。");
        }

        return IsoDate.OrNull(text);
    }

    private string? Text(JsonElement root, string name)
    {
        if (!Has(root, name, out var element))
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.String)
        {
            return element.GetString();
        }

        Fail($"{name} 应是文字或 null。");
        return null;
    }

    private bool Object(JsonElement root, string name, out JsonElement element)
    {
        if (!Has(root, name, out element))
        {
            return false;
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        Fail($"{name} 应是对象或 null。");
        return false;
    }

    internal static bool Has(JsonElement root, string name, out JsonElement element) =>
        root.TryGetProperty(name, out element) && element.ValueKind != JsonValueKind.Null;

    private static int? NumberOrNull(JsonElement section) =>
        section.ValueKind == JsonValueKind.Object
        && section.TryGetProperty("number", out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
        && number is >= 1 and <= 6
            ? number
            : null;

    private void Fail(string reason) => failure ??= reason;
}
