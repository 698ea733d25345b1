namespace Gongkai.Testing.Reports;

/// <summary>What kind of report to make up.</summary>
public sealed record ReportTraits
{
    /// <summary>Few requests, correct, nothing blank: what most townships publish.</summary>
    public static ReportTraits Ordinary { get; } = new();

    /// <summary>The agency; null for one at random.</summary>
    public string? Agency { get; init; }

    /// <summary>The year; null for one at random that suits the edition.</summary>
    public int? Year { get; init; }

    /// <summary>The form that it is written on.</summary>
    public Edition Edition { get; init; } = Edition.National2021;

    /// <summary>Whether a report of the 2021 edition still prints （六）其他处理 as one row.</summary>
    public bool SingleOtherwiseRow { get; init; }

    /// <summary>How many requests come in.</summary>
    public Workload Workload { get; init; } = Workload.Quiet;

    /// <summary>How many figures are changed after the sums were made.</summary>
    public int WrongFigures { get; init; }

    /// <summary>The share of figures that are left blank, 0 to 1.</summary>
    public double Blanks { get; init; }

    /// <summary>The share of figures that are a stroke or a word instead of zero, 0 to 1.</summary>
    public double Strokes { get; init; }

    /// <summary>Traits at random, as mixed as published reports are.</summary>
    public static ReportTraits Any(Random random)
    {
        var edition = random.Next(5) == 0 ? Edition.Trial2019 : Edition.National2021;
        return new ReportTraits
        {
            Edition = edition,
            SingleOtherwiseRow = edition == Edition.Trial2019 || random.Next(12) == 0,
            Workload = (Workload)random.Next(4),
            WrongFigures = random.Next(3) == 0 ? random.Next(1, 4) : 0,
            Blanks = random.Next(5) == 0 ? 0.05 : 0,
            Strokes = random.Next(6) == 0 ? 0.05 : 0,
        };
    }
}

/// <summary>How many requests an agency has.</summary>
public enum Workload
{
    /// <summary>None in most columns, a handful in some.</summary>
    Quiet,

    /// <summary>No request at all.</summary>
    None,

    /// <summary>Figures of two and three digits in all columns.</summary>
    Busy,

    /// <summary>A whole province: figures of up to five digits.</summary>
    Huge,
}
