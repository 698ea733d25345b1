using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Imports;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Screening.Dictionary;

/// <summary>Takes a list of words into the dictionary: first what it would do, then exactly that.</summary>
public sealed class ScreeningWordImport(GongkaiDb db, ImportedFiles files, AuditTrail audit, TimeProvider time) : IListImport<WordPlan>
{
    public const int MostRows = 10_000;
    public const int MostBytes = 5_000_000;

    public async Task<ImportPreview<WordPlan>> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation) => Gate.MayAnywhere(actor, Act.ManageScreeningWords)
        ? await files.KeepAsync(fileName, content, MostBytes, bytes => PlanAsync(bytes, cancellation), actor, cancellation)
        : new ImportPreview<WordPlan> { Refusal = ImportRefusal.NotAllowed };

    public Task<ImportPreview<WordPlan>> AgainAsync(Guid id, Actor actor, CancellationToken cancellation) =>
        files.AgainAsync(id, Gate.MayAnywhere(actor, Act.ManageScreeningWords), bytes => PlanAsync(bytes, cancellation), actor, cancellation);

    public async Task<ImportPreview<WordPlan>> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await KeepScreeningWord.LockAsync(db, cancellation);
        var applied = await files.ApplyAsync(
            id, planHash, Gate.MayAnywhere(actor, Act.ManageScreeningWords), bytes => PlanAsync(bytes, cancellation),
            async (plan, fileName) =>
            {
                await WriteAsync(plan, actor, cancellation);
                await audit.RecordAsync(actor, actor.AgencyId, "screening.wordsImported", $"import/{id}", null, new { FileName = fileName, Added = plan.Added.Select(word => word.Word), Changed = plan.Changed.Select(change => change.After.Word) }, cancellation);
            },
            actor, cancellation);
        if (applied.Refusal is null)
        {
            await transaction.CommitAsync(cancellation);
        }

        return applied;
    }

    private async Task WriteAsync(WordPlan plan, Actor actor, CancellationToken cancellation)
    {
        var changed = plan.Changed.ToDictionary(change => change.After.Word, change => change.After, StringComparer.Ordinal);
        var stored = changed.Count == 0 ? [] : await db.ScreeningWords.Where(word => changed.Keys.Contains(word.Word)).ToListAsync(cancellation);
        stored.AddRange(plan.Added.Select(word => db.ScreeningWords.Add(new StoredWord { Word = word.Word, Kind = word.Kind, Severity = word.Severity }).Entity));
        var added = plan.Added.ToDictionary(word => word.Word, StringComparer.Ordinal);
        foreach (var word in stored)
        {
            word.Take(changed.GetValueOrDefault(word.Word) ?? added[word.Word]);
            (word.ChangedAt, word.ChangedByName) = (time.GetUtcNow(), actor.Name);
        }
    }

    private async Task<WordPlan> PlanAsync(byte[] content, CancellationToken cancellation)
    {
        var reading = ListFile.Read(content, MostRows);
        if (reading.Fault is not null)
        {
            return new WordPlan { Unreadable = reading.Fault };
        }

        var (words, faults) = WordTable.Read(reading.Rows);
        var stored = (await db.ScreeningWords.AsNoTracking().ToListAsync(cancellation)).ToDictionary(word => word.Word, word => word.ToWord(), StringComparer.Ordinal);
        var known = words.Where(row => stored.ContainsKey(row.Word.Word)).Select(row => (Before: stored[row.Word.Word], After: row.Word)).ToList();
        return new WordPlan
        {
            Added = [.. words.Where(row => !stored.ContainsKey(row.Word.Word)).Select(row => row.Word)],
            Changed = [.. known.Where(pair => Line(pair.Before) != Line(pair.After)).Select(pair => new WordChange(pair.Before, pair.After))],
            Unchanged = known.Count(pair => Line(pair.Before) == Line(pair.After)),
            Faults = faults,
        };
    }

    internal static string Line(ScreeningWord word) => ListWriter.CsvLine(WordTable.Row(word));
}

/// <summary>What a list would change.</summary>
public sealed record WordPlan : ListPlan
{
    public IReadOnlyList<ScreeningWord> Added { get; init; } = [];

    public IReadOnlyList<WordChange> Changed { get; init; } = [];

    public int Unchanged { get; init; }

    public IReadOnlyList<(int Row, string Fault)> Faults { get; init; } = [];

    public override bool HasFaults => Faults.Count > 0;

    public override bool ChangesNothing => Added.Count == 0 && Changed.Count == 0;

    public override string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Added.Select(ScreeningWordImport.Line).Concat(Changed.Select(change => $"{ScreeningWordImport.Line(change.Before)}>{ScreeningWordImport.Line(change.After)}"))))));
}

/// <summary>A word that a list would change.</summary>
public sealed record WordChange(ScreeningWord Before, ScreeningWord After);
