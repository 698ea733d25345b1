using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Platform.Channels;

/// <summary>Seals what is agreed with the other side of a channel.</summary>
public sealed class ChannelSeal(IDataProtectionProvider protection)
{
    private const int SecretBytes = 32;

    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Channels.Secret");

    /// <summary>A new secret for a webhook.</summary>
    public static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));

    public byte[] Seal(string secret) => protector.Protect(Encoding.UTF8.GetBytes(secret));

    public string Open(byte[] content) => Encoding.UTF8.GetString(protector.Unprotect(content));
}
