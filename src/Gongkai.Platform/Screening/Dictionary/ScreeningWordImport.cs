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
        return WordPlan.Of<WordPlan>([.. words.Select(row => row.Word)], word => stored.GetValueOrDefault(word.Word), faults);
    }
}

/// <summary>What a list would change in the dictionary.</summary>
public sealed record WordPlan : LinePlan<ScreeningWord>
{
    protected override IReadOnlyList<string> CellsOf(ScreeningWord thing) => WordTable.Row(thing);
}
