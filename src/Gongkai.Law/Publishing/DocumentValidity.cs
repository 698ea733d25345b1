namespace Gongkai.Law.Publishing;

/// <summary>有效性 of a document on a day.</summary>
public enum DocumentStatus
{
    /// <summary>尚未施行.</summary>
    NotYetInForce,

    /// <summary>有效.</summary>
    InForce,

    /// <summary>已修改, and in force as amended.</summary>
    Amended,

    /// <summary>废止.</summary>
    Repealed,

    /// <summary>失效: its period ran out.</summary>
    Expired,
}

/// <summary>The days that decide whether a document is in force (国办发〔2018〕37号: 有效期; 国办发〔2017〕47号: 标注修改、废止、失效).</summary>
/// <param name="EffectiveOn">施行日期: the first day on which it is in force.</param>
/// <param name="ExpiresOn">有效期至: the last day; null where none is set.</param>
/// <param name="AmendedOn">The day from which an amendment holds.</param>
/// <param name="RepealedOn">The first day on which it is not in force any more.</param>
public readonly record struct DocumentValidity(DateOnly? EffectiveOn, DateOnly? ExpiresOn, DateOnly? AmendedOn, DateOnly? RepealedOn)
{
    /// <summary>How it stands on a day. What was repealed after it expired stays expired.</summary>
    public DocumentStatus On(DateOnly day) =>
        RepealedOn is { } repealed && repealed <= day && !(ExpiresOn < repealed) ? DocumentStatus.Repealed
        : ExpiresOn < day ? DocumentStatus.Expired
        : EffectiveOn > day ? DocumentStatus.NotYetInForce
        : AmendedOn <= day ? DocumentStatus.Amended
        : DocumentStatus.InForce;

    /// <summary>Whether it counts among 现行有效件数 on a day: made, and not repealed or expired. One that is made and not yet in force counts, as the form asks for what was issued and is valid.</summary>
    public bool CountsOn(DateOnly day) => On(day) is DocumentStatus.InForce or DocumentStatus.Amended or DocumentStatus.NotYetInForce;
}
