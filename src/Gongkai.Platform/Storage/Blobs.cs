using System.Buffers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Storage;

/// <summary>Files in the database: one backup holds everything, and every node sees every file. Read and written in pieces.</summary>
public sealed class Blobs(GongkaiDb db, TimeProvider time)
{
    private const int ChunkSize = 256 * 1024;

    /// <summary>Keeps a file in the transaction that is open.</summary>
    /// <param name="content">The bytes; already bounded by the caller.</param>
    /// <param name="name">The name that it came with.</param>
    /// <param name="contentType">Its kind, found from its content.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Blob> KeepAsync(Stream content, string name, string contentType, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkSize);
        long length = 0;
        try
        {
            db.Blobs.Add(new Blob { Id = id, Name = name, ContentType = contentType, Sha256 = "", Length = 0, CreatedAt = time.GetUtcNow() });
            await db.SaveChangesAsync(cancellation);
            for (var number = 0; await content.ReadAtLeastAsync(buffer.AsMemory(0, ChunkSize), ChunkSize, throwOnEndOfStream: false, cancellation) is > 0 and var read; number++)
            {
                hash.AppendData(buffer, 0, read);
                length += read;
                await db.Database.ExecuteSqlAsync($"INSERT INTO blob_chunks (blob_id, number, content) VALUES ({id}, {number}, {buffer[..read]})", cancellation);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        await db.Blobs.Where(blob => blob.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(blob => blob.Sha256, sha256).SetProperty(blob => blob.Length, length), cancellation);
        db.ChangeTracker.Entries<Blob>().Single(entry => entry.Entity.Id == id).State = EntityState.Detached;
        return await db.Blobs.AsNoTracking().SingleAsync(blob => blob.Id == id, cancellation);
    }

    /// <summary>Copies a file out, piece by piece.</summary>
    public async Task CopyToAsync(Guid id, Stream output, CancellationToken cancellation)
    {
        for (var number = 0; ; number++)
        {
            var chunk = await db.Database.SqlQuery<byte[]>($"SELECT content AS \"Value\" FROM blob_chunks WHERE blob_id = {id} AND number = {number}").SingleOrDefaultAsync(cancellation);
            if (chunk is null)
            {
                return;
            }

            await output.WriteAsync(chunk, cancellation);
        }
    }
}
