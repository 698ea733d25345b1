using System.Xml;

namespace Gongkai.Reports.Reading.Word;

/// <summary>One walk over the body of a Word file, with a stack of its own in place of recursion.</summary>
internal sealed class WordWalk(XmlReader reader, WordNumbering? numbering, WordStyles? styles, ReadLimits limits)
{
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const int DeepestXml = 4_000;

    private readonly Stack<(Scope Scope, int Depth)> scopes = new();
    private readonly Stack<bool> choices = new();
    private readonly Stack<WordStory> stories = new();
    private readonly char[] chunk = new char[1024];
    private WordStory story = new(new BlockFlow());
    private int blocks;

    private enum Scope
    {
        Paragraph,
        Run,
        Table,
        Row,
        Cell,
        TextBox,
        Alternatives,
    }

    public BlockFlow Flow => story.Flow;

    public void Run()
    {
        var more = reader.Read();
        while (more)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !Enter():
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                case XmlNodeType.EndElement when scopes.TryPeek(out var top) && top.Depth == reader.Depth:
                    scopes.Pop();
                    Leave(top.Scope);
                    break;
            }

            more = reader.Read();
        }
    }

    /// <summary>Takes an element; false where it is to be left out with all that it holds.</summary>
    private bool Enter()
    {
        if (reader.Depth > DeepestXml)
        {
            throw new UnreadableSourceException("Word 文档的内部结构嵌套过深，没有读取；请用 Word 或 WPS 打开后另存为新的 .docx 再试。");
        }

        var space = reader.NamespaceURI;
        if (space is WordXml.Transitional or WordXml.Strict)
        {
            return EnterWord(reader.LocalName);
        }

        if (space == Compatibility)
        {
            return EnterAlternative(reader.LocalName);
        }

        if (space == Mathematics && reader.LocalName == "t")
        {
            AppendText();
        }

        return true;
    }

    private bool EnterAlternative(string name)
    {
        switch (name)
        {
            case "AlternateContent":
                Push(Scope.Alternatives);
                if (!reader.IsEmptyElement)
                {
                    choices.Push(false);
                }

                return true;
            case "Choice" or "Fallback" when choices.TryPop(out var chosen):
                choices.Push(true);
                return !chosen;
            default:
                return true;
        }
    }

    private bool EnterWord(string name)
    {
        switch (name)
        {
            case "p":
                story.BeginParagraph();
                Push(Scope.Paragraph);
                return true;
            case "pPr":
                TakeParagraphProperties();
                return true;
            case "r":
                story.RunIsHidden = false;
                Push(Scope.Run);
                return true;
            case "rPr":
                TakeRunProperties();
                return true;
            case "tbl":
                Count();
                story.BeginTable(limits.Depth);
                Push(Scope.Table);
                return true;
            case "tr":
                story.Table?.BeginRow();
                Push(Scope.Row);
                return true;
            case "trPr":
                TakeRowProperties();
                return true;
            case "tc":
                Count();
                story.BeginCell();
                Push(Scope.Cell);
                return true;
            case "tcPr":
                TakeCellProperties();
                return true;
            case "txbxContent":
                stories.Push(story);
                story = new WordStory(new BlockFlow());
                Push(Scope.TextBox);
                return true;
            default:
                return EnterContent(name);
        }
    }

    private bool EnterContent(string name)
    {
        switch (name)
        {
            case "t":
                AppendText();
                return true;
            case "tab" or "ptab":
                story.Append(" ");
                return true;
            case "br":
                if (reader.Value("type") is null or "textWrapping")
                {
                    story.Break();
                }

                return true;
            case "cr":
                story.Break();
                return true;
            case "noBreakHyphen":
                story.Append("-");
                return true;
            case "sym":
                story.Append(WordSymbols.Read(reader.Value("font"), reader.Value("char")));
                return true;
            case "del" or "moveFrom" or "instrText" or "delText" or "delInstrText" or "sdtPr" or "sdtEndPr" or "tblPr" or "tblPrEx"
                or "tblGrid" or "sectPr" or "rt" or "fldData" or "binData" or "rPrChange" or "pPrChange" or "customXmlPr" or "smartTagPr":
                return false;
            default:
                return true;
        }
    }

    private void Push(Scope scope)
    {
        if (reader.IsEmptyElement)
        {
            Leave(scope);
        }
        else
        {
            scopes.Push((scope, reader.Depth));
        }
    }

    private void Leave(Scope scope)
    {
        switch (scope)
        {
            case Scope.Paragraph:
                Count();
                story.EndParagraph();
                break;
            case Scope.Run:
                story.RunIsHidden = false;
                break;
            case Scope.Table:
                story.EndTable();
                break;
            case Scope.Row:
                story.Table?.EndRow();
                break;
            case Scope.Cell:
                story.EndCell();
                break;
            case Scope.Alternatives:
                choices.TryPop(out _);
                break;
            case Scope.TextBox when stories.TryPop(out var outer):
                outer.AddTextBox(story.Flow);
                story = outer;
                break;
        }
    }

    private void AppendText()
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                int read;
                while ((read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
                {
                    story.Append(chunk.AsSpan(0, read));
                }
            }
        }
    }

    private void TakeParagraphProperties()
    {
        string? style = null;
        int? instance = null;
        int? level = null;
        var isHidden = false;
        foreach (var name in Properties("pPrChange", "sectPr", "tabs"))
        {
            switch (name)
            {
                case "pStyle":
                    style = reader.Value();
                    break;
                case "numId":
                    instance = reader.Integer();
                    break;
                case "ilvl":
                    level = reader.Integer();
                    break;
                case "del" or "moveFrom":
                    story.MarkIsDeleted = true;
                    break;
                case "vanish":
                    isHidden = reader.IsOn();
                    break;
            }
        }

        if (numbering is null || story.MarkIsDeleted || isHidden)
        {
            return;
        }

        if (instance is not null)
        {
            story.Label = numbering.Next(instance.Value, level ?? 0);
        }
        else if (styles?.NumberingOf(style, numbering) is { } inherited)
        {
            story.Label = numbering.Next(inherited.Instance, level ?? inherited.Level);
        }
    }

    private void TakeRunProperties()
    {
        foreach (var name in Properties("rPrChange"))
        {
            switch (name)
            {
                case "vanish":
                    story.RunIsHidden = reader.IsOn();
                    break;
                case "rStyle":
                    story.RunIsHidden |= styles?.IsHidden(reader.Value()) ?? false;
                    break;
            }
        }
    }

    private void TakeRowProperties()
    {
        foreach (var name in Properties("trPrChange"))
        {
            switch (name)
            {
                case "gridBefore":
                    story.Table?.SkipColumns(reader.Integer() ?? 0);
                    break;
                case "del":
                    story.Table?.DeleteRow();
                    break;
                case "hidden" when reader.IsOn():
                    story.Table?.DeleteRow();
                    break;
            }
        }
    }

    private void TakeCellProperties()
    {
        foreach (var name in Properties("tcPrChange"))
        {
            switch (name)
            {
                case "gridSpan":
                    story.Table?.SpanColumns(reader.Integer() ?? 1);
                    break;
                case "vMerge":
                    story.Table?.MergeDown(begins: reader.Value() == "restart");
                    break;
                case "hMerge" when reader.Value() != "restart":
                    story.Table?.MergeRight();
                    break;
                case "cellDel":
                    story.Table?.DeleteCell();
                    break;
            }
        }
    }

    /// <summary>The elements below a properties element, without those of an earlier state; the reader ends on its end tag.</summary>
    private IEnumerable<string> Properties(params string[] without)
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        var depth = reader.Depth;
        var more = reader.Read();
        while (more && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (Array.IndexOf(without, reader.LocalName) >= 0)
                {
                    reader.Skip();
                    continue;
                }

                yield return reader.LocalName;
            }

            more = reader.Read();
        }
    }

    private void Count()
    {
        if (++blocks > limits.Blocks)
        {
            throw new UnreadableSourceException($"Word 文档中的段落和单元格超过 {limits.Blocks} 个，不像是一份年度报告，没有读取。");
        }
    }
}
