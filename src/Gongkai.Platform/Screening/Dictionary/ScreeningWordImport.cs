using System.Security.Cryptography;
using System.Text;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Lists;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Screening.Dictionary;

/// <summary>Takes a list of words into the dictionary: first what it would do, then exactly that.</summary>
public sealed class ScreeningWordImport(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    public const int MostRows = 10_000;
    public const int MostBytes = 5_000_000;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    /// <summary>Keeps an uploaded list, and tells what it would change.</summary>
    public async Task<Preview> PreviewAsync(string fileName, byte[] content, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.ManageScreeningWords))
        {
            return new Preview { Refusal = ImportRefusal.NotAllowed };
        }

        var plan = content.Length > MostBytes ? new WordPlan { Unreadable = $"文件超过 {MostBytes / 1_000_000} MB，没有读取；请分成几个文件。" } : await PlanAsync(content, cancellation);
        if (plan.Unreadable is not null)
        {
            return new Preview { Plan = plan };
        }

        var file = new ImportedFile { Id = Guid.CreateVersion7(time.GetUtcNow()), AccountId = actor.AccountId, FileName = fileName, Content = content, CreatedAt = time.GetUtcNow() };
        var forgotten = time.GetUtcNow() - KeptFor;
        await db.Set<ImportedFile>().Where(old => old.CreatedAt < forgotten).ExecuteDeleteAsync(cancellation);
        db.Set<ImportedFile>().Add(file);
        await db.SaveChangesAsync(cancellation);
        db.Entry(file).State = EntityState.Detached;
        return new Preview { Id = file.Id, FileName = fileName, Plan = plan };
    }

    /// <summary>What a kept list would change as the dictionary is now.</summary>
    public async Task<Preview> AgainAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        var file = await db.Set<ImportedFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        return file is null || !Gate.MayAnywhere(actor, Act.ManageScreeningWords)
            ? new Preview { Refusal = file is null ? ImportRefusal.NotFound : ImportRefusal.NotAllowed }
            : new Preview { Id = id, FileName = file.FileName, Plan = await PlanAsync(file.Content, cancellation), Refusal = file.AppliedAt is null ? null : ImportRefusal.AlreadyApplied };
    }

    /// <summary>Does what the preview showed, all of it in one transaction; refuses where that would be something else by now.</summary>
    public async Task<Preview> ApplyAsync(Guid id, string planHash, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await KeepScreeningWord.LockAsync(db, cancellation);
        var file = await db.Set<ImportedFile>().SingleOrDefaultAsync(file => file.Id == id && file.AccountId == actor.AccountId, cancellation);
        if (file is null || file.AppliedAt is not null || !Gate.MayAnywhere(actor, Act.ManageScreeningWords))
        {
            return new Preview { Refusal = file is null ? ImportRefusal.NotFound : file.AppliedAt is not null ? ImportRefusal.AlreadyApplied : ImportRefusal.NotAllowed };
        }

        var plan = await PlanAsync(file.Content, cancellation);
        var result = new Preview { Id = id, FileName = file.FileName, Plan = plan };
        if (plan.Unreadable is not null || plan.Faults.Count > 0 || plan.Hash != planHash)
        {
            return result with { Refusal = plan.Faults.Count > 0 || plan.Unreadable is not null ? ImportRefusal.HasErrors : ImportRefusal.TreeChanged };
        }

        await WriteAsync(plan, actor, cancellation);
        file.AppliedAt = time.GetUtcNow();
        await audit.RecordAsync(actor, actor.AgencyId, "screening.wordsImported", $"import/{id}", null, new { file.FileName, Added = plan.Added.Select(word => word.Word), Changed = plan.Changed.Select(change => change.After.Word) }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
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

    public sealed record Preview
    {
        public Guid? Id { get; init; }

        public string FileName { get; init; } = "";

        public WordPlan Plan { get; init; } = new();

        public ImportRefusal? Refusal { get; init; }
    }
}

/// <summary>What a list would change.</summary>
public sealed record WordPlan
{
    public IReadOnlyList<ScreeningWord> Added { get; init; } = [];

    public IReadOnlyList<WordChange> Changed { get; init; } = [];

    public int Unchanged { get; init; }

    public IReadOnlyList<(int Row, string Fault)> Faults { get; init; } = [];

    /// <summary>Why the file could not be read, in a sentence.</summary>
    public string? Unreadable { get; init; }

    public bool ChangesNothing => Added.Count == 0 && Changed.Count == 0;

    /// <summary>Tells this plan from one that does something else.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', Added.Select(ScreeningWordImport.Line).Concat(Changed.Select(change => $"{ScreeningWordImport.Line(change.Before)}>{ScreeningWordImport.Line(change.After)}"))))));
}

/// <summary>A word that a list would change.</summary>
public sealed record WordChange(ScreeningWord Before, ScreeningWord After);
