namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>What stands after a number.</summary>
internal enum MentionUnit
{
    /// <summary>件, 宗, 份, 起, 例, 条: how requests and cases are counted.</summary>
    Case,

    /// <summary>次, 个, 项, 人次: may count something else.</summary>
    Loose,

    /// <summary>Per cent.</summary>
    Percent,

    /// <summary>Nothing, after 为.</summary>
    Bare,
}

/// <summary>A number in a sentence.</summary>
/// <param name="Start">Where its first digit stands.</param>
/// <param name="End">Where the text after its unit starts.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Decimals">How many digits stand after the point.</param>
internal readonly record struct Mention(int Start, int End, decimal Value, MentionUnit Unit, int Decimals);
