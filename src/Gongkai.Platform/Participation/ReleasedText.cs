namespace Gongkai.Platform.Participation;

/// <summary>Something that one person writes and another puts before the public: a consultation, its feedback, a public answer, a questionnaire.</summary>
public abstract class ReleasedText
{
    public int AgencyId { get; init; }

    public ReleaseStage Stage { get; set; }

    /// <summary>Whoever wrote any of it: none of them releases it.</summary>
    public Guid[] Writers { get; set; } = [];

    /// <summary>How often it was changed, so that two people do not overwrite each other.</summary>
    public int Revision { get; set; }

    /// <summary>Why it was returned to its writer, or withdrawn.</summary>
    public string? Remark { get; set; }

    public string ChangedByName { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? ReleasedAt { get; set; }

    public string? ReleasedByName { get; set; }

    /// <summary>What the audit trail calls its kind.</summary>
    internal abstract string Noun { get; }

    /// <summary>Its page in the workbench, without <c>/work/</c>.</summary>
    internal abstract string Place { get; }

    /// <summary>What people are told it is.</summary>
    internal abstract string Title { get; }

    /// <summary>Whether it can be taken up again after it was withdrawn.</summary>
    internal virtual bool MayBeginAgain => false;
}

/// <summary>A text that stands by itself: the same form begins one.</summary>
public abstract class BegunText : ReleasedText
{
    public long Id { get; init; }

    /// <summary>The form that it was begun with.</summary>
    public Guid FormKey { get; init; }
}

/// <summary>Where it is on its way to the public.</summary>
public enum ReleaseStage
{
    /// <summary>起草.</summary>
    Draft,

    /// <summary>等待发布.</summary>
    Waiting,

    /// <summary>已发布.</summary>
    Released,

    /// <summary>已撤回.</summary>
    Withdrawn,
}

/// <summary>What can be done with it.</summary>
public enum ReleaseAction
{
    Edit,
    Send,
    TakeBack,
    Return,
    Release,
    Withdraw,
}
