namespace Gongkai.Reports.Reading.Numbering;

/// <summary>The number formats that a Word file names (ECMA-376, ST_NumberFormat).</summary>
internal static class WordNumberFormats
{
    public static NumberFormat Of(string? name) => name switch
    {
        "none" or "bullet" => NumberFormat.None,
        "decimalZero" => NumberFormat.DecimalZero,
        "decimalFullWidth" or "decimalFullWidth2" => NumberFormat.FullWidth,
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => NumberFormat.Circled,
        "decimalEnclosedParen" => NumberFormat.Parenthesized,
        "decimalEnclosedFullstop" => NumberFormat.FullStopped,
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting"
            or "taiwaneseCountingThousand" or "koreanCounting" => NumberFormat.Chinese,
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => NumberFormat.ChineseDigits,
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => NumberFormat.ChineseFormal,
        "ideographTraditional" => NumberFormat.HeavenlyStem,
        "upperLetter" => NumberFormat.UpperLetter,
        "lowerLetter" => NumberFormat.LowerLetter,
        "upperRoman" => NumberFormat.UpperRoman,
        "lowerRoman" => NumberFormat.LowerRoman,
        _ => NumberFormat.Decimal,
    };
}
