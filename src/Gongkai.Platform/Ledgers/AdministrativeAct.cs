namespace Gongkai.Platform.Ledgers;

/// <summary>A licence, a penalty, a measure of coercion or a charge of an agency: what table two of the annual report counts (条例第二十条第（五）、（六）、（八）项).</summary>
public sealed class AdministrativeAct
{
    public long Id { get; init; }

    public int AgencyId { get; init; }

    public ActKind Kind { get; init; }

    /// <summary>决定书文号; a charge may have none.</summary>
    public string Number { get; set; } = "";

    /// <summary>事项.</summary>
    public required string Item { get; set; }

    /// <summary>相对人; of a natural person only what does not name him.</summary>
    public string CounterpartLabel { get; set; } = "";

    /// <summary>The first day of the period of a charge; null for what was decided on a day.</summary>
    public DateOnly? FromOn { get; set; }

    /// <summary>The day of the decision, or the last of the period.</summary>
    public DateOnly DecidedOn { get; set; }

    /// <summary>In 万元.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Whether the law wants it public.</summary>
    public bool NeedsPublicity { get; set; }

    public DateOnly? PublicizedOn { get; set; }

    /// <summary>The document by which it was made public here.</summary>
    public long? DocumentId { get; set; }

    public DateOnly? RevokedOn { get; set; }

    public string? RevokedBecause { get; set; }

    public DateTimeOffset? RetractedAt { get; set; }

    public ActSource Source { get; init; }

    /// <summary>The file or the system that it came from.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>Tells it from every other act of its agency and kind, so that it counts once.</summary>
    public required string Key { get; set; }

    public Guid? FormKey { get; init; }

    public DateTimeOffset EnteredAt { get; init; }

    public required string EnteredByName { get; init; }
}

public enum ActKind
{
    /// <summary>行政许可.</summary>
    Licence,

    /// <summary>行政处罚.</summary>
    Penalty,

    /// <summary>行政强制.</summary>
    Coercion,

    /// <summary>行政事业性收费.</summary>
    Charge,
}

/// <summary>How an act came into the ledger.</summary>
public enum ActSource
{
    Entered,
    Imported,
    Api,
}

/// <summary>Something done with an act, never changed.</summary>
public sealed class ActStep
{
    public long Id { get; init; }

    public long ActId { get; init; }

    public ActStepKind Step { get; init; }

    public DateTimeOffset At { get; init; }

    public Guid? AccountId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>Why, and what changed.</summary>
    public string? Note { get; init; }
}

public enum ActStepKind
{
    Entered,
    Corrected,
    Revoked,
    RevocationTakenBack,
    Retracted,
}
