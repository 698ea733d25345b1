using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace Gongkai.Platform.Storage.Backups;

/// <summary>A backup that is being read.</summary>
internal static class BackupFile
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>The manifest, or null where this is no finished backup.</summary>
    public static async Task<BackupManifest?> ManifestAsync(ZipArchive archive, CancellationToken cancellation)
    {
        if (archive.GetEntry(BackupManifest.EntryName) is not { } entry)
        {
            return null;
        }

        try
        {
            await using var content = await entry.OpenAsync(cancellation);
            return await JsonSerializer.DeserializeAsync<BackupManifest>(content, Json, cancellation) is { Format: BackupManifest.CurrentFormat } manifest ? manifest : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads everything once and compares it with the checksums.</summary>
    /// <returns>The first table that is missing or differs, or null.</returns>
    public static async Task<string?> DamagedTableAsync(ZipArchive archive, BackupManifest manifest, CancellationToken cancellation)
    {
        foreach (var table in manifest.Tables)
        {
            if (archive.GetEntry(table.EntryName) is not { } entry)
            {
                return table.Name;
            }

            try
            {
                await using var content = await entry.OpenAsync(cancellation);
                if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) != table.Sha256)
                {
                    return table.Name;
                }
            }
            catch (InvalidDataException)
            {
                return table.Name;
            }
        }

        return null;
    }
}
