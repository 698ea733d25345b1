using System.Globalization;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>公民身份号码 (GB 11643): 17 digits and a check character.</summary>
public static class IdentityCard
{
    /// <summary>What the form calls it.</summary>
    public const string Kind = "居民身份证";

    /// <summary>What the form calls an organization's code.</summary>
    public const string OrganizationKind = "统一社会信用代码";

    private const string Checks = "10X98765432";

    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether the number is one that can have been issued: its length, its date, its check character.</summary>
    public static bool IsRight(string number)
    {
        if (number.Length != 18 || !number[..17].All(char.IsAsciiDigit)
            || !DateOnly.TryParseExact(number.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return false;
        }

        return CheckOf(number) == char.ToUpperInvariant(number[17]);
    }

    /// <summary>The number that 17 digits make, with its check character.</summary>
    internal static string Complete(string digits) => digits + CheckOf(digits);

    private static char CheckOf(string number)
    {
        var sum = 0;
        for (var index = 0; index < 17; index++)
        {
            sum += (number[index] - '0') * Weights[index];
        }

        return Checks[sum % 11];
    }
}
