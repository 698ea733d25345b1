using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Platform.Screening.Files;

/// <summary>Where the objects of a PDF stand in its bytes (ISO 32000-1, 7.3 and 7.5), in every revision that the file keeps. Streams are stepped over, so that no picture is taken for an object.</summary>
internal static partial class PdfSource
{
    /// <summary>An object, or what closes a revision.</summary>
    /// <param name="Number">Its number; 0 for a trailer.</param>
    /// <param name="Start">Where its value begins.</param>
    /// <param name="End">Where its value ends.</param>
    /// <param name="Data">Where the bytes of its stream stand; null where it is none.</param>
    public sealed record Part(int Number, int Start, int End, Range? Data);

    public static List<Part> Parts(ReadOnlySpan<byte> file)
    {
        var parts = new List<Part>();
        for (int at = 0, trailer = -1; at < file.Length;)
        {
            var found = IndexOf(file, "obj"u8, at);
            trailer = trailer < at ? IndexOf(file, "trailer"u8, at) : trailer;
            if (found == file.Length && trailer == file.Length)
            {
                break;
            }

            if (trailer < found)
            {
                var start = SkipSpace(file, trailer + "trailer".Length);
                var end = IsDictionary(file, start) ? EndOfDictionary(file, start) : start;
                parts.Add(new Part(0, start, end, null));
                at = Math.Max(end, trailer + 1);
            }
            else if (NumberBefore(file, found) is { } number)
            {
                var part = Read(file, number, SkipSpace(file, found + "obj".Length));
                parts.Add(part);
                at = Math.Max(part.Data is { } data ? data.End.Value : part.End, found + 1);
            }
            else
            {
                at = found + 1;
            }
        }

        return parts;
    }

    /// <summary>Where a word stands next; at the end, where it does not.</summary>
    private static int IndexOf(ReadOnlySpan<byte> file, ReadOnlySpan<byte> word, int from) => from < file.Length && file[from..].IndexOf(word) is >= 0 and var found ? from + found : file.Length;

    /// <summary>Where a dictionary ends that begins here; where it never does, at the end.</summary>
    public static int EndOfDictionary(ReadOnlySpan<byte> file, int at)
    {
        var depth = 0;
        while (at < file.Length)
        {
            switch (file[at])
            {
                case (byte)'(':
                    at = EndOfString(file, at);
                    continue;
                case (byte)'%':
                    var line = file[at..].IndexOfAny((byte)'\r', (byte)'\n');
                    at = line < 0 ? file.Length : at + line;
                    continue;
                case (byte)'<' when at + 1 < file.Length && file[at + 1] == '<':
                    depth++;
                    at += 2;
                    continue;
                case (byte)'>' when at + 1 < file.Length && file[at + 1] == '>':
                    at += 2;
                    if (--depth == 0)
                    {
                        return at;
                    }

                    continue;
                default:
                    at++;
                    continue;
            }
        }

        return file.Length;
    }

    public static bool IsDictionary(ReadOnlySpan<byte> file, int at) => file[Math.Min(at, file.Length)..].StartsWith("<<"u8);

    public static string Text(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    /// <summary>The numbers of the objects to which a text refers.</summary>
    public static IEnumerable<int> References(string text) => Reference().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static Part Read(ReadOnlySpan<byte> file, int number, int start)
    {
        if (!IsDictionary(file, start))
        {
            return new Part(number, start, IndexOf(file, "endobj"u8, start), null);
        }

        var end = EndOfDictionary(file, start);
        var stream = SkipSpace(file, end);
        if (!file[stream..].StartsWith("stream"u8))
        {
            return new Part(number, start, end, null);
        }

        var data = stream + "stream".Length;
        data += file[data..].StartsWith("\r\n"u8) ? 2 : 1;
        data = Math.Min(data, file.Length);
        if (Length().Match(Text(file[start..end])) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var length)
            && length <= file.Length - data && file[SkipSpace(file, data + length)..].StartsWith("endstream"u8))
        {
            return new Part(number, start, end, data..(data + length));
        }

        return new Part(number, start, end, data..IndexOf(file, "endstream"u8, data));
    }

    private static int EndOfString(ReadOnlySpan<byte> file, int at)
    {
        var depth = 0;
        for (; at < file.Length; at++)
        {
            switch (file[at])
            {
                case (byte)'\\':
                    at++;
                    break;
                case (byte)'(':
                    depth++;
                    break;
                case (byte)')' when --depth == 0:
                    return at + 1;
                default:
                    break;
            }
        }

        return file.Length;
    }

    /// <summary>The number of the object whose keyword stands here; null where it is none.</summary>
    private static int? NumberBefore(ReadOnlySpan<byte> file, int at)
    {
        var head = Text(file[Math.Max(0, at - 24)..at]);
        return Head().Match(head) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int SkipSpace(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] is 0 or 9 or 10 or 12 or 13 or 32)
        {
            at++;
        }

        return Math.Min(at, file.Length);
    }

    [GeneratedRegex(@"(?<!\d)(\d{1,9})\s+\d{1,5}\s*\z")]
    private static partial Regex Head();

    [GeneratedRegex(@"/Length\s+(\d{1,9})(?!\s+\d+\s+R)")]
    private static partial Regex Length();

    [GeneratedRegex(@"(?<!\d)(\d{1,9})\s+\d{1,5}\s+R\b")]
    private static partial Regex Reference();
}
