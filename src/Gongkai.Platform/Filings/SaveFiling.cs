using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Saves what a person wrote, as it is written. Whatever is wrong with the report, the draft is kept; what another person changed in the meantime comes back.</summary>
public sealed class SaveFiling(GongkaiDb db, FilingDesk desk, AuditTrail audit)
{
    private const int MostChanges = 1_000;
    private const int LongestAudited = 200;

    /// <param name="FilingId">Which filing.</param>
    /// <param name="Since">The revision that the page shows: what others changed after it is returned.</param>
    /// <param name="Changes">What was written, each with the revision that it was written on. Sending the same again is harmless.</param>
    public sealed record Command(int FilingId, int Since, IReadOnlyList<FieldChange> Changes);

    public sealed record Result
    {
        public FilingRefusal? Refusal { get; init; }

        public FilingState State { get; init; }

        public int Revision { get; init; }

        /// <summary>The fields that now hold what was sent.</summary>
        public IReadOnlyList<string> Applied { get; init; } = [];

        /// <summary>Fields that another person changed meanwhile: both texts, for the writer to choose. Choosing is a change on the new revision.</summary>
        public IReadOnlyList<FieldConflict> Conflicts { get; init; } = [];

        public IReadOnlyList<RejectedChange> Rejected { get; init; } = [];

        /// <summary>What changed since <see cref="Command.Since"/> besides what was sent.</summary>
        public IReadOnlyList<ChangedField> Others { get; init; } = [];

        public IReadOnlyList<FindingView> Findings { get; init; } = [];

        /// <summary>The cells that a person has to settle: unreadable, or missing from the source.</summary>
        public IReadOnlyList<string> Unsettled { get; init; } = [];

        public string? Message => Refusal is { } refusal ? FilingWords.Sentence(refusal, State) : null;
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await desk.TakeAsync(command.FilingId, cancellation) is not { } hand)
        {
            return new Result { Refusal = FilingRefusal.NotFound };
        }

        var filing = hand.Filing;
        if (FilingGate.Refuse(hand.Situation, FilingAction.Edit, actor) is { } refusal)
        {
            return refusal == FilingRefusal.NotFound
                ? new Result { Refusal = refusal }
                : new Result { Refusal = refusal, State = filing.State, Revision = filing.Revision };
        }

        var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
        var merged = draft.Merge([.. command.Changes.Take(MostChanges)], actor.AccountId, actor.Name);
        var found = await KeepAsync(filing, merged, actor, cancellation);
        var explanations = await db.Explanations.AsNoTracking().Where(given => given.FilingId == filing.Id).ToListAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result
        {
            State = filing.State,
            Revision = merged.Draft.Revision,
            Applied = merged.Applied,
            Conflicts = merged.Conflicts,
            Rejected =
            [
                .. merged.Rejected,
                .. command.Changes.Skip(MostChanges).Select(change => new RejectedChange(change.Field, change.Text, $"一次最多保存 {MostChanges} 处修改，这一处还没有保存，请再保存一次。")),
            ],
            Others = [.. merged.Draft.ChangedSince(command.Since).Where(field => !merged.Applied.Contains(field.Field))],
            Findings = FilingViews.Of(found.Findings, explanations),
            Unsettled = [.. found.Unsettled.Select(address => address.ToString())],
        };
    }

    private async Task<CheckedReport> KeepAsync(Filing filing, Merged merged, Actor actor, CancellationToken cancellation)
    {
        if (merged.Edits.Count == 0)
        {
            return await desk.CheckAsync(filing, merged.Draft.Report, cancellation);
        }

        var found = await desk.KeepAsync(filing, merged.Draft, actor, cancellation);
        await audit.RecordAsync(
            actor,
            filing.AgencyId,
            "filing.saved",
            $"filing/{filing.Id}",
            merged.Edits.DistinctBy(edit => edit.Field).ToDictionary(edit => edit.Field, edit => Short(edit.Before)),
            merged.Edits.GroupBy(edit => edit.Field).ToDictionary(edits => edits.Key, edits => Short(edits.Last().After)),
            cancellation);
        return found;
    }

    private static string Short(string text) => text.Length <= LongestAudited ? text : $"{text[..LongestAudited]}…（共{text.Length}字）";
}
