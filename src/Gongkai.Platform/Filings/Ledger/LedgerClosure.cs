namespace Gongkai.Platform.Filings.Ledger;

/// <summary>The figures of a year as they were when it was closed: what is entered later and moves them is a correction with its trail.</summary>
public sealed class LedgerClosure
{
    public int AgencyId { get; init; }

    public int Year { get; init; }

    public DateTimeOffset ClosedAt { get; init; }

    public required string ClosedByName { get; init; }

    /// <summary>The figures by address, as JSON.</summary>
    public required string Figures { get; init; }

    /// <summary>The requests that were carried out of the year.</summary>
    public long[] CarriedOut { get; init; } = [];
}

/// <summary>The first report year of which an agency says that all of a part of its ledger is kept in the program: what it does not keep here is unknown, and no zero.</summary>
public sealed class LedgerStart
{
    public int AgencyId { get; init; }

    public LedgerPart Part { get; init; }

    public int Year { get; set; }
}

/// <summary>A part of the ledger that an agency keeps in full, or does not keep here.</summary>
public enum LedgerPart
{
    /// <summary>Requests and disputes: tables three and four.</summary>
    Requests,

    /// <summary>规章、行政规范性文件.</summary>
    Documents,

    /// <summary>行政许可.</summary>
    Licences,

    /// <summary>行政处罚.</summary>
    Penalties,

    /// <summary>行政强制.</summary>
    Coercion,

    /// <summary>行政事业性收费.</summary>
    Charges,
}
