using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Gongkai.Web.Portal.Applicants;

/// <summary>
/// Makes sending many forms costly without shutting anyone out: the browser does a little work by itself; where it cannot, the person answers
/// a question in words, which a screen reader reads out. Each is good for one form, which makes one case, and for some hours.
/// </summary>
public sealed class FloodGuard(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How many zero bits the work has to show at the beginning of its hash: about 65,000 tries.</summary>
    public const int Bits = 16;

    private const int WorkLength = 22;
    private const int LongestCount = 12;
    private const string Numerals = "零一二三四五六七八九";

    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(6);

    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Web.FloodGuard");

    /// <summary>The key of a form that is filled in anew.</summary>
    public Guid NewKey() => Guid.CreateVersion7(time.GetUtcNow());

    /// <summary>What the form with this key has to show.</summary>
    public Challenge Issue(Guid formKey)
    {
        var first = RandomNumberGenerator.GetInt32(1, 10);
        var second = RandomNumberGenerator.GetInt32(1, 10);
        var ticket = protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{formKey:N} {(time.GetUtcNow() + GoodFor).ToUnixTimeSeconds()} {first + second}"));
        return new Challenge(ticket, WorkOf(ticket), $"{Numerals[first]}加{Numerals[second]}等于几？");
    }

    /// <summary>Whether the work was done or the question answered.</summary>
    public bool Passes(Guid formKey, string? ticket, string? work, string? answer)
    {
        if (string.IsNullOrEmpty(ticket) || Read(ticket) is not [var key, var until, var right] || key != formKey.ToString("N")
            || long.Parse(until, CultureInfo.InvariantCulture) < time.GetUtcNow().ToUnixTimeSeconds())
        {
            return false;
        }

        return IsDone(ticket, work) || NumberOf(answer) == int.Parse(right, CultureInfo.InvariantCulture);
    }

    private static bool IsDone(string ticket, string? work)
    {
        if (work is not { Length: > 0 and <= LongestCount } || !work.All(char.IsAsciiDigit))
        {
            return false;
        }

        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{WorkOf(ticket)}.{work}"));
        return hash[0] == 0 && hash[1] == 0;
    }

    private static string WorkOf(string ticket) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(ticket)))[..WorkLength];

    private string[]? Read(string ticket)
    {
        try
        {
            return protector.Unprotect(ticket).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The number that was typed, in figures or in Chinese numerals; null for anything else.</summary>
    private static int? NumberOf(string? answer)
    {
        var typed = (answer ?? "").Normalize(NormalizationForm.FormKC).Trim().TrimEnd('。');
        return typed.Length is 0 or > 3 ? null
            : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : typed switch
            {
                "十" => 10,
                ['十', var units] when Numerals.Contains(units, StringComparison.Ordinal) => 10 + Numerals.IndexOf(units, StringComparison.Ordinal),
                ['一', '十', var units] when Numerals.Contains(units, StringComparison.Ordinal) => 10 + Numerals.IndexOf(units, StringComparison.Ordinal),
                [var units] when Numerals.Contains(units, StringComparison.Ordinal) => Numerals.IndexOf(units, StringComparison.Ordinal),
                _ => null,
            };
    }
}

/// <summary>What a form has to show.</summary>
/// <param name="Ticket">Comes back with the form.</param>
/// <param name="Work">What the browser works on.</param>
/// <param name="Question">What a person answers instead.</param>
public sealed record Challenge(string Ticket, string Work, string Question);
