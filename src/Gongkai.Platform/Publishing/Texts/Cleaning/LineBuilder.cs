using System.Text;

namespace Gongkai.Platform.Publishing.Texts.Cleaning;

/// <summary>
/// Collects a line of text: white space of the source becomes one space or none, indents made of spaces go, line breaks that are
/// seen stay, and where one begins a new paragraph (an empty line, an indent) it ends this one.
/// </summary>
internal sealed class LineBuilder
{
    private const int ParagraphIndent = 4;

    private readonly List<List<TextRun>> lines = [];
    private readonly StringBuilder text = new();
    private List<TextRun> runs = [];
    private Marks marks;
    private string? link;
    private char last;
    private Gap gap;
    private int wideSpaces;
    private int leading;
    private int breaks;
    private bool isPreformatted;

    private enum Gap
    {
        None,
        Space,
        SourceLineEnd,
        EmptyLine,
    }

    /// <summary>Whether an empty line of the source ends a paragraph, as in text that nobody marked up.</summary>
    public bool IsLoose { get; set; }

    public bool IsEmpty => lines.Count == 0 && IsAtStart;

    /// <summary>How many half letters of space the first line began with.</summary>
    public int Indent { get; private set; }

    private bool IsAtStart => runs.Count == 0 && text.Length == 0;

    /// <summary>Adds text of the source.</summary>
    /// <param name="source">The text.</param>
    /// <param name="look">How it looks.</param>
    /// <param name="target">Where a click on it leads; null where nowhere.</param>
    /// <param name="preformatted">Whether line ends in it are seen.</param>
    public void Append(ReadOnlySpan<char> source, Marks look, string? target, bool preformatted = false)
    {
        isPreformatted = preformatted;
        for (var index = 0; index < source.Length; index++)
        {
            var character = source[index];
            if (character is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u0085' or '\u2028' or '\u2029')
            {
                TakeSpace(character, look, target);
            }
            else if (character == '\v')
            {
                Break();
            }
            else if (char.IsSurrogate(character))
            {
                var isPair = char.IsHighSurrogate(character) && index + 1 < source.Length && char.IsLowSurrogate(source[index + 1]);
                Put(isPair ? character : '\uFFFD', look, target);
                if (isPair)
                {
                    text.Append(last = source[++index]);
                }
            }
            else if (!IsInvisible(character))
            {
                Put(char.IsControl(character) || character is '\uFFFE' or '\uFFFF' ? '\uFFFD' : character, look, target);
            }
        }
    }

    public void Picture(TextPictureMark picture, string? target)
    {
        CloseGap('\0', Marks.None, target);
        EndRun();
        runs.Add(new TextRun("", Marks.None, target, picture));
        last = '\0';
    }

    /// <summary>A line end that the reader sees.</summary>
    public void Break()
    {
        gap = Gap.None;
        wideSpaces = 0;
        leading = 0;
        if (!IsAtStart)
        {
            breaks++;
        }
    }

    /// <summary>The lines so far, none of them empty, and an empty builder.</summary>
    public List<List<TextRun>> Take()
    {
        EndLine();
        List<List<TextRun>> taken = [.. lines];
        lines.Clear();
        (gap, wideSpaces, leading, breaks, Indent) = (Gap.None, 0, 0, 0, 0);
        return taken;
    }

    /// <summary>Spaces that bear a line under them are a place to write on.</summary>
    private void TakeSpace(char character, Marks look, string? target)
    {
        if (character == '\u00A0' && look.HasFlag(Marks.Underline))
        {
            Put(character, look, target);
            return;
        }

        if (character is '\n' or '\r' && isPreformatted)
        {
            if (character == '\n')
            {
                Break();
            }

            return;
        }

        leading += character is '\u3000' or '\u2003' ? 2 : character is '\n' or '\r' || (character is ' ' or '\t' && !isPreformatted) ? 0 : 1;
        if (character == '\u3000')
        {
            wideSpaces++;
        }

        gap = character switch
        {
            '\n' when gap == Gap.SourceLineEnd && IsLoose => Gap.EmptyLine,
            '\n' or '\r' => gap < Gap.SourceLineEnd ? Gap.SourceLineEnd : gap,
            ' ' or '\t' when gap is Gap.SourceLineEnd => gap,
            _ => gap == Gap.None ? Gap.Space : gap,
        };
    }

    private void Put(char character, Marks look, string? target)
    {
        CloseGap(character, look, target);
        if (text.Length > 0 && (look != marks || target != link))
        {
            EndRun();
        }

        (marks, link) = (look, target);
        text.Append(character);
        last = character;
    }

    private void CloseGap(char next, Marks look, string? target)
    {
        if (IsAtStart)
        {
            Indent = lines.Count == 0 && breaks == 0 ? leading : Indent;
        }
        else if (breaks > 1 || gap == Gap.EmptyLine || (breaks == 1 && leading >= ParagraphIndent))
        {
            EndLine();
        }
        else if (breaks == 1)
        {
            EndRun();
            runs.Add(TextRun.Break);
        }
        else if (wideSpaces > 0 || (gap != Gap.None && !(gap == Gap.SourceLineEnd && IsWide(last) && IsWide(next))))
        {
            PutSpace(wideSpaces > 0 ? new string('\u3000', wideSpaces) : " ", look, target);
        }

        (gap, wideSpaces, leading, breaks) = (Gap.None, 0, 0, 0);
    }

    /// <summary>A space looks like what is on both sides of it.</summary>
    private void PutSpace(string space, Marks look, string? target)
    {
        var before = runs.Count > 0 && text.Length == 0 ? runs[^1] : new TextRun("", marks, link);
        var (shared, sharedLink) = (before.Marks & look, before.Link == target ? target : null);
        if (text.Length > 0 && (shared != marks || sharedLink != link))
        {
            EndRun();
        }

        (marks, link) = (shared, sharedLink);
        text.Append(space);
    }

    private void EndRun()
    {
        if (text.Length > 0)
        {
            runs.Add(new TextRun(text.ToString(), marks, link));
            text.Clear();
        }
    }

    private void EndLine()
    {
        EndRun();
        if (runs.Count > 0)
        {
            lines.Add(runs);
            runs = [];
        }

        last = '\0';
    }

    private static bool IsWide(char character) => character >= '\u2E80';

    /// <summary>Characters without a shape, and those that turn the order of what is read.</summary>
    private static bool IsInvisible(char character) =>
        character is '\u200B' or '\uFEFF' or '\u00AD' or '\u2060' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
