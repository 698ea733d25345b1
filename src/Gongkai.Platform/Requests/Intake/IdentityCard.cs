using Gongkai.Platform.Screening;

namespace Gongkai.Platform.Requests.Intake;

/// <summary>公民身份号码 (GB 11643): 17 digits and a check character.</summary>
public static class IdentityCard
{
    /// <summary>What the form calls it.</summary>
    public const string Kind = "居民身份证";

    /// <summary>What the form calls an organization's code.</summary>
    public const string OrganizationKind = "统一社会信用代码";

    /// <summary>Whether the number is one that can have been issued: its length, its date, its check character.</summary>
    public static bool IsRight(string number) => PersonalNumbers.IsIdentity(number);

    /// <summary>The number that 17 digits make, with its check character.</summary>
    internal static string Complete(string digits) => digits + PersonalNumbers.CheckOf(digits);
}
