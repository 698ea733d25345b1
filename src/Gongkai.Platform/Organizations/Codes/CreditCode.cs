using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Platform.Organizations.Codes;

/// <summary>统一社会信用代码 (GB 32100): registrar and kind, 行政区划代码, 组织机构代码, and a check character.</summary>
public readonly record struct CreditCode : IParsable<CreditCode>
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    private CreditCode(string value) => Value = value;

    public string Value { get => field ?? ""; }

    /// <summary>The 组织机构代码 inside it.</summary>
    public OrganizationCode Organization => OrganizationCode.Parse(Value[8..17], null);

    /// <summary>The code of a body.</summary>
    /// <param name="registrar">Registrar and kind: 11 for an organ of the state, 12 for a public institution.</param>
    /// <param name="division">The six digits of the place.</param>
    /// <param name="organization">Its 组织机构代码.</param>
    public static CreditCode Of(string registrar, DivisionCode division, OrganizationCode organization)
    {
        var body = registrar + division.Value[..6] + organization.Value;
        return Parse(body + CheckCharacter(body), null);
    }

    public static CreditCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var code, out var fault) ? code : throw new FormatException($"Not a credit code: {fault}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CreditCode result) => TryParse(s, out result, out _);

    public static bool TryParse([NotNullWhen(true)] string? text, out CreditCode code, out CodeFault fault)
    {
        var value = CodeText.Clean(text);
        code = default;
        CodeFault? found = value.Length != 18 ? CodeFault.Length
            : !value.All(character => Alphabet.Contains(character, StringComparison.Ordinal)) ? CodeFault.Characters
            : !DivisionCode.TryParse(value[2..8], out _, out _) ? CodeFault.Division
            : value[16] != OrganizationCode.CheckCharacter(value.AsSpan(8, 8)) ? CodeFault.InnerCheckDigit
            : value[17] != CheckCharacter(value) ? CodeFault.CheckDigit
            : null;
        fault = found ?? default;
        if (found is not null)
        {
            return false;
        }

        code = new CreditCode(value);
        return true;
    }

    public override string ToString() => Value;

    private static char CheckCharacter(string body)
    {
        var sum = Weights.Select((weight, index) => weight * Alphabet.IndexOf(body[index], StringComparison.Ordinal)).Sum();
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
