using System.IO.Compression;
using System.Text;

namespace Gongkai.Testing.Fuzz;

/// <summary>Damage within a zip that stays a zip: parts lost, exchanged, doubled, and their mark-up spoilt.</summary>
internal static class ZipMutations
{
    private static readonly string[] OddNames = ["word/document.xml", "../../up.xml", "/root.xml", "xl/workbook.xml", "word/numbering.xml", "content.xml", "EncryptedPackage", ""];

    public static byte[] Spoil(byte[] file, byte[] other, Random random, List<string> how)
    {
        var parts = Parts(file);
        for (var step = random.Next(1, 5); step > 0 && parts.Count > 0; step--)
        {
            var index = random.Next(3) > 0 ? LargestOf(parts) : random.Next(parts.Count);
            var (name, bytes) = parts[index];
            switch (random.Next(12))
            {
                case 0:
                    how.Add($"{name} lost");
                    parts.RemoveAt(index);
                    break;
                case 1:
                    how.Add($"{name} renamed");
                    parts[index] = (OddNames[random.Next(OddNames.Length)], bytes);
                    break;
                case 2:
                    var others = Parts(other);
                    var (otherName, otherBytes) = others[random.Next(others.Count)];
                    how.Add($"{name} from {otherName} of another");
                    parts[index] = (name, otherBytes);
                    break;
                case 3:
                    how.Add($"bytes of {name}");
                    parts[index] = (name, ByteMutations.Spoil(bytes, other, random, how));
                    break;
                default:
                    how.Add($"text of {name}");
                    parts[index] = (name, SpoilText(bytes, other, random, how));
                    break;
            }
        }

        return Zip(parts, random);
    }

    /// <summary>The parts of a zip that can be read.</summary>
    public static List<(string Name, byte[] Bytes)> Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return [.. archive.Entries.Select(static entry =>
        {
            using var stream = entry.Open();
            var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        })];
    }

    private static byte[] SpoilText(byte[] part, byte[] other, Random random, List<string> how)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(part));
        var others = Parts(other);
        var largest = Encoding.UTF8.GetString(others[LargestOf(others)].Bytes);
        for (var step = random.Next(1, 4); step > 0; step--)
        {
            TextMutations.Spoil(text, largest, random, how);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static int LargestOf(List<(string Name, byte[] Bytes)> parts)
    {
        var largest = 0;
        for (var index = 1; index < parts.Count; index++)
        {
            largest = parts[index].Bytes.Length > parts[largest].Bytes.Length ? index : largest;
        }

        return largest;
    }

    private static byte[] Zip(List<(string Name, byte[] Bytes)> parts, Random random)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                var entry = archive.CreateEntry(name.Length > 0 ? name : "part", random.Next(20) == 0 ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return file.ToArray();
    }
}
