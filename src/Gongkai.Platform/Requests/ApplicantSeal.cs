using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests;

/// <summary>Seals who asks, and tells the requests of one applicant from those of others without opening them.</summary>
public sealed class ApplicantSeal(GongkaiDb db, IDataProtectionProvider protection, ApplicantSecret secret)
{
    private const string Setting = "applicant-key";

    private readonly IDataProtector protector = protection.CreateProtector("Gongkai.Requests.Applicant");

    public byte[] Seal(Applicant applicant) => protector.Protect(JsonSerializer.SerializeToUtf8Bytes(applicant));

    public Applicant Open(byte[] content) => JsonSerializer.Deserialize<Applicant>(protector.Unprotect(content))!;

    /// <summary>A keyed hash of the number of the identity document: the same for the same applicant, and of no use to anyone without the key.</summary>
    public async Task<byte[]> KeyOfAsync(string identityNumber, CancellationToken cancellation)
    {
        var normal = string.Concat(identityNumber.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return HMACSHA256.HashData(await SecretAsync(cancellation), Encoding.UTF8.GetBytes(normal));
    }

    /// <summary>The code with which the applicant of a form follows the case.</summary>
    public async Task<string> CodeOfAsync(Guid formKey, CancellationToken cancellation) => QueryCode.Of(formKey, await SecretAsync(cancellation));

    private async Task<byte[]> SecretAsync(CancellationToken cancellation) => secret.Value ??= await ReadSecretAsync(cancellation);

    private async Task<byte[]> ReadSecretAsync(CancellationToken cancellation)
    {
        var kept = await db.Settings.AsNoTracking().Where(setting => setting.Name == Setting).Select(setting => setting.Value).SingleOrDefaultAsync(cancellation);
        if (kept is null)
        {
            var made = JsonSerializer.Serialize(protector.Protect(RandomNumberGenerator.GetBytes(32)));
            await db.Database.ExecuteSqlAsync($"INSERT INTO settings (name, value) VALUES ({Setting}, {made}) ON CONFLICT (name) DO NOTHING", cancellation);
            kept = await db.Settings.AsNoTracking().Where(setting => setting.Name == Setting).Select(setting => setting.Value).SingleAsync(cancellation);
        }

        return protector.Unprotect(JsonSerializer.Deserialize<byte[]>(kept)!);
    }
}

/// <summary>The secret of an installation, which never changes once it is made: a program reads it once.</summary>
public sealed class ApplicantSecret
{
    internal byte[]? Value { get; set; }
}
