using Gongkai.Platform.Storage;
using Gongkai.Reports.Reading.Files;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>Files that people send with a request. What they are is found from their bytes, never from their names; what is taken are papers and pictures.</summary>
public sealed class Attachments(GongkaiDb db, Blobs blobs, VirusScan viruses, TimeProvider time)
{
    public const int MostFiles = 5;

    public const int MostBytes = 20 * 1024 * 1024;

    private const int LongestName = 80;

    /// <summary>The name and the type under which each file is kept; null where one of them is not taken.</summary>
    public async Task<IReadOnlyList<TakenFile>?> TakeAsync(IReadOnlyList<SentFile> files, CancellationToken cancellation)
    {
        if (files.Count > MostFiles)
        {
            return null;
        }

        var taken = new List<TakenFile>(files.Count);
        foreach (var file in files)
        {
            if (await ReadAsync(file, cancellation) is not { Length: > 0 } bytes || FormOf(bytes) is not { } form || !await viruses.PassesAsync(new MemoryStream(bytes, writable: false), cancellation))
            {
                return null;
            }

            taken.Add(new TakenFile(NameOf(file.Name, form.Extension), form.ContentType, file.Open));
        }

        return taken;
    }

    /// <summary>Keeps them with the case, in the transaction that is open.</summary>
    internal async Task<IReadOnlyList<RequestFile>> KeepAsync(long requestId, IReadOnlyList<TakenFile> files, FilePurpose purpose, string addedBy, CancellationToken cancellation)
    {
        var kept = new List<RequestFile>(files.Count);
        foreach (var file in files)
        {
            await using var content = file.Open();
            var blob = await blobs.KeepAsync(content, file.Name, file.ContentType, cancellation);
            kept.Add(new RequestFile { RequestId = requestId, BlobId = blob.Id, Purpose = purpose, AddedAt = time.GetUtcNow(), AddedByName = addedBy });
        }

        db.RequestFiles.AddRange(kept);
        return kept;
    }

    /// <summary>The bytes; null where there are more than are taken.</summary>
    private static async Task<byte[]?> ReadAsync(SentFile file, CancellationToken cancellation)
    {
        await using var content = file.Open();
        using var output = new MemoryStream();
        var buffer = new byte[81_920];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            output.Write(buffer, 0, read);
            if (output.Length > MostBytes)
            {
                return null;
            }
        }

        return output.ToArray();
    }

    /// <summary>What a file is called at its end, and its type, by its bytes; null where it is of a kind that is not taken.</summary>
    internal static (string Extension, string ContentType)? FormOf(byte[] bytes) => Sniffing.KindOf(bytes) switch
    {
        SourceKind.Pdf => ("pdf", "application/pdf"),
        SourceKind.Word => ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        SourceKind.Excel => ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        SourceKind.OldWord => ("doc", "application/msword"),
        SourceKind.OldExcel => ("xls", "application/vnd.ms-excel"),
        SourceKind.Picture => PictureOf(bytes),
        SourceKind.Text or SourceKind.Csv => ("txt", "text/plain; charset=utf-8"),
        _ => null,
    };

    private static (string, string)? PictureOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, ..] => ("jpg", "image/jpeg"),
        [0x89, ..] => ("png", "image/png"),
        [(byte)'G', ..] => ("gif", "image/gif"),
        [(byte)'I', ..] or [(byte)'M', ..] => ("tif", "image/tiff"),
        [(byte)'B', ..] => ("bmp", "image/bmp"),
        [(byte)'R', ..] => ("webp", "image/webp"),
        _ => null,
    };

    private static string NameOf(string name, string extension)
    {
        var stem = Path.GetFileNameWithoutExtension(name.Replace('\\', '/'));
        var plain = string.Concat(stem.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && !"<>:\"/|?*".Contains(letter, StringComparison.Ordinal)
            && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)).Trim(' ', '.');
        return $"{(plain.Length == 0 ? "材料" : plain[..Math.Min(plain.Length, LongestName)])}.{extension}";
    }
}

/// <summary>A file as it was sent.</summary>
/// <param name="Name">The name that it came with.</param>
/// <param name="Open">Opens it from its beginning, as often as needed.</param>
public sealed record SentFile(string Name, Func<Stream> Open);

/// <summary>A file that is taken, with its plain name and its type by content.</summary>
public sealed record TakenFile(string Name, string ContentType, Func<Stream> Open);
