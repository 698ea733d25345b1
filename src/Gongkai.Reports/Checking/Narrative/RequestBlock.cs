namespace Gongkai.Reports.Checking.Narrative;

/// <summary>Knows whether a paragraph stands in the block （二）依申请公开 of section one, or in section three, which is all about requests.</summary>
internal struct RequestBlock
{
    private const int HeadLength = 24;
    private char mark;

    public bool IsOpen { get; private set; }

    public void Enter(ReadOnlySpan<char> text, int section)
    {
        if (section != 1)
        {
            IsOpen = section == 3;
            return;
        }

        var end = text.IndexOf('\n');
        var head = end < 0 ? text : text[..end];
        head = head.Length > HeadLength ? head[..HeadLength] : head;
        var kind = MarkOf(head);
        var names = head.Has("依申请") || head.Has("申请公开") || head.Has("公开申请");
        if (names && (kind != '\0' || head.IndexOf("依申请公开") is >= 0 and < 3))
        {
            IsOpen = true;
            mark = kind;
        }
        else if (kind != '\0' && (kind == mark || kind == '('))
        {
            IsOpen = false;
        }
    }

    /// <summary>The kind of list mark in front: （一）, 一、, 1. or none.</summary>
    private static char MarkOf(ReadOnlySpan<char> head)
    {
        if (head.Length > 3 && head[0] == '(' && head[..Math.Min(head.Length, 5)].IndexOf(')') > 0)
        {
            return '(';
        }

        if (head.Length > 2 && char.IsAsciiDigit(head[0]) && head[1] is '.' or ',')
        {
            return '1';
        }

        return head.Length > 2 && "一二三四五六七八九".Contains(head[0], StringComparison.Ordinal) && head[1] == ',' ? ',' : '\0';
    }
}
