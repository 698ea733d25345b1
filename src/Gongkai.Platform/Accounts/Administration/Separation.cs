namespace Gongkai.Platform.Accounts.Administration;

/// <summary>The three administrators watch each other, so no person is two of them on one day.</summary>
internal static class Separation
{
    public static bool IsAdministrator(Role role) => role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator;

    public static bool Forbids(Role role, IEnumerable<Role> heldInTheSpan) => IsAdministrator(role) && heldInTheSpan.Any(held => IsAdministrator(held) && held != role);
}
