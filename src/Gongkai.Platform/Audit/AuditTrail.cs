using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Audit;

/// <summary>Writes the audit trail. Each agency has a chain of its own, so that agencies do not wait for each other; the head of a chain knows how long it is, so that a cut end shows.</summary>
public sealed class AuditTrail(GongkaiDb db, TimeProvider time)
{
    internal const string FirstHash = "";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Adds an entry to the transaction that the use case has open; the use case saves and commits.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="agencyId">The agency whose chain it goes to; null for the installation.</param>
    /// <param name="action">What was done, as <c>filing.submitted</c>.</param>
    /// <param name="subject">What it was done to, as <c>filing/17</c>.</param>
    /// <param name="before">What stood there; personal data masked by the caller.</param>
    /// <param name="after">What stands there now.</param>
    /// <param name="cancellation">Ends the wait for the chain.</param>
    /// <exception cref="InvalidOperationException">No transaction is open: an entry must stand or fall with the change.</exception>
    public async Task RecordAsync(Actor actor, int? agencyId, string action, string subject, object? before, object? after, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit entry is written in the transaction of the change.");
        }

        var chain = agencyId ?? 0;
        var head = await HeadAsync(chain, cancellation);
        var entry = new AuditEntry
        {
            Chain = chain,
            Number = head.Number + 1,
            At = Microseconds(time.GetUtcNow()),
            AccountId = actor.AccountId == Guid.Empty ? null : actor.AccountId,
            ActorName = actor.Name,
            Address = actor.Address,
            Action = action,
            Subject = subject,
            Before = before is null ? null : JsonSerializer.Serialize(before, Json),
            After = after is null ? null : JsonSerializer.Serialize(after, Json),
            PreviousHash = head.Hash,
            Hash = "",
        };
        var hash = HashOf(entry);
        await db.Database.ExecuteSqlAsync(
            $"""
            WITH written AS (
                INSERT INTO audit_entries (chain, number, at, account_id, actor_name, address, action, subject, before, after, previous_hash, hash)
                VALUES ({entry.Chain}, {entry.Number}, {entry.At}, {entry.AccountId}, {entry.ActorName}, {entry.Address}, {entry.Action}, {entry.Subject}, {entry.Before}, {entry.After}, {entry.PreviousHash}, {hash}))
            UPDATE audit_chains SET number = {entry.Number}, hash = {hash} WHERE chain = {chain}
            """,
            cancellation);
        Measures.Changed(action);
    }

    /// <summary>Adds many entries to one chain in a few statements: for what changes thousands of things at once.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="agencyId">The agency whose chain they go to; null for the installation.</param>
    /// <param name="lines">What was done, in order.</param>
    /// <param name="cancellation">Ends the wait for the chain.</param>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    public async Task RecordManyAsync(Actor actor, int? agencyId, IReadOnlyList<AuditLine> lines, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("An audit entry is written in the transaction of the change.");
        }

        var chain = agencyId ?? 0;
        var head = await HeadAsync(chain, cancellation);
        var at = Microseconds(time.GetUtcNow());
        Guid? account = actor.AccountId == Guid.Empty ? null : actor.AccountId;
        var rows = new List<EntryRow>(lines.Count);
        foreach (var line in lines)
        {
            var entry = new AuditEntry
            {
                Chain = chain, Number = head.Number + 1, At = at, AccountId = account, ActorName = actor.Name, Address = actor.Address,
                Action = line.Action, Subject = line.Subject,
                Before = line.Before is null ? null : JsonSerializer.Serialize(line.Before, Json),
                After = line.After is null ? null : JsonSerializer.Serialize(line.After, Json),
                PreviousHash = head.Hash, Hash = "",
            };
            head = new ChainHead(entry.Number, HashOf(entry));
            rows.Add(new EntryRow(entry.Number, entry.Action, entry.Subject, entry.Before, entry.After, entry.PreviousHash, head.Hash));
        }

        var json = JsonSerializer.Serialize(rows, RowJson);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit_entries (chain, number, at, account_id, actor_name, address, action, subject, before, after, previous_hash, hash)
            SELECT {chain}, number, {at}, {account}, {actor.Name}, {actor.Address}, action, subject, before, after, previous_hash, hash
            FROM json_to_recordset({json}::json) AS line (number bigint, action text, subject text, before text, after text, previous_hash text, hash text)
            ORDER BY number
            """,
            cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE audit_chains SET number = {head.Number}, hash = {head.Hash} WHERE chain = {chain}", cancellation);
    }

    /// <summary>The head of a chain, held until the transaction ends; made where the chain has no entry yet.</summary>
    private async Task<ChainHead> HeadAsync(int chain, CancellationToken cancellation)
    {
        var heads = await db.Database.SqlQuery<ChainHead>(
            $"""
            INSERT INTO audit_chains AS head (chain, number, hash) VALUES ({chain}, 0, {FirstHash})
            ON CONFLICT (chain) DO UPDATE SET number = head.number RETURNING head.number AS "Number", head.hash AS "Hash"
            """).ToListAsync(cancellation);
        return heads[0];
    }

    /// <summary>The hash of an entry: over the hash before it and every field that it holds, each with its length, so that none can flow into another.</summary>
    internal static string HashOf(AuditEntry entry)
    {
        var text = new StringBuilder();
        foreach (var part in (string?[])
                 [
                     entry.PreviousHash, FormattableString.Invariant($"{entry.Chain}/{entry.Number}"), entry.At.UtcDateTime.ToString("O"),
                     entry.AccountId?.ToString(), entry.ActorName, entry.Address, entry.Action, entry.Subject, entry.Before, entry.After,
                 ])
        {
            text.Append(part?.Length ?? -1).Append(':').Append(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>PostgreSQL keeps microseconds; what is hashed must be what comes back.</summary>
    private static DateTimeOffset Microseconds(DateTimeOffset instant) => new(instant.UtcTicks / 10 * 10, TimeSpan.Zero);

    private static readonly JsonSerializerOptions RowJson = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private sealed record ChainHead(long Number, string Hash);

    private sealed record EntryRow(long Number, string Action, string Subject, string? Before, string? After, string PreviousHash, string Hash);
}

/// <summary>One of many things done together.</summary>
public sealed record AuditLine(string Action, string Subject, object? Before, object? After);
