namespace Gongkai.Testing.Samples;

/// <summary>A file of <c>samples/</c>.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Shows">What is in it, in one line, for the list in <c>samples/README.md</c>.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record SampleFile(string Name, string Shows, byte[] Bytes)
{
    /// <summary>The format to have an office program turn it into (pdf, rtf, odt, doc), or null; the bytes are then a Word file.</summary>
    public string? ConvertTo { get; init; }
}
