using System.Text;

namespace Gongkai.Testing.Published;

/// <summary>One way in which reports are published.</summary>
/// <param name="Name">A few words that say what is special.</param>
/// <param name="Kind">The format: <c>txt</c>, <c>html</c>, <c>docx</c>.</param>
/// <param name="Render">Prints a report; the same report and the same random numbers give the same bytes.</param>
public sealed record PublishedLayout(string Name, string Kind, Func<AnnualReport, Random, PublishedReport> Render)
{
    /// <summary>Whether some figures may be beyond certain reading, whatever the report.</summary>
    public bool IsDamaged { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}: {Name}";
}

/// <summary>A printed report and what it should be read back to.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Expected">What a reader should find in it.</param>
public sealed record PublishedReport(byte[] Bytes, Expected Expected)
{
    /// <summary>The file as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Bytes);

    public static PublishedReport OfText(string text, Expected expected) => new(Encoding.UTF8.GetBytes(text), expected);
}
