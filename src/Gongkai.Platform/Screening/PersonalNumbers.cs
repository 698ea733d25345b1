using System.Globalization;
using System.Text.RegularExpressions;

namespace Gongkai.Platform.Screening;

/// <summary>Finds the numbers that identify a person, by their form and, where they have one, by their check digit.</summary>
public static partial class PersonalNumbers
{
    private const string Checks = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The numbers in a text, in their order; none overlaps another.</summary>
    public static IReadOnlyList<PersonalNumber> In(string text)
    {
        var found = new List<PersonalNumber>();
        Add(found, PersonalNumberKind.Identity, Identity().Matches(text), IsIdentity);
        Add(found, PersonalNumberKind.BankCard, BankCard().Matches(text), IsBankCard);
        Add(found, PersonalNumberKind.Mobile, Mobile().Matches(text), _ => true);
        Add(found, PersonalNumberKind.Landline, Landline().Matches(text), _ => true);
        return [.. found.OrderBy(number => number.Start)];
    }

    public static string WordOf(PersonalNumberKind kind) => kind switch
    {
        PersonalNumberKind.Identity => "身份证号",
        PersonalNumberKind.BankCard => "银行卡号",
        PersonalNumberKind.Mobile => "手机号",
        PersonalNumberKind.Landline => "固定电话",
    };

    /// <summary>Whether this is a 公民身份号码 that can have been issued (GB 11643): its length, its date, its check character.</summary>
    public static bool IsIdentity(string number) =>
        number.Length == 18 && number.AsSpan(0, 17).IndexOfAnyExceptInRange('0', '9') < 0
        && DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        && CheckOf(number) == char.ToUpperInvariant(number[17]);

    /// <summary>The check character of the first 17 digits.</summary>
    public static char CheckOf(string number)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++)
        {
            sum += (number[index] - '0') * Weights[index];
        }

        return Checks[sum % 11];
    }

    /// <summary>Whether the number has the length of a bank card's and the check digit of Luhn (ISO/IEC 7812).</summary>
    public static bool IsBankCard(string number)
    {
        var sum = 0;
        for (var index = 0; index < number.Length; index++)
        {
            var digit = number[^(index + 1)] - '0';
            sum += index % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return number.Length is >= 16 and <= 19 && sum % 10 == 0;
    }

    private static void Add(List<PersonalNumber> found, PersonalNumberKind kind, MatchCollection matches, Predicate<string> isRight)
    {
        foreach (Match match in matches)
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiLetterOrDigit));
            if (isRight(digits) && !found.Exists(other => match.Index < other.Start + other.Length && other.Start < match.Index + match.Length))
            {
                found.Add(new PersonalNumber(kind, match.Index, match.Length, digits));
            }
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{5}\s?(?:19|20)\d{2}\s?(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?\d{3}[\dXx](?![0-9A-Za-z])")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<![0-9A-Za-z.-])[3-6]\d{3}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?![0-9A-Za-z-])")]
    private static partial Regex BankCard();

    [GeneratedRegex(@"(?<![0-9A-Za-z-])1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?![0-9A-Za-z])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9A-Za-z-])(?:0\d{2,3}[-\s]?\d{7,8}|[(（]0\d{2,3}[)）]\s?\d{7,8})(?![0-9A-Za-z])")]
    private static partial Regex Landline();
}

/// <summary>What a number is.</summary>
public enum PersonalNumberKind
{
    Identity,
    BankCard,
    Mobile,
    Landline,
}

/// <summary>A number that identifies a person.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">How many letters of the text it takes, with its spaces.</param>
/// <param name="Digits">The number without spaces.</param>
public sealed record PersonalNumber(PersonalNumberKind Kind, int Start, int Length, string Digits)
{
    /// <summary>Enough of it to know which is meant.</summary>
    public string Masked => Digits.Length > 8 ? $"{Digits[..3]}{new string('*', Digits.Length - 7)}{Digits[^4..]}" : Digits;
}
