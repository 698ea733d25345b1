using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>A label of table three.</summary>
/// <param name="slots">The slots of all labels of the table.</param>
internal sealed class RequestEntry(List<Slot> slots) : TableEntry(slots)
{
    /// <summary>The row of the form, or null where the label is none of the form's.</summary>
    public required RequestRow? Row { get; init; }

    /// <summary>The grid that it stands in, or -1.</summary>
    public required int Grid { get; init; }

    /// <summary>How many cells stand in the row after the label.</summary>
    public int Width => RowCells - LabelCell - 1;

    /// <summary>How many columns the form gives to the labels before this row's figures are reached: one wide label, two or three.</summary>
    public int Depth => Row switch
    {
        RequestRow.Received or RequestRow.CarriedIn or RequestRow.CarriedOut => 1,
        RequestRow.Granted or RequestRow.PartlyGranted or RequestRow.Concluded or RequestRow.OtherwiseWhole => 2,
        _ => 3,
    };

    /// <summary>What the entry holds, as one line.</summary>
    public string Raw => FilledText.Replace('\n', ' ');
}
