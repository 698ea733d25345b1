using AngleSharp.Dom;

namespace Gongkai.Reports.Reading.Html;

/// <summary>One walk over the tree of a page, with a stack of its own in place of recursion.</summary>
internal sealed class HtmlWalk(ReadLimits limits)
{
    private readonly Stack<Frame> frames = new();
    private readonly Stack<HtmlTable> tables = new();
    private readonly Stack<HtmlList> lists = new();
    private readonly TextBuffer buffer = new();
    private Frame frame;
    private CellDraft? cell;
    private string? marker;
    private int blocks;
    private int preformatted;

    public BlockFlow Flow { get; } = new();

    public void Run(IElement root)
    {
        frame = Frame.Of(root, ElementKind.Block);
        do
        {
            while (frame.Next < frame.Count)
            {
                var node = frame.Children[frame.Next++];
                // Asked for its class, an element answers at once; asked for an interface, it looks through all that it has.
                if (node is Element element)
                {
                    Enter(element);
                }
                else if (node is IText text)
                {
                    Append(text.Data);
                }
            }

            Leave(frame.Kind);
        }
        while (frames.TryPop(out frame));
    }

    private void Append(string text)
    {
        if (preformatted == 0)
        {
            buffer.Append(text);
            return;
        }

        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (range.Start.Value > 0)
            {
                LineBreak();
            }

            buffer.Append(text.AsSpan(range));
        }
    }

    private void Enter(IElement element)
    {
        var kind = ElementKinds.Of(element.LocalName);
        if (kind == ElementKind.Skipped)
        {
            return;
        }

        var concealment = element.Attributes.Length == 0 ? Concealment.None : Visibility.Of(element);
        if (concealment == Concealment.Removed || (concealment == Concealment.Invisible && kind != ElementKind.Cell))
        {
            return;
        }

        switch (kind)
        {
            case ElementKind.LineBreak:
                LineBreak();
                return;
            case ElementKind.Inline:
                break;
            case ElementKind.Block:
                EndParagraph();
                break;
            case ElementKind.Preformatted:
                EndParagraph();
                preformatted++;
                break;
            case ElementKind.List:
                EndParagraph();
                lists.Push(HtmlList.Of(element));
                break;
            case ElementKind.ListItem:
                EndParagraph();
                marker = lists.TryPeek(out var list) ? list.Next(element) : null;
                break;
            case ElementKind.Table or ElementKind.RowGroup or ElementKind.Row or ElementKind.Cell:
                kind = EnterTable(element, kind);
                break;
        }

        if (concealment == Concealment.None)
        {
            frames.Push(frame);
            frame = Frame.Of(element, kind);
        }
        else
        {
            Leave(kind);
        }
    }

    private ElementKind EnterTable(IElement element, ElementKind kind)
    {
        EndParagraph();
        if (kind == ElementKind.Table)
        {
            if (tables.Count >= limits.Depth)
            {
                return ElementKind.Block;
            }

            tables.Push(new HtmlTable(cell));
            cell = null;
            return kind;
        }

        // A table that lies too deep is read as plain blocks, and so are its rows: they are not in the table on the stack.
        if (!tables.TryPeek(out var table) || (kind != ElementKind.RowGroup && cell is not null) || !IsInTable())
        {
            return ElementKind.Block;
        }

        switch (kind)
        {
            case ElementKind.RowGroup:
                table.BeginGroup();
                break;
            case ElementKind.Row:
                table.BeginRow();
                break;
            case ElementKind.Cell:
                Count();
                cell = table.AddCell(element);
                break;
        }

        return kind;
    }

    private bool IsInTable() => frame.Kind is ElementKind.Table or ElementKind.RowGroup or ElementKind.Row;

    private void Leave(ElementKind kind)
    {
        switch (kind)
        {
            case ElementKind.Inline:
                return;
            case ElementKind.Preformatted:
                preformatted--;
                break;
            case ElementKind.List:
                lists.Pop();
                break;
        }

        EndParagraph();
        switch (kind)
        {
            case ElementKind.ListItem:
                marker = null;
                break;
            case ElementKind.RowGroup:
                tables.Peek().EndGroup();
                break;
            case ElementKind.Cell:
                cell = null;
                break;
            case ElementKind.Table:
                var table = tables.Pop();
                cell = table.OuterCell;
                table.EndGroup();
                table.Draft.SettleInto(cell?.FlowOrNew() ?? Flow);
                break;
        }
    }

    private void LineBreak()
    {
        if (cell is null)
        {
            EndParagraph();
        }
        else
        {
            buffer.Break();
        }
    }

    private void EndParagraph()
    {
        if (buffer.IsEmpty)
        {
            buffer.Clear();
            return;
        }

        var text = buffer.Take();
        if (marker is not null)
        {
            text = marker + text;
            marker = null;
        }

        Count();
        if (cell is not null)
        {
            cell.Add(text);
        }
        else
        {
            Flow.Add(text);
        }
    }

    private void Count()
    {
        if (++blocks > limits.Blocks)
        {
            throw new UnreadableSourceException($"网页中的段落和单元格超过 {limits.Blocks} 个，不像是一份年度报告；请只保存报告正文所在的网页后再试。");
        }
    }

    /// <summary>An element whose children are walked.</summary>
    private record struct Frame(INodeList Children, int Count, ElementKind Kind, int Next)
    {
        public static Frame Of(IElement element, ElementKind kind)
        {
            var children = element.ChildNodes;
            return new Frame(children, children.Length, kind, 0);
        }
    }
}
