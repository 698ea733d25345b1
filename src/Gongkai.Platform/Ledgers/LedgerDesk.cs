using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Ledgers;

/// <summary>Enters an act, corrects it, keeps that it was revoked, and takes back what was entered wrongly. Nothing is deleted.</summary>
public sealed class LedgerDesk(GongkaiDb db, AuditTrail audit, TimeProvider time)
{
    private const int LongestReason = 300;

    public async Task<ActTaken> EnterAsync(int agencyId, ActFacts entered, Guid formKey, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await LockAsync(agencyId, actor, cancellation))
        {
            return new(null, ActRefusal.NotAllowed);
        }

        if (await db.AdministrativeActs.Where(kept => kept.FormKey == formKey).Select(kept => (long?)kept.Id).SingleOrDefaultAsync(cancellation) is { } before)
        {
            return new(before, null);
        }

        var facts = entered.Trimmed();
        if (await RefuseAsync(agencyId, facts, null, cancellation) is { } refused)
        {
            return refused;
        }

        var act = New(agencyId, facts, ActSource.Entered, "", formKey, actor);
        db.AdministrativeActs.Add(act);
        await db.SaveChangesAsync(cancellation);
        await RecordAsync(act, ActStepKind.Entered, null, null, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(act.Id, null);
    }

    public Task<ActTaken> CorrectAsync(long actId, ActFacts corrected, string? why, Actor actor, CancellationToken cancellation) =>
        TakeAsync(actId, why, ActStepKind.Corrected, actor, async act =>
        {
            var before = ActFacts.Of(act);
            var facts = corrected.Trimmed() with { Kind = act.Kind };
            if (act.RetractedAt is not null)
            {
                return (new(act.Id, ActRefusal.WrongState), null);
            }

            var differences = before.Differences(facts);
            if (differences.Length == 0)
            {
                return (new(act.Id, ActRefusal.NothingChanged), null);
            }

            if (await RefuseAsync(act.AgencyId, facts, act, cancellation) is { } refused)
            {
                return (refused, null);
            }

            Fill(act, facts);
            return (new(act.Id, null), differences);
        }, cancellation);

    /// <summary>撤销: the decision was made and stays counted in its year; from a day on it is not in force.</summary>
    public Task<ActTaken> RevokeAsync(long actId, DateOnly? on, string? why, Actor actor, CancellationToken cancellation) =>
        TakeAsync(actId, why, ActStepKind.Revoked, actor, act =>
        {
            if (act.RetractedAt is not null || act.RevokedOn is not null)
            {
                return Answer(act, ActRefusal.WrongState);
            }

            if (on is not { } day || day < act.DecidedOn || day > time.Today())
            {
                return Answer(act, ActRefusal.DateOutOfRange);
            }

            (act.RevokedOn, act.RevokedBecause) = (day, why!.Trim());
            return Answer(act, null, $"自 {day:yyyy-MM-dd} 起撤销");
        }, cancellation);

    public Task<ActTaken> TakeRevocationBackAsync(long actId, string? why, Actor actor, CancellationToken cancellation) =>
        TakeAsync(actId, why, ActStepKind.RevocationTakenBack, actor, act =>
        {
            if (act.RetractedAt is not null || act.RevokedOn is null)
            {
                return Answer(act, ActRefusal.WrongState);
            }

            (act.RevokedOn, act.RevokedBecause) = (null, null);
            return Answer(act, null);
        }, cancellation);

    /// <summary>误录: it stays readable and counts no more.</summary>
    public Task<ActTaken> RetractAsync(long actId, string? why, Actor actor, CancellationToken cancellation) =>
        TakeAsync(actId, why, ActStepKind.Retracted, actor, act =>
        {
            if (act.RetractedAt is not null)
            {
                return Answer(act, ActRefusal.WrongState);
            }

            act.RetractedAt = time.GetUtcNow();
            return Answer(act, null);
        }, cancellation);

    /// <summary>Holds the ledger of an agency until the transaction ends; false where this person may not keep it.</summary>
    internal async Task<bool> LockAsync(int agencyId, Actor actor, CancellationToken cancellation)
    {
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == agencyId).Select(agency => agency.Path).SingleOrDefaultAsync(cancellation);
        if (path is null || !Gate.May(actor, Act.KeepLedgers, path))
        {
            return false;
        }

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"ledger/{agencyId}"}, 0))", cancellation);
        return true;
    }

    internal AdministrativeAct New(int agencyId, ActFacts facts, ActSource source, string sourceName, Guid? formKey, Actor actor)
    {
        var act = new AdministrativeAct
        {
            AgencyId = agencyId, Kind = facts.Kind, Item = facts.Item, Key = facts.Key, Source = source, SourceName = sourceName, FormKey = formKey, EnteredAt = time.GetUtcNow(), EnteredByName = actor.Name,
        };
        Fill(act, facts);
        return act;
    }

    internal ActStep Step(long actId, ActStepKind step, string? note, Actor actor) => new()
    {
        ActId = actId, Step = step, At = time.GetUtcNow(), AccountId = actor.AccountId == Guid.Empty ? null : actor.AccountId, ActorName = actor.Name, Note = string.IsNullOrEmpty(note) ? null : note,
    };

    private static void Fill(AdministrativeAct act, ActFacts facts)
    {
        act.Number = facts.Number;
        act.Item = facts.Item;
        act.CounterpartLabel = facts.CounterpartLabel;
        act.FromOn = facts.FromOn;
        act.DecidedOn = facts.DecidedOn!.Value;
        act.Amount = facts.Amount;
        act.NeedsPublicity = facts.NeedsPublicity;
        act.PublicizedOn = facts.PublicizedOn;
        act.DocumentId = facts.DocumentId;
        act.Key = facts.Key;
    }

    private static Task<(ActTaken Taken, string? Note)> Answer(AdministrativeAct act, ActRefusal? refusal, string? note = null) => Task.FromResult((new ActTaken(act.Id, refusal), note));

    private async Task<ActTaken> TakeAsync(long actId, string? why, ActStepKind step, Actor actor, Func<AdministrativeAct, Task<(ActTaken Taken, string? Note)>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var agencies = db.Agencies.AsNoTracking();
        var act = await db.AdministrativeActs.FromSql($"SELECT * FROM administrative_acts WHERE id = {actId} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        var path = act is null ? null : await agencies.Where(agency => agency.Id == act.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        if (act is null || !Gate.May(actor, Act.ViewLedgers, path!))
        {
            return new(null, ActRefusal.NotFound);
        }

        if (!await LockAsync(act.AgencyId, actor, cancellation))
        {
            return new(actId, ActRefusal.NotAllowed);
        }

        if (string.IsNullOrWhiteSpace(why) || why.Length > LongestReason)
        {
            return new(actId, ActRefusal.ReasonMissing);
        }

        var before = new { act.Number, act.Item, On = LedgerWords.Days(act.FromOn, act.DecidedOn), act.Amount };
        var (taken, note) = await change(act);
        if (taken.Refusal is not null)
        {
            db.ChangeTracker.Clear();
            return taken;
        }

        await RecordAsync(act, step, note is null ? why.Trim() : $"{why.Trim()}（{note}）", before, actor, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return taken;
    }

    private async Task<ActTaken?> RefuseAsync(int agencyId, ActFacts facts, AdministrativeAct? corrected, CancellationToken cancellation)
    {
        if (facts.Faults(time.Today()).ToList() is { Count: > 0 } faults)
        {
            return new(corrected?.Id, ActRefusal.Wrong) { Faults = faults };
        }

        var (self, kind, key) = (corrected?.Id ?? 0, facts.Kind, facts.Key);
        if (await db.AdministrativeActs.Where(kept => kept.AgencyId == agencyId && kept.Kind == kind && kept.Key == key && kept.RetractedAt == null && kept.Id != self)
                .Select(kept => (long?)kept.Id).FirstOrDefaultAsync(cancellation) is { } same)
        {
            return new(same, ActRefusal.AlreadyThere);
        }

        if (facts is { FromOn: { } from, DecidedOn: { } to } && await db.AdministrativeActs.AnyAsync(
                kept => kept.AgencyId == agencyId && kept.Kind == kind && kept.RetractedAt == null && kept.Id != self && kept.Item == facts.Item && kept.FromOn <= to && kept.DecidedOn >= from, cancellation))
        {
            return new(corrected?.Id, ActRefusal.PeriodOverlaps);
        }

        return facts.DocumentId is { } document && !await db.Publications.AnyAsync(found => found.DocumentId == document && found.AgencyId == agencyId, cancellation) && document != corrected?.DocumentId
            ? new(corrected?.Id, ActRefusal.NoSuchDocument)
            : null;
    }

    private async Task RecordAsync(AdministrativeAct act, ActStepKind kind, string? note, object? before, Actor actor, CancellationToken cancellation)
    {
        db.ActSteps.Add(Step(act.Id, kind, note, actor));
        var name = kind.ToString();
        await audit.RecordAsync(
            actor, act.AgencyId, $"ledger.{char.ToLowerInvariant(name[0])}{name[1..]}", $"act/{act.Id}", before,
            new { act.Kind, act.Number, act.Item, On = LedgerWords.Days(act.FromOn, act.DecidedOn), act.Amount, Reason = note is null ? null : PersonalData.Mask(note) }, cancellation);
    }
}
