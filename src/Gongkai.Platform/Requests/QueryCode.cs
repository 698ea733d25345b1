using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Requests;

/// <summary>
/// The code with which an applicant follows a case without an account: 16 letters and digits, 80 bits, of which only the hash is kept.
/// It comes out of the form's key, so that the same form sent twice gives the same receipt.
/// </summary>
public static class QueryCode
{
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>The code of a form, in groups of four.</summary>
    public static string Of(Guid formKey, byte[] secret)
    {
        var bytes = HMACSHA256.HashData(secret, formKey.ToByteArray());
        return string.Join('-', Enumerable.Range(0, 4).Select(group => string.Concat(bytes.Skip(group * 4).Take(4).Select(part => Letters[part % Letters.Length]))));
    }

    /// <summary>A code that comes out of nothing, in groups of four.</summary>
    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => new string(RandomNumberGenerator.GetItems<char>(Letters, 4))));

    /// <summary>The hash of a code as typed: in any case, with or without the hyphens.</summary>
    public static byte[] HashOf(string code) =>
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(code.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
