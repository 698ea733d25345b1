using System.Diagnostics.CodeAnalysis;

namespace Gongkai.Platform.Organizations.Codes;

/// <summary>组织机构代码 (GB 11714): eight digits or capitals and a check character, written without its hyphen.</summary>
public readonly record struct OrganizationCode : IParsable<OrganizationCode>
{
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    private OrganizationCode(string value) => Value = value;

    public string Value { get => field ?? ""; }

    /// <summary>The code whose first eight characters these are.</summary>
    public static OrganizationCode Of(string body) => Parse(body + CheckCharacter(body), null);

    public static OrganizationCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, out var code, out var fault) ? code : throw new FormatException($"Not an organization code: {fault}.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrganizationCode result) => TryParse(s, out result, out _);

    public static bool TryParse([NotNullWhen(true)] string? text, out OrganizationCode code, out CodeFault fault)
    {
        var value = CodeText.Clean(text).Replace("-", "", StringComparison.Ordinal);
        code = default;
        fault = value.Length != 9 ? CodeFault.Length
            : !value.All(char.IsAsciiLetterOrDigit) ? CodeFault.Characters
            : CodeFault.CheckDigit;
        if (fault != CodeFault.CheckDigit || value[8] != CheckCharacter(value.AsSpan(0, 8)))
        {
            return false;
        }

        code = new OrganizationCode(value);
        return true;
    }

    public override string ToString() => Value;

    internal static char CheckCharacter(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++)
        {
            sum += Weights[index] * (char.IsAsciiDigit(body[index]) ? body[index] - '0' : body[index] - 'A' + 10);
        }

        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }
}
