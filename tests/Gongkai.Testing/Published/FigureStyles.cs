using System.Globalization;

namespace Gongkai.Testing.Published;

/// <summary>Ways of writing the figures.</summary>
public static class FigureStyles
{
    /// <summary>With the unit behind the number, here and there.</summary>
    public static PrintStyle Units(Random random) => Numbers((figure, value) => figure.Unit switch
    {
        "件" => random.Next(2) == 0 ? $"{Format(value)}件" : $"{Format(value)} 件",
        "项" => $"{Format(value)}项",
        "万元" => random.Next(2) == 0 ? $"{Format(value)}万元" : Format(value),
        _ => Format(value) + "元",
    });

    /// <summary>With thousands separators.</summary>
    public static PrintStyle Thousands(Random random)
    {
        var comma = random.Next(2) == 0 ? "," : "，";
        return Numbers((_, value) => value.ToString("#,0.####", CultureInfo.InvariantCulture).Replace(",", comma, StringComparison.Ordinal));
    }

    /// <summary>With a note in brackets that holds another number.</summary>
    public static PrintStyle Notes(Random random) => Numbers((figure, value) =>
        value > 1 && random.Next(4) == 0 && figure is { IsMoney: false, MayBeNegative: false }
            ? $"{Format(value)}（其中修订{random.Next(1, (int)Math.Min(value, 50))}件）"
            : Format(value));

    /// <summary>Amounts in another unit than the column's, which changes the value.</summary>
    public static PrintStyle OtherUnits(Random random) => Numbers((figure, value) => figure.Unit switch
    {
        "万元" when value > 0 => $"{Format(value * 10_000)}元",
        "元" when value > 0 && random.Next(2) == 0 => $"{Format(value / 10_000)}万元",
        "元" => $"{Format(value)}元",
        _ => Format(value),
    });

    /// <summary>Increase and decrease with signs and words.</summary>
    public static PrintStyle Signs(Random random) => Numbers((figure, value) => figure.MayBeNegative && value != 0
        ? random.Next(4) switch
        {
            0 => value > 0 ? $"+{Format(value)}" : Format(value),
            1 => (value > 0 ? "增" : "减") + Format(Math.Abs(value)),
            2 => (value > 0 ? "增加" : "减少") + Format(Math.Abs(value)) + "项",
            _ => value > 0 ? $"＋{Format(value)}" : $"－{Format(-value)}",
        }
        : Format(value));

    /// <summary>With the spaces around them that pages and word processors leave.</summary>
    public static PrintStyle Spaced(Random random)
    {
        string[] spaces = [" ", "\u00a0", "\u2002", "\u3000", "\u200b", "\u2009"];
        return Numbers((_, value) => spaces[random.Next(spaces.Length)] + Format(value) + (random.Next(2) == 0 ? spaces[random.Next(spaces.Length)] : ""));
    }

    /// <summary>Letters in place of the digits that look like them. Whether such a cell is read is left open.</summary>
    public static PrintStyle Letters(Random random) => Numbers((_, value) => random.Next(6) == 0
        ? Format(value).Replace('0', random.Next(2) == 0 ? 'O' : 'o').Replace('1', random.Next(2) == 0 ? 'l' : 'I')
        : Format(value));

    private static PrintStyle Numbers(Func<Figure, decimal, string> write) =>
        new() { Figure = (figure, cell) => cell.IsNumber ? write(figure, cell.Value) : cell.Raw };

    private static string Format(decimal value) => Figure.Format(value);
}
