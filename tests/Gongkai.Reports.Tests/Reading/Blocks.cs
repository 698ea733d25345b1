using System.IO.Compression;
using System.Text;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Tests.Reading;

/// <summary>Blocks written as text, so that a test shows what it expects: a paragraph as it is, a row as <c>[a|b@2|c+2x3]</c>.</summary>
internal static class Blocks
{
    public static SourceDocument Read(byte[] bytes)
    {
        var (document, failure) = SourceReader.Read(bytes, ReadLimits.Default);
        failure.ShouldBeNull();
        return document.ShouldNotBeNull();
    }

    public static string Failure(byte[] bytes, ReadLimits? limits = null)
    {
        var (document, failure) = SourceReader.Read(bytes, limits ?? ReadLimits.Default);
        document.ShouldBeNull();
        failure.ShouldNotBeNull().ShouldNotContain("\n");
        return failure;
    }

    public static string[] Of(SourceDocument document) =>
        [.. document.Blocks.SelectMany(block => block switch
        {
            SourceParagraph paragraph => [paragraph.Text],
            SourceGrid grid => grid.Rows.Select(Row),
            _ => [],
        })];

    public static SourceGrid OnlyGrid(SourceDocument document) => document.Blocks.OfType<SourceGrid>().ShouldHaveSingleItem();

    /// <summary>A cell's column is shown where it is not the one after the cell before it; spans where they are more than one.</summary>
    public static string Row(GridRow row)
    {
        var text = new StringBuilder("[");
        var next = 0;
        foreach (var cell in row.Cells)
        {
            text.Append(text.Length > 1 ? "|" : "").Append(cell.Text.Replace("\n", "⏎", StringComparison.Ordinal));
            text.Append(cell.Column == next ? "" : $"@{cell.Column}");
            text.Append(cell.ColumnSpan == 1 && cell.RowSpan == 1 ? "" : $"+{cell.ColumnSpan}x{cell.RowSpan}");
            next = cell.Column + cell.ColumnSpan;
        }

        return text.Append(']').ToString();
    }

    public static byte[] Zip(params (string Name, string Content)[] entries) =>
        Zip([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Content)))]);

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }
}
