using System.Diagnostics.CodeAnalysis;
using Gongkai.Reports.Form;

namespace Gongkai.Reports;

/// <summary>
/// The stable address of one figure, used alike by findings, JSON, the web form and the ledgers.
/// <see cref="Index"/> counts through <see cref="NationalForm.Figures"/> and is not stable between versions; the text is.
/// </summary>
public readonly record struct FigureAddress : IParsable<FigureAddress>
{
    internal FigureAddress(int index) => Index = index;

    /// <summary>The place of the figure in <see cref="NationalForm.Figures"/>.</summary>
    public int Index { get; }

    /// <summary>The figure's labels, table and unit.</summary>
    public Figure Figure => NationalForm.Figures[Index];

    /// <inheritdoc/>
    public static FigureAddress Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var address) ? address : throw new FormatException($"“{s}” is not the address of a figure.");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FigureAddress result)
    {
        result = default;
        return s is not null && NationalForm.ByName.TryGetValue(s, out result);
    }

    /// <summary>The address as text, as in <c>requests.granted.natural</c>.</summary>
    public override string ToString() => Figure.Name;
}
