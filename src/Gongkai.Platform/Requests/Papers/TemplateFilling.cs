using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>Fills the fields of a Word template, however Word has cut their braces and letters into runs.</summary>
internal static partial class TemplateFilling
{
    /// <summary>The filled file. A field with several lines that stands alone in its paragraph becomes as many paragraphs; with none, the paragraph goes.</summary>
    public static byte[] Fill(byte[] template, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var word = WordprocessingDocument.Open(file, isEditable: true))
        {
            foreach (var paragraph in Parts(word).SelectMany(part => part.Descendants<Paragraph>()).ToList())
            {
                Fill(paragraph, fields);
            }
        }

        return file.ToArray();
    }

    /// <summary>The names of the fields in a template.</summary>
    public static IReadOnlySet<string> FieldsOf(byte[] template)
    {
        using var file = new MemoryStream(template, writable: false);
        using var word = WordprocessingDocument.Open(file, isEditable: false);
        return Parts(word).SelectMany(part => part.Descendants<Paragraph>()).SelectMany(paragraph => Field().Matches(paragraph.InnerText)).Select(match => match.Groups[1].Value.Trim()).ToHashSet();
    }

    private static IEnumerable<OpenXmlElement> Parts(WordprocessingDocument word)
    {
        var main = word.MainDocumentPart!;
        return [main.Document.Body!, .. main.HeaderParts.Select(part => part.Header), .. main.FooterParts.Select(part => part.Footer)];
    }

    private static void Fill(Paragraph paragraph, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var text = string.Concat(paragraph.Descendants<Text>().Select(part => part.Text));
        if (Field().Match(text) is { Success: true } alone && alone.Length == text.Trim().Length)
        {
            Repeat(paragraph, fields.GetValueOrDefault(alone.Groups[1].Value.Trim()) ?? []);
            return;
        }

        // From the last field to the first: what a field is filled with is never looked at for fields.
        foreach (var match in Field().Matches(text).Reverse())
        {
            Replace(paragraph, match.Index, match.Length, string.Join('；', fields.GetValueOrDefault(match.Groups[1].Value.Trim()) ?? []));
        }
    }

    private static void Repeat(Paragraph paragraph, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            // A cell of a table keeps its last paragraph, or Word cannot open the file.
            if (paragraph.Parent is TableCell)
            {
                Replace(paragraph, 0, int.MaxValue, "");
            }
            else
            {
                paragraph.Remove();
            }

            return;
        }

        foreach (var line in lines.Skip(1).Reverse())
        {
            var copy = (Paragraph)paragraph.CloneNode(deep: true);
            Replace(copy, 0, int.MaxValue, line);
            paragraph.InsertAfterSelf(copy);
        }

        Replace(paragraph, 0, int.MaxValue, lines[0]);
    }

    /// <summary>Puts text in the place of a stretch of letters: into the run where the stretch begins, and out of those into which it reaches.</summary>
    private static void Replace(Paragraph paragraph, int start, int length, string replacement)
    {
        var position = 0;
        var end = length == int.MaxValue ? int.MaxValue : start + length;
        var isPut = false;
        foreach (var part in paragraph.Descendants<Text>().ToList())
        {
            var value = part.Text;
            var from = Math.Clamp(start - position, 0, value.Length);
            var to = Math.Clamp(end - position, 0, value.Length);
            position += value.Length;
            if (from == to && !(isPut is false && value.Length == 0 && length == int.MaxValue))
            {
                continue;
            }

            part.Text = value[..from] + (isPut ? "" : replacement) + value[to..];
            part.Space = SpaceProcessingModeValues.Preserve;
            isPut = true;
        }
    }

    [GeneratedRegex(@"\{\{([^{}]{1,20})\}\}")]
    private static partial Regex Field();
}
