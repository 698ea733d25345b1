using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>Codes of an authenticator (RFC 6238, SHA-1, 30 seconds, six digits). Identity's own provider neither takes a clock nor says which step a code was of, and a code must serve once.</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Digits = 1_000_000;
    private const long StepSeconds = 30;
    private const long Drift = 1;

    /// <summary>A new key, as authenticators take it.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>The step that a code is of, where it is of one now, just before or just after, and later than the last that was used.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now, long? lastUsed)
    {
        var secret = Decode(key);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        var given = Encoding.UTF8.GetBytes(code);
        long? found = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeOf(secret, step)), given) && step > (lastUsed ?? long.MinValue))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code that an authenticator shows at an instant.</summary>
    public static string CodeAt(string key, DateTimeOffset now) => CodeOf(Decode(key), now.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>What a QR code for an authenticator says.</summary>
    public static string Address(string key, string issuer, string userName) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(userName)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits=6&period=30";

    private static string CodeOf(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as authenticators implement it.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFFFFFF;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bytes = new List<byte>(key.Length * 5 / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in key)
        {
            buffer = ((buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF;
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
            }
        }

        return [.. bytes];
    }
}
