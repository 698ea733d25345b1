using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Testing.Fuzz;

/// <summary>The digits that stand in a file, so that a figure can be told that does not.</summary>
internal sealed partial class PrintedDigits
{
    private readonly List<string> texts = [];

    public PrintedDigits(Mutant mutant)
    {
        if (Sniffing.KindOf(mutant.Bytes) is SourceKind.Word or SourceKind.Excel)
        {
            AddParts(mutant.Bytes);
        }
        else
        {
            Add(TextDecoding.Decode(mutant.Bytes), PageBlock());
        }
    }

    /// <summary>Whether the digits of the figure stand somewhere in this order; zeros at its ends may come of another unit.</summary>
    public bool Hold(decimal figure)
    {
        var digits = Figure.Format(Math.Abs(figure)).Replace(".", "", StringComparison.Ordinal).Trim('0');
        return texts.Exists(text => text.Contains(digits.Length > 0 ? digits : "0", StringComparison.Ordinal));
    }

    private void AddParts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            var bytes = new MemoryStream();
            try
            {
                using var stream = entry.Open();
                stream.CopyTo(bytes);
            }
            catch (InvalidDataException)
            {
                // A part that is damaged shows what comes before the damage.
            }

            Add(TextDecoding.Decode(bytes.ToArray()), OfficeBlock());
        }
    }

    private void Add(string text, Regex block)
    {
        texts.Add(Digits(text));
        texts.Add(Digits(Shown(Hidden().Replace(text, ""), block)));

        // Mark-up that was spoilt may no longer part or hide anything.
        texts.Add(Digits(Shown(text, Cell())));
    }

    private static string Shown(string text, Regex block) => WebUtility.HtmlDecode(InlineTag().Replace(block.Replace(text, " "), ""));

    /// <summary>Only digits, each number apart: separators and points within a number are left out, and so is the null that a page does not show.</summary>
    private static string Digits(string text)
    {
        var digits = new StringBuilder();
        foreach (var character in text)
        {
            var folded = Folding.Fold(character);
            if (char.IsAsciiDigit(folded))
            {
                digits.Append(folded);
            }
            else if (folded is not (',' or '.' or '*' or '`' or '\0') && digits.Length > 0 && digits[^1] != ' ')
            {
                digits.Append(' ');
            }
        }

        return digits.ToString();
    }

    [GeneratedRegex(@"</?(td|th|tr|p|div|li|table|br)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex PageBlock();

    [GeneratedRegex(@"</?(w:tc|w:p|w:tr|w:br|w:tab|c|row|si|v)\b[^>]*>")]
    private static partial Regex OfficeBlock();

    [GeneratedRegex(@"<!--.*?-->|<(\w+)[^<>]*(\bhidden\b|display:\s*none|mso-hide)[^<>]*>[^<]*</\1>", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"</?(td|th|tr|w:tc|w:tr|c)\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex InlineTag();
}
