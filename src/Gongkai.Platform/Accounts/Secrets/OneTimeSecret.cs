using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>A secret that is shown once; what is kept is its hash.</summary>
internal static class OneTimeSecret
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
