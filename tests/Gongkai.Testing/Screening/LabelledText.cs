using System.Globalization;
using System.Net;
using System.Text;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Screening.Texts;

namespace Gongkai.Testing.Screening;

/// <summary>A short invented document with what is to be found in it.</summary>
/// <param name="File">The list in which it stands.</param>
/// <param name="Name">What it is about.</param>
/// <param name="Document">The document.</param>
/// <param name="Expected">The rules that are to hit, each as often as it stands here, with what is to be found where that is said.</param>
public sealed record LabelledText(string File, string Name, ScreenedDocument Document, IReadOnlyList<(string Rule, string? Found)> Expected)
{
    private const string Prefix = "screening.";

    /// <summary>All that there are.</summary>
    public static IReadOnlyList<LabelledText> All { get; } =
    [
        .. from name in typeof(LabelledText).Assembly.GetManifestResourceNames()
           where name.StartsWith(Prefix, StringComparison.Ordinal)
           orderby name
           from text in Read(name)
           select text,
    ];

    /// <summary>A document to which nothing is missing.</summary>
    public static ScreenedDocument Complete(string body) => new()
    {
        Title = "关于做好有关工作的通知",
        BodyHtml = body,
        MadeOn = new DateOnly(2026, 3, 20),
        PublishedOn = new DateOnly(2026, 3, 21),
        Source = "清河县人民政府办公室",
        Summary = "部署有关工作。",
        Keywords = ["工作"],
        Openness = DisclosureAttribute.Proactive,
    };

    private static IEnumerable<LabelledText> Read(string resource)
    {
        using var reader = new StreamReader(typeof(LabelledText).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var file = resource[Prefix.Length..^".txt".Length];
        foreach (var part in ("\n" + reader.ReadToEnd()).Split("\n## ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n', StringSplitOptions.TrimEntries);
            var document = Complete(Html([.. lines.Skip(1).Where(line => line.Length > 0 && line[0] is not ('@' or '!'))]));
            yield return new LabelledText(
                file, lines[0], lines.Where(line => line.StartsWith('@')).Aggregate(document, With),
                [.. lines.Where(line => line.StartsWith("! ", StringComparison.Ordinal)).Select(line => line[2..].Split('=', 2)).Select(pair => (pair[0], pair.ElementAtOrDefault(1)))]);
        }
    }

    private static ScreenedDocument With(ScreenedDocument document, string line)
    {
        var (name, value) = line.Split(' ', 2) is [var key, var text] ? (key, text) : (line, "");
        return name switch
        {
            "@title" => document with { Title = value },
            "@made" => document with { MadeOn = value.Length == 0 ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture) },
            "@source" => document with { Source = value },
            "@attribute" => document with { Openness = value.Length == 0 ? null : Enum.Parse<DisclosureAttribute>(value) },
            "@summary" => document with { Summary = value },
            "@keywords" => document with { Keywords = value.Length == 0 ? [] : value.Split('、') },
            _ => throw new FormatException(line),
        };
    }

    /// <summary>Lines are paragraphs, lines with bars are the rows of a table, a line of HTML is itself.</summary>
    private static string Html(string[] lines)
    {
        var html = new StringBuilder();
        for (var index = 0; index < lines.Length; index++)
        {
            var isRow = lines[index].StartsWith('|');
            var isFirst = isRow && (index == 0 || !lines[index - 1].StartsWith('|'));
            if (!isRow)
            {
                html.Append(lines[index].StartsWith('<') ? lines[index] : $"<p>{WebUtility.HtmlEncode(lines[index])}</p>");
                continue;
            }

            var cell = isFirst ? "th" : "td";
            html.Append(isFirst ? "<table>" : "").Append("<tr>");
            foreach (var text in lines[index].Trim('|').Split('|', StringSplitOptions.TrimEntries))
            {
                html.Append(CultureInfo.InvariantCulture, $"<{cell}>{WebUtility.HtmlEncode(text)}</{cell}>");
            }

            html.Append("</tr>").Append(index + 1 == lines.Length || !lines[index + 1].StartsWith('|') ? "</table>" : "");
        }

        return html.ToString();
    }
}
