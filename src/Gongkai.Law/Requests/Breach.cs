namespace Gongkai.Law.Requests;

/// <summary>A step that was taken against the regulation, and what follows for the periods.</summary>
public enum Breach
{
    /// <summary>补正告知 after the limit for it: the period runs on (第三十条).</summary>
    LateClarificationNotice,

    /// <summary>A second 补正告知: the period runs on (第三十条, 一次性告知).</summary>
    SecondClarificationNotice,

    /// <summary>延长告知 after the period had ended: it extends nothing (第三十三条第二款).</summary>
    LateExtension,

    /// <summary>A second 延长告知 in one period: it extends nothing.</summary>
    SecondExtension,

    /// <summary>收费通知 after the period had ended (国办函〔2020〕109号第六条).</summary>
    LateFeeNotice,

    /// <summary>A later day for the answer named after the period had ended: it does not count (第三十五条).</summary>
    LateLaterDate,

    /// <summary>The answer came after its last day (第三十三条).</summary>
    LateAnswer,
}

/// <summary>A breach and the day on which it happened.</summary>
/// <param name="Breach">What was done.</param>
/// <param name="On">When.</param>
/// <param name="Limit">The last day on which it could have been done; null where it could not be done at all.</param>
public readonly record struct DatedBreach(Breach Breach, DateOnly On, DateOnly? Limit);
