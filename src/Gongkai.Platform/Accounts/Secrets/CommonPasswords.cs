using System.Collections.Frozen;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>Passwords that are tried first. A trailing run of digits and signs does not make one of them a good one.</summary>
internal static class CommonPasswords
{
    private static readonly FrozenSet<string> Stems = new[]
    {
        "password", "passw0rd", "p@ssword", "p@ssw0rd", "pass", "admin", "administrator", "admin@", "root", "user", "test", "guest", "welcome", "login", "letmein",
        "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsx", "qazwsxedc", "abc", "abcd", "abcde", "abcdef", "abcdefg", "aaa", "woaini", "iloveyou", "dragon",
        "monkey", "sunshine", "football", "superman", "master", "shadow", "gongkai", "zhengfu", "zhengwu", "xinxi", "xinxigongkai", "zwgk", "zfxxgk", "bangong",
        "bangongshi", "mima", "huanying", "zhongguo", "china", "beijing", "system", "changeme", "default", "secret", "computer", "internet", "office",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Whole = new[]
    {
        "1q2w3e4r5t", "1qaz2wsx3edc", "1qaz@wsx3edc", "q1w2e3r4t5", "a1b2c3d4e5", "1a2b3c4d5e", "abcd123456", "123456abcd", "123456abcdef", "123qweasdzxc", "qwe123asd456",
        "zaq12wsxcde3", "123456789a", "a123456789", "1234567890a", "a1234567890", "q123456789", "aa123456789", "123456789abc", "5201314abc", "asd123456789", "zxc123456789",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Has(string password)
    {
        var lower = password.ToLowerInvariant();
        return Whole.Contains(lower) || Stems.Contains(lower.TrimEnd([.. "0123456789!@#$%^&*._-+=~?"])) || Stems.Contains(lower.Trim([.. "0123456789"]));
    }
}
