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

/// <summary>The first report year of which an agency says that all its cases are kept in the program.</summary>
public sealed class LedgerStart
{
    public int AgencyId { get; init; }

    public int Year { get; set; }
}
