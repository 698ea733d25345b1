namespace Gongkai.Reports.Reading.Pdf;

/// <summary>A page with its words and the lines drawn on it; points from the top left corner.</summary>
internal sealed class PdfPage(int number, double width, double height)
{
    public int Number { get; } = number;

    public double Width { get; } = width;

    public double Height { get; } = height;

    public List<PdfWord> Words { get; } = [];

    public List<PdfRule> Rules { get; set; } = [];
}

/// <summary>A run of characters without a gap.</summary>
internal readonly record struct PdfWord(double Left, double Top, double Right, double Bottom, string Text)
{
    public double CentreX => (Left + Right) / 2;

    public double CentreY => (Top + Bottom) / 2;

    public double Height => Bottom - Top;

    public double Width => Right - Left;
}

/// <summary>A drawn line, level or upright.</summary>
/// <param name="IsLevel">Whether it is level; then <paramref name="At"/> is its y and the rest are x.</param>
/// <param name="At">Where it lies across its direction.</param>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct PdfRule(bool IsLevel, double At, double From, double To);
