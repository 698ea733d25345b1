using System.IO.Compression;
using System.Xml;

namespace Gongkai.Reports.Reading.Word;

/// <summary>
/// Reads a Word file (.docx) into blocks by walking its XML once: the final state of tracked changes, with automatic
/// numbers in front of the text, without hidden text (ECMA-376 part 1, clause 17).
/// </summary>
internal static class WordReader
{
    /// <exception cref="UnreadableSourceException">It is no Word file, or past the limits.</exception>
    public static SourceDocument Read(ZipArchive archive, ReadLimits limits)
    {
        var main = MainPartOrNull(archive)
            ?? throw new UnreadableSourceException("文件的扩展名或内容像 Word 文档，但其中没有正文；文件可能不完整，请用 Word 或 WPS 打开后另存为 .docx 再试。");
        var numbering = ReadPart(archive, "word/numbering.xml", limits, WordNumbering.Read);
        var styles = numbering is { IsEmpty: false } ? ReadPart(archive, "word/styles.xml", limits, WordStyles.Read) : null;
        using var reader = WordXml.Open(main, limits);
        var walk = new WordWalk(reader, numbering, styles, limits);
        walk.Run();
        return new SourceDocument("docx", walk.Flow.ToBlocks());
    }

    public static bool IsWord(ZipArchive archive) => MainPartOrNull(archive) is not null;

    private static T? ReadPart<T>(ZipArchive archive, string part, ReadLimits limits, Func<XmlReader, T> read)
        where T : class
    {
        using var reader = WordXml.OpenOrNull(archive, part, limits);
        return reader is null ? null : read(reader);
    }

    private static ZipArchiveEntry? MainPartOrNull(ZipArchive archive) =>
        archive.GetEntry("word/document.xml")
        ?? archive.Entries.FirstOrDefault(static entry =>
            entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase)
            && entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase));
}
