using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>
/// An applicant opens the own case with the number and the code of the receipt. Several agencies have cases of the same number;
/// the code alone tells which is meant, and a wrong number is answered as a wrong code is.
/// </summary>
public sealed class OpenCase(GongkaiDb db)
{
    private const int LongestNumber = 20;
    private const int LongestCode = 60;

    /// <summary>The key of the case; null where number and code open none.</summary>
    public async Task<CaseKey?> RunAsync(string number, string code, CancellationToken cancellation)
    {
        if (number.Length > LongestNumber || code.Length > LongestCode)
        {
            return null;
        }

        var hash = QueryCode.HashOf(code);
        var normal = Normal(number);
        var passed = from passing in db.RequestPassings where passing.FromNumber == normal join request in db.Requests on passing.RequestId equals request.Id select new { request.Id, request.QueryHash };
        var cases = await db.Requests.Where(request => request.Number == normal).Select(request => new { request.Id, request.QueryHash }).Concat(passed).ToListAsync(cancellation);
        CaseKey? found = null;
        foreach (var candidate in cases)
        {
            if (CryptographicOperations.FixedTimeEquals(candidate.QueryHash, hash))
            {
                found = new CaseKey(candidate.Id, hash);
            }
        }

        return found;
    }

    /// <summary>The number as it is kept, whatever letters and spaces it was typed with: <c>２０２６－１２</c> is 2026-0012.</summary>
    private static string Normal(string number)
    {
        var typed = string.Concat(number.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter != '\0')).Replace('—', '-').Replace('–', '-').Replace('－', '-');
        return typed.Split('-') is [var year, { Length: > 0 and < 4 } running] && running.All(char.IsAsciiDigit) ? $"{year}-{running.PadLeft(4, '0')}" : typed;
    }
}
