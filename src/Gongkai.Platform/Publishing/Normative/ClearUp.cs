using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Publishing.Releasing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Publishing.Normative;

/// <summary>清理: marks many documents as continued, amended or repealed by one decision, and keeps the list of results. The same form does it once.</summary>
public sealed class ClearUp(GongkaiDb db, ChangeValidity change, AuditTrail audit, TimeProvider time)
{
    private const int LongestName = 100;
    private const int LongestDecision = 300;

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await RefuseAsync(command, actor, cancellation) is { } refusal)
        {
            return new(null, refusal);
        }

        // What was broken off in the middle goes on where it was when the form is sent again.
        var id = await db.ClearingUps.AsNoTracking().Where(kept => kept.FormKey == command.FormKey).Select(kept => (long?)kept.Id).SingleOrDefaultAsync(cancellation)
            ?? await KeepAsync(command, actor, cancellation);
        var open = await db.ClearingUpItems.AsNoTracking().Where(item => item.ClearingUpId == id && item.Problem != null).ToListAsync(cancellation);
        foreach (var (outcome, to) in ((ClearingUpOutcome, ValidityChange)[])[(ClearingUpOutcome.Amended, ValidityChange.Amend), (ClearingUpOutcome.Repealed, ValidityChange.Repeal)])
        {
            foreach (var item in open.Where(item => item.Outcome == outcome))
            {
                var problem = (await change.RunAsync(item.DocumentId, new(to, command.On, command.By.Trim()), actor, cancellation)).Message;
                await db.ClearingUpItems.Where(found => found.ClearingUpId == id && found.DocumentId == item.DocumentId).ExecuteUpdateAsync(set => set.SetProperty(found => found.Problem, problem), cancellation);
                db.ChangeTracker.Clear();
            }
        }

        return new(id, null);
    }

    private async Task<long> KeepAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var clearing = new ClearingUp
        {
            AgencyId = command.AgencyId, Name = command.Name.Trim(), DecidedBy = command.By.Trim(), DecidedOn = command.On!.Value, FormKey = command.FormKey, DraftKey = Guid.CreateVersion7(time.GetUtcNow()),
            CreatedAt = time.GetUtcNow(), CreatedByName = actor.Name,
        };
        db.ClearingUps.Add(clearing);
        await db.SaveChangesAsync(cancellation);
        db.ClearingUpItems.AddRange(command.Items.Select(item => new ClearingUpItem
        {
            ClearingUpId = clearing.Id, DocumentId = item.Key, Outcome = item.Value, Problem = item.Value == ClearingUpOutcome.Continued ? null : "还没有标注。",
        }));
        await audit.RecordAsync(
            actor, command.AgencyId, "document.clearedUp", $"clearingUp/{clearing.Id}", null,
            new { clearing.Name, Note = clearing.DecidedBy, Continued = Count(ClearingUpOutcome.Continued), Amended = Count(ClearingUpOutcome.Amended), Repealed = Count(ClearingUpOutcome.Repealed) }, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return clearing.Id;

        int Count(ClearingUpOutcome outcome) => command.Items.Count(item => item.Value == outcome);
    }

    private async Task<Refusal?> RefuseAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == command.AgencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.PublishDocuments, path))
        {
            return Refusal.NotAllowed;
        }

        long[] chosen = [.. command.Items.Keys];
        var known = await db.Publications.CountAsync(
            found => found.AgencyId == command.AgencyId && chosen.Contains(found.DocumentId) && (found.Kind == DocumentKind.NormativeDocument || found.Kind == DocumentKind.Rule), cancellation);
        return string.IsNullOrWhiteSpace(command.Name) || command.Name.Length > LongestName ? Refusal.NameMissing
            : string.IsNullOrWhiteSpace(command.By) || command.By.Length > LongestDecision ? Refusal.DecisionMissing
            : command.On is not { Year: >= 1949 and <= 2200 } ? Refusal.DayWrong
            : chosen.Length == 0 ? Refusal.NothingChosen
            : known != chosen.Length ? Refusal.NoSuchDocument
            : null;
    }

    /// <param name="AgencyId">Whose documents they are.</param>
    /// <param name="Name">What the clearing-up is called.</param>
    /// <param name="By">The deciding document.</param>
    /// <param name="On">From which day.</param>
    /// <param name="Items">What becomes of each document.</param>
    /// <param name="FormKey">The form.</param>
    public sealed record Command(int AgencyId, string Name, string By, DateOnly? On, IReadOnlyDictionary<long, ClearingUpOutcome> Items, Guid FormKey);

    public enum Refusal
    {
        NotAllowed,
        NameMissing,
        DecisionMissing,
        DayWrong,
        NothingChosen,
        NoSuchDocument,
    }

    public sealed record Result(long? ClearingUpId, Refusal? Refusal);
}
