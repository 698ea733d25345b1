using System.Buffers.Binary;
using System.Text;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Screening.Texts;

namespace Gongkai.Platform.Screening.Files;

/// <summary>What a picture says of itself beside what it shows: where it was taken, with what, by whom.</summary>
internal static class PictureNotes
{
    private const int Orientation = 0x0112;
    private const int Position = 0x8825;
    private const int Details = 0x8769;

    private static readonly Dictionary<int, string> Tags = new()
    {
        [0x010F] = "相机品牌", [0x0110] = "相机型号", [0x013B] = "作者", [0x8298] = "版权人", [0x9C9D] = "作者", [0xA430] = "相机主人", [0xA431] = "相机序列号", [Position] = "拍摄位置",
    };

    public static IEnumerable<ScreeningHit> Of(HitPlace place, ReadOnlySpan<byte> file)
    {
        var notes = IsJpeg(file) ? OfJpeg(file) : IsPng(file) ? OfPng(file) : null;
        return notes is null
            ? [AttachmentScreening.Unread(place, "这种图片里的拍摄信息没有检查；请转成 JPEG 或 PNG 再上传。")]
            : notes.Distinct().Select(note => new ScreeningHit(
                ScreeningRules.PicturePosition, note is "拍摄位置" ? ScreeningSeverity.Warning : ScreeningSeverity.Hint, place, note, $"图片文件里存有{note}，别人下载以后能看到；可以一键清除。") { MayBeCleaned = true });
    }

    /// <summary>The picture without its notes, shown the same way up; null where it is no picture of these kinds, or cannot be read to its end.</summary>
    public static CleanedFile? Clean(ReadOnlySpan<byte> file) =>
        IsJpeg(file) && CleanJpeg(file) is { } jpeg ? new CleanedFile(jpeg, "jpg", "image/jpeg", [])
        : IsPng(file) && CleanPng(file) is { } png ? new CleanedFile(png, "png", "image/png", [])
        : null;

    private static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, 0xD8, 0xFF, ..];

    private static bool IsPng(ReadOnlySpan<byte> file) => file is [0x89, (byte)'P', (byte)'N', (byte)'G', ..];

    private static List<string> OfJpeg(ReadOnlySpan<byte> file)
    {
        var notes = new List<string>();
        foreach (var (marker, start, length) in Segments(file, out _))
        {
            var segment = file.Slice(start + 4, length - 4);
            if (marker == 0xE1 && segment.StartsWith("Exif\0\0"u8))
            {
                Directory(segment[6..], notes);
            }
            else if (marker == 0xE1 && segment.StartsWith("http://ns.adobe.com/xap"u8))
            {
                notes.Add("编辑记录");
            }
            else if (marker == 0xFE)
            {
                notes.Add("附注");
            }
            else if (marker == 0xED)
            {
                notes.Add("图片说明（IPTC）");
            }
        }

        return notes;
    }

    private static void Directory(ReadOnlySpan<byte> tiff, List<string> notes)
    {
        if (tiff.Length < 8)
        {
            return;
        }

        var isLittle = tiff[0] == (byte)'I';
        var at = Number(tiff[4..], isLittle);
        for (var depth = 0; depth < 2 && at > 0 && at + 2 <= tiff.Length; depth++)
        {
            var count = Short(tiff[(int)at..], isLittle);
            var details = 0L;
            for (var index = 0; index < count && at + 2 + ((index + 1) * 12) <= tiff.Length; index++)
            {
                var entry = tiff.Slice((int)at + 2 + (index * 12), 12);
                var tag = Short(entry, isLittle);
                if (tag == Details)
                {
                    details = Number(entry[8..], isLittle);
                }
                else if (Tags.TryGetValue(tag, out var note))
                {
                    notes.Add(note);
                }
            }

            at = details;
        }
    }

    private static List<string> OfPng(ReadOnlySpan<byte> file)
    {
        var notes = new List<string>();
        foreach (var (kind, start, length) in Chunks(file, out _))
        {
            if (kind is "tEXt" or "zTXt" or "iTXt")
            {
                var content = file.Slice(start + 8, length - 12);
                var end = content.IndexOf((byte)0);
                notes.Add(Encoding.Latin1.GetString(content[..Math.Max(0, Math.Min(end, 40))]) switch
                {
                    "Author" or "Copyright" => "作者",
                    "XML:com.adobe.xmp" => "编辑记录",
                    "Software" => "制作软件",
                    _ => "附注",
                });
            }
            else if (kind == "eXIf")
            {
                Directory(file.Slice(start + 8, length - 12), notes);
            }
        }

        return notes;
    }

    private static byte[]? CleanJpeg(ReadOnlySpan<byte> file)
    {
        var segments = Segments(file, out var rest);
        if (rest < 0)
        {
            return null;
        }

        using var clean = new MemoryStream();
        clean.Write(file[..2]);
        var orientation = JpegFacts.Read(file)?.Orientation ?? 1;
        if (orientation != 1)
        {
            clean.Write([0xFF, 0xE1, 0, 34, .. "Exif\0\0"u8, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, Orientation >> 8, Orientation & 0xFF, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
        }

        foreach (var (marker, start, length) in segments)
        {
            // JFIF, colour profiles and Adobe's mark change how it looks; the other marks of programs do not.
            if (marker is not (>= 0xE0 and <= 0xEF or 0xFE) || marker is 0xE0 or 0xEE || (marker == 0xE2 && file[(start + 4)..].StartsWith("ICC_PROFILE\0"u8)))
            {
                clean.Write(file.Slice(start, length));
            }
        }

        clean.Write(file[rest..]);
        return clean.ToArray();
    }

    private static byte[]? CleanPng(ReadOnlySpan<byte> file)
    {
        var chunks = Chunks(file, out var isWhole);
        if (!isWhole)
        {
            return null;
        }

        using var clean = new MemoryStream();
        clean.Write(file[..8]);
        foreach (var (kind, start, length) in chunks)
        {
            if (kind is not ("tEXt" or "zTXt" or "iTXt" or "eXIf" or "tIME"))
            {
                clean.Write(file.Slice(start, length));
            }
        }

        return clean.ToArray();
    }

    /// <summary>The segments before the pixels, and where the pixels begin; -1 where they never do.</summary>
    private static List<(byte Marker, int Start, int Length)> Segments(ReadOnlySpan<byte> file, out int rest)
    {
        var segments = new List<(byte, int, int)>();
        rest = -1;
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == 0xDA)
            {
                rest = at;
                break;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 4 || at + length > file.Length)
            {
                break;
            }

            segments.Add((marker, at, length));
            at += length;
        }

        return segments;
    }

    private static List<(string Kind, int Start, int Length)> Chunks(ReadOnlySpan<byte> file, out bool isWhole)
    {
        var chunks = new List<(string, int, int)>();
        isWhole = false;
        for (var at = 8; at + 12 <= file.Length && !isWhole;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]) + 12L;
            if (at + length > file.Length)
            {
                break;
            }

            var kind = Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            chunks.Add((kind, at, (int)length));
            at += (int)length;
            isWhole = kind == "IEND";
        }

        return chunks;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static long Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
