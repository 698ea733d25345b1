using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Platform.Organizations.Codes;

/// <summary>网站标识码: ten characters. A local one is a 行政区划代码 and four digits, one of a ministry <c>bm</c> and eight.</summary>
public readonly record struct SiteCode : IParsable<SiteCode>
{
    private SiteCode(string value) => Value = value;

    public string Value { get => field ?? ""; }

    public static SiteCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var code, out var fault) ? code : throw new FormatException($"Not a site code: {fault}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SiteCode result) => TryParse(s, out result, out _);

    public static bool TryParse([NotNullWhen(true)] string? text, out SiteCode code, out CodeFault fault)
    {
        var value = CodeText.Clean(text).ToLowerInvariant();
        var isMinistry = value.StartsWith("bm", StringComparison.Ordinal);
        code = default;
        CodeFault? found = value.Length != 10 ? CodeFault.Length
            : !value[(isMinistry ? 2 : 0)..].All(char.IsAsciiDigit) ? CodeFault.Characters
            : !isMinistry && !DivisionCode.TryParse(value[..6], out _, out _) ? CodeFault.Division
            : null;
        fault = found ?? default;
        if (found is not null)
        {
            return false;
        }

        code = new SiteCode(value);
        return true;
    }

    public override string ToString() => Value;
}
