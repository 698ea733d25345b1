namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>A user name as it is compared: as Identity's own normalizer does it.</summary>
public static class LoginName
{
    public static string Normalize(string name) => name.Trim().Normalize().ToUpperInvariant();
}
