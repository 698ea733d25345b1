using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Gongkai.Platform.Screening.Files;

/// <summary>
/// Takes the properties and the XMP of every revision out of a PDF, and nothing else: they are overwritten where they stand, so that no other byte moves.
/// A file that is signed or encrypted is left alone, because it would be worth nothing afterwards.
/// </summary>
internal static partial class PdfCleaning
{
    private const int MostUnpacked = 40_000_000;
    private const byte Space = 32;

    /// <summary>Whether the file would still be good afterwards.</summary>
    public static bool IsPossible(ReadOnlyMemory<byte> file) =>
        file.Span.IndexOf("/ByteRange"u8) < 0 && !PdfSource.Parts(file.Span).Exists(part => IsClosing(part, file.Span, out var text) && text.Contains("/Encrypt", StringComparison.Ordinal));

    /// <summary>The copy; null where there is nothing to take out, or where it cannot be done without moving other bytes.</summary>
    public static byte[]? Clean(ReadOnlyMemory<byte> source)
    {
        if (!IsPossible(source))
        {
            return null;
        }

        var file = source.ToArray();
        var parts = PdfSource.Parts(file);
        var gone = new HashSet<int>();
        foreach (var part in parts)
        {
            if (IsClosing(part, file, out var text))
            {
                gone.UnionWith(Info().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
            }
        }

        // What a property says can stand in an object of its own, and each of them among others in a packed one.
        Follow(file, parts, gone);
        var isDone = parts.Where(part => part.Data is not null && Has(file, part, ObjectStream())).All(part => Repack(file, part, content => EmptyPacked(content, file.AsSpan(part.Start..part.End), gone)));
        Follow(file, parts, gone);
        foreach (var part in parts.Where(part => IsPlain(part, gone)))
        {
            Empty(file.AsSpan(part.Start..part.End));
        }

        isDone = isDone && parts.Where(part => part.Data is not null && Has(file, part, Metadata())).All(part => Repack(file, part, WithoutXmp));
        return isDone && !file.AsSpan().SequenceEqual(source.Span) ? file : null;
    }

    private static void Follow(byte[] file, List<PdfSource.Part> parts, HashSet<int> gone)
    {
        for (var before = -1; before != gone.Count;)
        {
            before = gone.Count;
            gone.UnionWith(parts.Where(part => IsPlain(part, gone)).SelectMany(part => PdfSource.References(PdfSource.Text(file.AsSpan(part.Start..part.End)))).ToList());
        }
    }

    private static bool IsPlain(PdfSource.Part part, HashSet<int> gone) => part is { Number: > 0, Data: null } && gone.Contains(part.Number);

    /// <summary>Whether a part closes a revision: a trailer, or a stream of references.</summary>
    private static bool IsClosing(PdfSource.Part part, ReadOnlySpan<byte> file, out string text)
    {
        text = part.Number == 0 || part.Data is not null ? PdfSource.Text(file[part.Start..part.End]) : "";
        return part.Number == 0 || CrossReferences().IsMatch(text);
    }

    private static bool Has(byte[] file, PdfSource.Part part, Regex type) => type.IsMatch(PdfSource.Text(file.AsSpan(part.Start..part.End)));

    /// <summary>A value without what it says, of the same length.</summary>
    private static void Empty(Span<byte> value)
    {
        var isDictionary = PdfSource.IsDictionary(value, 0);
        value.Fill(Space);
        ReadOnlySpan<byte> nothing = isDictionary ? "<<>>"u8 : "()"u8;
        if (value.Length >= nothing.Length)
        {
            nothing.CopyTo(value);
        }
    }

    /// <summary>Puts other content into a stream, in the place of what is there.</summary>
    /// <returns>False where it is packed in another way, or does not fit.</returns>
    private static bool Repack(byte[] file, PdfSource.Part part, Func<byte[], byte[]?> change)
    {
        var dictionary = PdfSource.Text(file.AsSpan(part.Start..part.End));
        var data = file.AsSpan(part.Data!.Value);
        var isPlain = !dictionary.Contains("/Filter", StringComparison.Ordinal);
        if (!isPlain && (!Deflated().IsMatch(dictionary) || dictionary.Contains("/DecodeParms", StringComparison.Ordinal)))
        {
            return false;
        }

        if ((isPlain ? data.ToArray() : Unpack(data)) is not { } before)
        {
            return false;
        }

        var after = change([.. before]);
        if (after is null || after.AsSpan().SequenceEqual(before))
        {
            return after is not null;
        }

        var bytes = isPlain ? after : Pack(after);
        if (bytes.Length > data.Length)
        {
            return false;
        }

        data.Fill(isPlain ? Space : (byte)0);
        bytes.CopyTo(data);
        return true;
    }

    /// <summary>The objects of a packed stream (7.5.7), without what those say that are to be emptied; null where it is not as it should be.</summary>
    private static byte[]? EmptyPacked(byte[] content, ReadOnlySpan<byte> dictionary, HashSet<int> gone)
    {
        var text = PdfSource.Text(dictionary);
        if (First().Match(text) is not { Success: true } match || !int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var first) || first > content.Length)
        {
            return null;
        }

        var numbers = PdfSource.Text(content.AsSpan(..first)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        var objects = numbers.Chunk(2).Where(pair => pair.Length == 2).Select(pair => (Number: pair[0], Start: first + pair[1])).ToList();
        if (objects.Exists(pair => pair.Number < 0 || pair.Start < first || pair.Start > content.Length))
        {
            return null;
        }

        var waiting = new Queue<int>(objects.Select(pair => pair.Number).Where(gone.Contains));
        while (waiting.TryDequeue(out var number))
        {
            foreach (var (_, start) in objects.Where(pair => pair.Number == number))
            {
                var end = objects.Select(pair => pair.Start).Where(other => other > start).DefaultIfEmpty(content.Length).Min();
                var value = content.AsSpan(start..end);
                foreach (var further in PdfSource.References(PdfSource.Text(value)).Where(gone.Add))
                {
                    waiting.Enqueue(further);
                }

                Empty(value);
            }
        }

        return content;
    }

    /// <summary>An XMP that says nothing but which standard of archiving or accessibility the file keeps to.</summary>
    private static byte[] WithoutXmp(byte[] content)
    {
        var text = Encoding.UTF8.GetString(content);
        var kept = string.Concat(Standard().Matches(text).Select(match => $"<{match.Groups[1].Value}>{match.Groups[2].Value}</{match.Groups[1].Value}>").Distinct());
        var spaces = $"{(kept.Contains("pdfaid:", StringComparison.Ordinal) ? " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"" : "")}{(kept.Contains("pdfuaid:", StringComparison.Ordinal) ? " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"" : "")}";
        var description = kept.Length == 0 ? "" : $"<rdf:Description rdf:about=\"\"{spaces}>{kept}</rdf:Description>";
        var xmp = Encoding.UTF8.GetBytes(
            $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">{description}</rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>");
        var result = new byte[content.Length];
        result.AsSpan().Fill(Space);
        if (xmp.Length <= result.Length)
        {
            xmp.CopyTo(result.AsSpan());
        }

        return result;
    }

    private static byte[]? Unpack(ReadOnlySpan<byte> data)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(data.ToArray(), writable: false), CompressionMode.Decompress);
            using var content = new MemoryStream();
            var buffer = new byte[81_920];
            while (stream.Read(buffer) is > 0 and var read)
            {
                content.Write(buffer, 0, read);
                if (content.Length > MostUnpacked)
                {
                    return null;
                }
            }

            return content.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    [GeneratedRegex(@"/Info\s+(\d{1,9})\s+\d{1,5}\s+R")]
    private static partial Regex Info();

    [GeneratedRegex(@"/Type\s*/XRef\b")]
    private static partial Regex CrossReferences();

    [GeneratedRegex(@"/Type\s*/ObjStm\b")]
    private static partial Regex ObjectStream();

    [GeneratedRegex(@"/Type\s*/Metadata\b")]
    private static partial Regex Metadata();

    [GeneratedRegex(@"/Filter\s*(?:/FlateDecode(?=[\s/>])|\[\s*/FlateDecode\s*\])")]
    private static partial Regex Deflated();

    [GeneratedRegex(@"/First\s+(\d{1,9})")]
    private static partial Regex First();

    [GeneratedRegex(@"(pdfaid:(?:part|conformance|rev)|pdfuaid:part)(?:>|=[""'])([0-9A-Za-z]{1,8})")]
    private static partial Regex Standard();
}
