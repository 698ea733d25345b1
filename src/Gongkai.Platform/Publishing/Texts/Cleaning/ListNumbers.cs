using Gongkai.Reports.Reading.Numbering;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

internal static class ListNumbers
{
    /// <summary>The number before an item, as browsers print it.</summary>
    public static string Print(ListMark mark, int index) => (mark.Type switch
    {
        'a' => NumberFormat.LowerLetter,
        'A' => NumberFormat.UpperLetter,
        'i' => NumberFormat.LowerRoman,
        'I' => NumberFormat.UpperRoman,
        _ => NumberFormat.Decimal,
    }).Print(mark.Start + index) + ". ";
}
