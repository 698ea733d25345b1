namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// Walks the rows once, hands those of the three tables to their collectors, and notes which rows are text and which of
/// them may be headings.
/// </summary>
internal sealed class TableWalk
{
    private const int LongestLabel = 110;
    private static readonly string[] OlderFormWords =
        ["回应解读情况", "主动公开政府信息数", "收到申请数", "申请办结数", "按时办结数", "举报投诉数量", "机构建设和保障经费情况", "属于已主动公开范围数", "通过不同渠道和方式公开", "信息公开支出"];

    private readonly HashSet<string> olderFormWords = [];
    private OpenTable open;

    /// <summary>Table two.</summary>
    public ProactiveTable Proactive { get; } = new();

    /// <summary>Table three.</summary>
    public RequestTable Requests { get; } = new();

    /// <summary>Table four.</summary>
    public DisputeTable Disputes { get; } = new();

    /// <summary>Lines that may be headings.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>The rows that belong to no table.</summary>
    public List<SourceRow> TextRows { get; } = [];

    /// <summary>Whether a second table three came after a complete one.</summary>
    public bool HasSecondTable { get; private set; }

    /// <summary>Whether any table holds a figure.</summary>
    public bool HasFigures => Disputes.HasFigures || Proactive.Entries.Any(entry => entry.Filled > 0) || Requests.Entries.Any(entry => entry.Filled > 0);

    /// <summary>Whether the source is on the form that was in use before 2019.</summary>
    public bool IsOlderForm => olderFormWords.Count >= 2;

    private enum OpenTable
    {
        None,
        Proactive,
        Requests,
        Disputes,
        Second,
    }

    /// <summary>Walks all rows.</summary>
    public void Walk(List<SourceRow> rows)
    {
        foreach (var row in rows)
        {
            Step(row);
        }

        Requests.End();
    }

    private void Step(in SourceRow row)
    {
        var only = row.OnlyText;
        if (only is not null && Heading.Find(only, row.Index) is { } heading)
        {
            Headings.Add(heading);
            TextRows.Add(row);
            open = heading.Style is HeadingStyle.Chinese or HeadingStyle.Part || (heading.IsExact && heading.IsPossible) ? OpenTable.None : open;
            return;
        }

        Open(row);
        if (open == OpenTable.None || IsProse(row, only) || EndsTable(only))
        {
            NoteOlderForm(row);
            TextRows.Add(row);
            return;
        }

        switch (open)
        {
            case OpenTable.Proactive:
                Proactive.Feed(row);
                break;
            case OpenTable.Requests:
                Requests.Feed(row);
                break;
            case OpenTable.Disputes:
                Disputes.Feed(row);
                break;
            case OpenTable.Second or OpenTable.None:
                break;
        }
    }

    private void Open(in SourceRow row)
    {
        foreach (var cell in row.Cells)
        {
            var text = cell.Text;
            if (text.Length < 3)
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
            else if (open != OpenTable.Proactive && ProactiveTable.Opens(text) && (open == OpenTable.None || Requests.Entries.Count == 0))
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
        foreach (var cell in row.Cells)
        {
            if (cell.Text.Length is >= 5 and <= 60)
            {
                foreach (var word in OlderFormWords)
                {
                    if (cell.Text.Contains(word, StringComparison.Ordinal))
                    {
                        olderFormWords.Add(word);
                    }
                }
            }
        }
    }
}
