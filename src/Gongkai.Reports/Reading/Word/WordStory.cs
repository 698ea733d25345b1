namespace Gongkai.Reports.Reading.Word;

/// <summary>A flow of text being read: the body of the file, or what stands in a text box.</summary>
internal sealed class WordStory(BlockFlow flow)
{
    private readonly TextBuffer buffer = new();
    private readonly Stack<WordTable> tables = new();
    private BlockFlow? textBoxes;
    private int tooDeep;

    public BlockFlow Flow { get; } = flow;

    /// <summary>The innermost table; null outside of tables, and in one that is nested too deep to be read as one.</summary>
    public WordTable? Table => tooDeep == 0 && tables.TryPeek(out var table) ? table : null;

    public string Label { get; set; } = "";

    public bool RunIsHidden { get; set; }

    /// <summary>The end of the paragraph is deleted: the next one goes on in it.</summary>
    public bool MarkIsDeleted { get; set; }

    public void BeginParagraph()
    {
        Label = "";
        MarkIsDeleted = false;
        RunIsHidden = false;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (!RunIsHidden)
        {
            buffer.Append(text);
        }
    }

    public void Break()
    {
        if (!RunIsHidden)
        {
            buffer.Break();
        }
    }

    public void EndParagraph()
    {
        if (!MarkIsDeleted)
        {
            Flush();
        }
    }

    public void AddTextBox(BlockFlow box)
    {
        if (!RunIsHidden)
        {
            (textBoxes ??= new BlockFlow()).Add(box);
        }
    }

    public void BeginTable(int deepest)
    {
        Flush();
        if (tables.Count >= deepest || tooDeep > 0)
        {
            tooDeep++;
            return;
        }

        tables.Push(new WordTable());
    }

    public void EndTable()
    {
        Flush();
        if (tooDeep > 0)
        {
            tooDeep--;
        }
        else if (tables.TryPop(out var table))
        {
            table.Draft.SettleInto(Table?.Cell?.FlowOrNew() ?? Flow);
        }
    }

    public void BeginCell()
    {
        Flush();
        Table?.BeginCell();
    }

    public void EndCell()
    {
        Flush();
        Table?.EndCell();
    }

    private void Flush()
    {
        if (!buffer.IsEmpty || Label.Length > 0)
        {
            var text = (Label + buffer.Take()).Trim();
            Label = "";
            if (tables.TryPeek(out var table))
            {
                table.Add(text);
            }
            else
            {
                Flow.Add(text);
            }
        }

        buffer.Clear();
        if (textBoxes is { } boxes)
        {
            textBoxes = null;
            if (tables.TryPeek(out var table))
            {
                table.Cell?.FlowOrNew().Add(boxes);
            }
            else
            {
                Flow.Add(boxes);
            }
        }
    }
}
