using Microsoft.AspNetCore.Identity;

namespace Gongkai.Platform.Accounts;

/// <summary>A person who works here. What that person may do comes from the posts held.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    public bool MustChangePassword { get; set; }

    public bool IsDisabled { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PasswordChangedAt { get; set; }

    /// <summary>The last step of the authenticator that was used, so that a code serves once.</summary>
    public long? LastTotpStep { get; set; }
}
