using System.Diagnostics.CodeAnalysis;
using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations.Codes;

/// <summary>行政区划代码: six digits down to the county (GB/T 2260), nine to the township (GB/T 10114), twelve to the village.</summary>
public readonly record struct DivisionCode : IParsable<DivisionCode>
{
    private static readonly HashSet<string> Provinces =
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46",
        "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    ];

    private DivisionCode(string value) => Value = value;

    public string Value { get => field ?? ""; }

    /// <summary>The level of government of the place.</summary>
    public GovernmentLevel Level => (Value.Length, Value[2..6], Value[4..6]) switch
    {
        (> 6, _, _) when Value[6..].AsSpan().ContainsAnyExcept('0') => GovernmentLevel.Township,
        (_, "0000", _) => Value[..2] == "10" ? GovernmentLevel.State : GovernmentLevel.Province,
        (_, _, "00") => GovernmentLevel.City,
        _ => GovernmentLevel.County,
    };

    public static DivisionCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var code, out var fault) ? code : throw new FormatException($"Not a division code: {fault}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DivisionCode result) => TryParse(s, out result, out _);

    /// <summary>GB/T 2260 has no check digit; the length, the digits and the province are looked at. 100000 is the whole country.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DivisionCode code, out CodeFault fault)
    {
        var value = CodeText.Clean(text);
        code = default;
        CodeFault? found = value.Length is not (6 or 9 or 12) ? CodeFault.Length
            : !value.All(char.IsAsciiDigit) ? CodeFault.Characters
            : !Provinces.Contains(value[..2]) && value is not "100000" ? CodeFault.Division
            : null;
        fault = found ?? default;
        if (found is not null)
        {
            return false;
        }

        code = new DivisionCode(value);
        return true;
    }

    public override string ToString() => Value;
}
