using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;

namespace Gongkai.Platform.Calendars;

/// <summary>Chooses how the regulation is read where it leaves a period open and places differ. What it fixes cannot be changed here. Every open clock is computed anew, and the cases that moved are listed.</summary>
public sealed class ChangeClockRules(GongkaiDb db, InstallationSettings settings, RequestRules rules, ClockSweep sweep, AuditTrail audit)
{
    public const int MostDays = 60;

    /// <param name="reading">How it is read from now on.</param>
    /// <param name="isPreview">Only what it would move; nothing is changed.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<Result> RunAsync(Reading reading, bool isPreview, Actor actor, CancellationToken cancellation)
    {
        if (!Gate.MayAnywhere(actor, Act.Operate))
        {
            return new Result { IsRefused = true };
        }

        if (reading.Correction is < 1 or > MostDays || reading.Confirmation is < 1 or > MostDays)
        {
            return new Result { AreDaysWrong = true };
        }

        var before = await rules.ReadAsync(cancellation);
        var after = before with
        {
            Correction = reading.Correction, Confirmation = reading.Confirmation, LateClarificationStops = reading.LateClarificationStops, ReasonStops = reading.ReasonStops,
        };
        if (isPreview)
        {
            return new Result { Swept = await sweep.PreviewAsync(after, cancellation) };
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await settings.WriteAsync(RequestRules.Setting, after, cancellation);
        rules.Forget();
        var swept = await sweep.KeepAsync(cancellation);
        await audit.RecordAsync(actor, agencyId: null, "settings.changed", $"setting/{RequestRules.Setting}", Reading.Of(before), new { After = reading, Moved = swept.MovedCount }, cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result { Swept = swept };
    }

    /// <summary>The readings that are open.</summary>
    /// <param name="Correction">更正: working days from the day of receipt; article 41 names none.</param>
    /// <param name="Confirmation">Within how many working days a request that needs confirmation is to be confirmed.</param>
    /// <param name="LateClarificationStops">Whether a notice of clarification that was sent too late (第三十条) still stops the period.</param>
    /// <param name="ReasonStops">Whether the period stands still while the reasons of article 35 are awaited.</param>
    public sealed record Reading(int Correction, int Confirmation, bool LateClarificationStops, bool ReasonStops)
    {
        public static Reading Of(ClockRules rules) => new(rules.Correction, rules.Confirmation, rules.LateClarificationStops, rules.ReasonStops);
    }

    public sealed record Result
    {
        public bool IsRefused { get; init; }

        public bool AreDaysWrong { get; init; }

        public Swept? Swept { get; init; }
    }
}
