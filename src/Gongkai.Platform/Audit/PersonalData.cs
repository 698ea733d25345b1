using System.Text.RegularExpressions;

namespace Gongkai.Platform.Audit;

/// <summary>Masks what identifies a person: numbers of identity cards and of telephones, addresses of e-mail. Enough stays to tell two apart.</summary>
public static partial class PersonalData
{
    public static string Mask(string text)
    {
        var masked = IdentityCard().Replace(text, found => $"{found.Value[..3]}***********{found.Value[^4..]}");
        masked = Mobile().Replace(masked, found => $"{found.Value[..3]}****{found.Value[^4..]}");
        masked = Landline().Replace(masked, found => $"{found.Groups[1].Value}****{found.Value[^3..]}");
        return Email().Replace(masked, found => $"{found.Value[0]}***{found.Value[found.Value.IndexOf('@', StringComparison.Ordinal)..]}");
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])")]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"(?<![0-9A-Za-z-])1[3-9]\d{9}(?![0-9A-Za-z])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<![0-9A-Za-z-])(0\d{2,3}-?)\d{7,8}(?![0-9A-Za-z])")]
    private static partial Regex Landline();

    [GeneratedRegex(@"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Email();
}
