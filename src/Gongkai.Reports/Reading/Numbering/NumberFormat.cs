namespace Gongkai.Reports.Reading.Numbering;

/// <summary>How an automatic number is written.</summary>
public enum NumberFormat
{
    None,
    Decimal,
    DecimalZero,
    FullWidth,
    Circled,
    Parenthesized,
    FullStopped,
    Chinese,
    ChineseDigits,
    ChineseFormal,
    HeavenlyStem,
    UpperLetter,
    LowerLetter,
    UpperRoman,
    LowerRoman,
}
