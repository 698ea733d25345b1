namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>How clearly a label names what it counts.</summary>
internal enum Clarity
{
    Sure,

    /// <summary>Probably this quantity, perhaps a part of it or something near it.</summary>
    Doubtful,

    /// <summary>Certainly only a part of it: by channel, by time, by another agency.</summary>
    Part,

    /// <summary>On top of what was counted before: 另收到.</summary>
    Extra,
}

/// <summary>What a label counts, and how clearly.</summary>
internal readonly record struct Meaning(Quantity Quantity, Clarity Clarity)
{
    public static Meaning None => default;
}
