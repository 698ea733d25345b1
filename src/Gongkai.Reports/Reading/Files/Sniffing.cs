using System.Buffers;
using System.IO.Compression;
using System.Text;
using Gongkai.Reports.Reading.Word;

namespace Gongkai.Reports.Reading.Files;

/// <summary>Finds out what a file is from its bytes.</summary>
public static class Sniffing
{
    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 127]);

    private const int Head = 4096;
    private const int FirstSector = 512;
    private const int WordFlags = FirstSector + 0x0B;

    /// <summary>What the bytes are. The name of the file is not asked.</summary>
    public static SourceKind KindOf(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var head = bytes[..Math.Min(bytes.Length, Head)];
        return head switch
        {
            [] => SourceKind.Empty,
            [(byte)'P', (byte)'K', 3 or 5 or 7, ..] => KindOfZip(file),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => KindOfCompound(bytes),
            [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => SourceKind.RichText,
            [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
                or [(byte)'I', (byte)'I', (byte)'*', 0, ..] or [(byte)'M', (byte)'M', 0, (byte)'*', ..] => SourceKind.Picture,
            [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] => SourceKind.Picture,
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => SourceKind.Picture,
            [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] => SourceKind.OtherArchive,
            _ when head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => SourceKind.Pdf,
            _ => KindOfText(bytes, head),
        };
    }

    /// <summary>The short name of a format, as in <see cref="ReportSource.Kind"/>.</summary>
    public static string NameOf(SourceKind kind) => kind switch
    {
        SourceKind.Html => "html",
        SourceKind.Word => "docx",
        SourceKind.Excel => "xlsx",
        SourceKind.OldExcel => "xls",
        SourceKind.Pdf => "pdf",
        SourceKind.OldWord => "doc",
        SourceKind.OpenDocument => "odt",
        SourceKind.RichText => "rtf",
        SourceKind.Json => "json",
        SourceKind.Csv => "csv",
        SourceKind.Zip => "zip",
        _ => "txt",
    };

    private static SourceKind KindOfZip(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var archive = new ZipArchive(MemoryView.Over(file), ZipArchiveMode.Read);
            return WordReader.IsWord(archive) ? SourceKind.Word
                : archive.GetEntry("xl/workbook.xml") is not null ? SourceKind.Excel
                : archive.GetEntry("content.xml") is not null && archive.GetEntry("mimetype") is not null ? SourceKind.OpenDocument
                : archive.GetEntry("OFD.xml") is not null || archive.GetEntry("ppt/presentation.xml") is not null ? SourceKind.OtherOffice
                : SourceKind.Zip;
        }
        catch (InvalidDataException)
        {
            // A zip that is cut off; the one who opens it says so.
            return SourceKind.Zip;
        }
    }

    private static SourceKind KindOfCompound(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(Wide("EncryptedPackage")) >= 0)
        {
            return SourceKind.EncryptedOffice;
        }

        if (bytes.IndexOf(Wide("WordDocument")) >= 0)
        {
            // [MS-DOC] 2.5.2: the flag fEncrypted of the header, which most writers put in the first sector.
            return bytes.Length > WordFlags && bytes[FirstSector] == 0xEC && bytes[FirstSector + 1] == 0xA5 && (bytes[WordFlags] & 1) != 0
                ? SourceKind.EncryptedOffice
                : SourceKind.OldWord;
        }

        return bytes.IndexOf(Wide("Workbook")) >= 0 || bytes.IndexOf(Wide("Book\0")) >= 0 ? SourceKind.OldExcel
            : bytes.IndexOf(Wide("PowerPoint Document")) >= 0 ? SourceKind.OtherOffice
            : SourceKind.OldWord;
    }

    private static byte[] Wide(string name) => Encoding.Unicode.GetBytes(name);

    private static SourceKind KindOfText(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> head)
    {
        if (!LooksLikeText(head))
        {
            return SourceKind.Unknown;
        }

        var isWide = head.Contains((byte)0) || head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        var start = isWide ? Encoding.UTF8.GetBytes(TextDecoding.Decode(bytes[..Math.Min(bytes.Length, Head & ~1)])) : head;
        var text = start is [0xEF, 0xBB, 0xBF, ..] ? start[3..] : start;
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            return bytes.Length <= Head ? SourceKind.Empty : SourceKind.Text;
        }

        if (text[0] is (byte)'{' or (byte)'[' && (text.IndexOf("gongkai.report"u8) >= 0 || bytes.IndexOf("gongkai.report"u8) >= 0))
        {
            return SourceKind.Json;
        }

        return text.StartsWith("agency,year,address,"u8) ? SourceKind.Csv
            : text.Contains((byte)'<') && LooksLikeHtml(text) ? SourceKind.Html
            : SourceKind.Text;
    }

    private static ReadOnlySpan<byte> Doctype => "<!doctype html"u8;

    private static bool LooksLikeHtml(ReadOnlySpan<byte> text)
    {
        // Most pages say so in their first words: only these are looked at before the whole is.
        if (Ascii.EqualsIgnoreCase(text[..Math.Min(text.Length, Doctype.Length)], Doctype))
        {
            return true;
        }

        Span<byte> lower = LowerAll(text);
        if (text[0] == (byte)'<' && (lower.StartsWith("<html"u8) || lower.StartsWith("<meta"u8)
            || lower.StartsWith("<head"u8) || lower.StartsWith("<body"u8) || lower.StartsWith("<table"u8) || lower.StartsWith("<div"u8)
            || lower.StartsWith("<p"u8) || lower.StartsWith("<h1"u8) || lower.StartsWith("<h2"u8) || lower.StartsWith("<title"u8)
            || lower.StartsWith("<style"u8) || lower.StartsWith("<script"u8) || lower.StartsWith("<center"u8) || lower.StartsWith("<span"u8)))
        {
            return true;
        }

        return lower.IndexOf("<html"u8) >= 0 || lower.IndexOf("<!doctype html"u8) >= 0
            || (lower.IndexOf("<table"u8) >= 0 && (lower.IndexOf("<td"u8) >= 0 || lower.IndexOf("<tr"u8) >= 0))
            || (lower.IndexOf("<div"u8) >= 0 && lower.IndexOf("</"u8) >= 0);
    }

    private static byte[] LowerAll(ReadOnlySpan<byte> text)
    {
        var lower = text.ToArray();
        foreach (ref var value in lower.AsSpan())
        {
            value |= value is >= (byte)'A' and <= (byte)'Z' ? (byte)0x20 : (byte)0;
        }

        return lower;
    }

    private static bool LooksLikeText(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return true;
        }

        if (head.IndexOfAny(Controls) < 0)
        {
            return true;
        }

        var control = 0;
        foreach (var value in head)
        {
            control += Controls.Contains(value) ? 1 : 0;
        }

        return (!head.Contains((byte)0) && control * 50 <= head.Length) || TextDecoding.WideOrNull(head) is not null;
    }
}
