namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// The letters of a run of label cells, without white space, punctuation, digits, numbering and notes in brackets, so that a
/// label is found however it was broken over cells and lines. Bounded: of a long run only the end is kept.
/// </summary>
internal sealed class LabelRun
{
    private const int Most = 512;
    private const int Kept = 128;

    private readonly char[] letters = new char[Most];
    private int length;
    private int lastCell;
    private bool inNote;

    /// <summary>All letters since the last <see cref="Clear"/>.</summary>
    public ReadOnlySpan<char> All => letters.AsSpan(0, length);

    /// <summary>The letters of the last cell alone.</summary>
    public ReadOnlySpan<char> LastCell => letters.AsSpan(lastCell, length - lastCell);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        length = 0;
        lastCell = 0;
        inNote = false;
    }

    /// <summary>Forgets the first letters.</summary>
    public void Drop(int count)
    {
        letters.AsSpan(count, length - count).CopyTo(letters);
        length -= count;
        lastCell = Math.Max(0, lastCell - count);
    }

    /// <summary>Adds a cell's text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (length + text.Length > Most)
        {
            Shrink();
            text = text[..Math.Min(text.Length, Most - Kept)];
        }

        lastCell = length;
        if (inNote)
        {
            text = SkipNote(text);
        }

        text = LabelText.SkipNumbering(text);
        while (!text.IsEmpty)
        {
            var character = Folding.Fold(text[0]);
            text = text[1..];
            if (character is '(' or '[')
            {
                inNote = true;
                text = SkipNote(text);
            }
            else if (LabelText.IsLetter(character))
            {
                letters[length++] = character;
            }
        }
    }

    /// <summary>What stands after the note's end. A note that does not end here may end in the next cell.</summary>
    private ReadOnlySpan<char> SkipNote(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (Folding.Fold(text[index]) is ')' or ']')
            {
                inNote = false;
                return text[(index + 1)..];
            }
        }

        // A bracket that was lost must not swallow the next label.
        if (LabelText.RowAtEnd(LabelText.Letters(text)) is not null)
        {
            inNote = false;
            return text;
        }

        return [];
    }

    private void Shrink()
    {
        var kept = Math.Min(length, Kept);
        letters.AsSpan(length - kept, kept).CopyTo(letters);
        length = kept;
        lastCell = kept;
    }
}
