using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Walks the rows once, hands those of the three tables to their collectors, and notes which rows are text and which of
/// them may be headings.
/// </summary>
/// <param name="rows">The rows of the document.</param>
internal sealed class TableWalk(List<SourceRow> rows)
{
    private const int LongestLabel = 110;
    private const int LongestOpening = 120;
    private static readonly string[] OlderFormWords =
        ["回应解读情况", "主动公开政府信息数", "收到申请数", "申请办结数", "按时办结数", "举报投诉数量", "机构建设和保障经费情况", "属于已主动公开范围数", "通过不同渠道和方式公开", "信息公开支出"];


    // One letter of each of the words above.
    private static readonly SearchValues<char> OlderFormLetters = SearchValues.Create("读数费渠支");

    private static readonly SearchValues<char> OpeningLetters =
        SearchValues.Create(RequestTable.OpeningLetters + DisputeTable.OpeningLetters + ProactiveTable.OpeningLetters);

    private readonly CellSplitter splitter = new();
    private readonly List<(int Index, string Text)> textLines = new(48);
    private int olderFormWords;
    private OpenTable open;

    /// <summary>Table two.</summary>
    public ProactiveTable Proactive { get; } = new(rows);

    /// <summary>Table three.</summary>
    public RequestTable Requests { get; } = new(rows);

    /// <summary>Table four.</summary>
    public DisputeTable Disputes { get; } = new(rows);

    /// <summary>Lines that may be headings.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>The rows that belong to no table, with their number in the document.</summary>
    public List<(int Index, string Text)> TextLines => textLines;

    /// <summary>Whether a second table three came after a complete one.</summary>
    public bool HasSecondTable { get; private set; }

    /// <summary>Whether any table holds a figure.</summary>
    public bool HasFigures => Disputes.HasFigures || Proactive.HasFigures || Requests.HasFigures;

    /// <summary>Whether the source is on the form that was in use before 2019.</summary>
    public bool IsOlderForm => BitOperations.PopCount((uint)olderFormWords) >= 2;

    private enum OpenTable
    {
        None,
        Proactive,
        Requests,
        Disputes,
        Second,
    }

    /// <summary>Walks all rows.</summary>
    public void Walk()
    {
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            Step(in row);
        }

        Requests.End();
    }

    private void Step(in SourceRow row)
    {
        var only = row.OnlyText;
        if (only is not null && Heading.Find(only, row.Index) is { } heading)
        {
            Headings.Add(heading);
            textLines.Add((row.Index, row.Line));
            open = heading.Style is HeadingStyle.Chinese or HeadingStyle.Part || (heading.IsExact && heading.IsPossible) ? OpenTable.None : open;
            return;
        }

        Open(row);
        if (open == OpenTable.None || IsProse(row, only) || EndsTable(only))
        {
            NoteOlderForm(row);
            textLines.Add((row.Index, row.Line));
            return;
        }

        switch (open)
        {
            case OpenTable.Proactive:
                Proactive.Feed(row, splitter.Split(row));
                break;
            case OpenTable.Requests:
                Requests.Feed(row, splitter.Split(row));
                break;
            case OpenTable.Disputes:
                Disputes.Feed(row, splitter.Split(row));
                break;
            case OpenTable.Second or OpenTable.None:
                break;
        }
    }

    private void Open(in SourceRow row)
    {
        foreach (ref readonly var cell in row.Cells)
        {
            var text = cell.Text;
            if (text.Length is < 3 or > LongestOpening || text.AsSpan().IndexOfAny(OpeningLetters) < 0)
            {
                continue;
            }

            if (open is not (OpenTable.Requests or OpenTable.Second) && RequestTable.Opens(text))
            {
                // A header renamed by the converter may stand over table four.
                if (open == OpenTable.Disputes && Requests.IsComplete && !Disputes.IsComplete)
                {
                    continue;
                }

                HasSecondTable |= Requests.IsComplete;
                open = Requests.IsComplete ? OpenTable.Second : OpenTable.Requests;
            }
            else if (open != OpenTable.Disputes && DisputeTable.Opens(text) && !(open == OpenTable.Second))
            {
                open = Disputes.IsComplete ? OpenTable.Second : OpenTable.Disputes;
            }
            else if (open != OpenTable.Proactive && (open == OpenTable.None || Requests.Entries.IsEmpty) && ProactiveTable.Opens(text))
            {
                open = OpenTable.Proactive;
            }
        }
    }

    private static bool IsProse(in SourceRow row, string? only) =>
        only is not null && (only.Length > LongestLabel || (only.Length > 30 && only[^1] is '。' or '；'));

    /// <summary>Words after the last figure of a table are text again.</summary>
    private bool EndsTable(string? only)
    {
        if (only is null || FigureText.StandsForFigure(only))
        {
            return false;
        }

        var ended = open switch
        {
            OpenTable.Proactive => Proactive.IsComplete,
            OpenTable.Requests => Requests.IsComplete,
            OpenTable.Disputes => Disputes.IsComplete,
            OpenTable.Second or OpenTable.None => false,
        };
        open = ended ? OpenTable.None : open;
        return ended;
    }

    private void NoteOlderForm(in SourceRow row)
    {
        foreach (ref readonly var cell in row.Cells)
        {
            if (cell.Text.Length is < 5 or > 60 || cell.Text.AsSpan().IndexOfAny(OlderFormLetters) < 0)
            {
                continue;
            }

            for (var index = 0; index < OlderFormWords.Length; index++)
            {
                olderFormWords |= cell.Text.Contains(OlderFormWords[index], StringComparison.Ordinal) ? 1 << index : 0;
            }
        }
    }
}
