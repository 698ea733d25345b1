namespace Gongkai.Reports.Reading.Recognition;

/// <summary>
/// The letters of a run of label cells, without white space, punctuation, digits, numbering and notes in brackets, so that a
/// label is found however it was broken over cells and lines. Bounded: of a long run only the end is kept.
/// </summary>
internal sealed class LabelRun
{
    private const int Most = 512;
    private const int Kept = 128;

    private char[] letters = new char[96];
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

        if (length + text.Length > letters.Length)
        {
            Array.Resize(ref letters, Most);
        }

        lastCell = length;
        text = LabelText.SkipNumbering(inNote ? SkipNote(text) : text);
        for (var index = 0; index < text.Length; index++)
        {
            var character = Folding.Fold(text[index]);
            if (LabelText.IsLetter(character))
            {
                letters[length++] = character;
            }
            else if (character is '(' or '[')
            {
                inNote = true;
                text = SkipNote(text[(index + 1)..]);
                index = -1;
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
        Span<char> buffer = stackalloc char[LabelText.MostLetters];
        if (LabelText.RowAtEnd(LabelText.Letters(text, buffer)) is not null)
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
