namespace Gongkai.Platform.Requests;

/// <summary>A unit of the agency that handles a case: the one in charge (承办), number 0, or one that helps (协办). Its day lies before the statutory one.</summary>
public sealed class AssignedUnit
{
    public const int InCharge = 0;

    public long RequestId { get; init; }

    public int Number { get; init; }

    public required string Name { get; set; }

    /// <summary>The day by which it reports back.</summary>
    public DateOnly? ReportBy { get; set; }

    public DateOnly? ReportedOn { get; set; }

    public string? Opinion { get; set; }

    public string? RecordedByName { get; set; }
}

/// <summary>A unit of a case as people read it.</summary>
public sealed record UnitView(int Number, string Name, DateOnly? ReportBy, DateOnly? ReportedOn, string? Opinion, string? RecordedByName)
{
    public bool IsInCharge => Number == AssignedUnit.InCharge;

    /// <summary>Whether its day went by without a word.</summary>
    public bool IsLate(DateOnly today) => ReportedOn is null ? ReportBy < today : ReportedOn > ReportBy;
}
