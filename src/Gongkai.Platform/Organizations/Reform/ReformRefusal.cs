namespace Gongkai.Platform.Organizations.Reform;

/// <summary>Why an agency cannot be renamed, merged, split or closed.</summary>
public enum ReformRefusal
{
    NotFound,
    NotAllowed,
    ChangedMeanwhile,
    AlreadyEnded,

    /// <summary>The day lies ahead, or before the agency began.</summary>
    DateOutOfRange,

    /// <summary>A merger needs two, a split makes two.</summary>
    TooFew,

    /// <summary>The successor is one of those that end, or lies below one.</summary>
    SuccessorEnds,
    SuccessorEnded,

    /// <summary>Agencies below it still stand: they have to go somewhere first.</summary>
    HasChildren,
}

/// <summary>What came of it: the successors in their order, or what stood in the way.</summary>
public sealed record ReformResult
{
    public IReadOnlyList<int> Successors { get; init; } = [];

    public ReformRefusal? Refusal { get; init; }

    /// <summary>Faults of the new agencies, each with the number of the agency that it is about.</summary>
    public IReadOnlyList<ReformFault> Faults { get; init; } = [];
}

/// <summary>A fault in the facts of the new agency of that number, from 0.</summary>
public sealed record ReformFault(int Number, AgencyFault Fault);

/// <summary>An agency that ends, as it was when the form was shown.</summary>
public sealed record Ending(int AgencyId, uint Version);
