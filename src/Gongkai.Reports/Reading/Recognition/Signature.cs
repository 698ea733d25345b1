namespace Gongkai.Reports.Reading.Recognition;

/// <summary>The agency and the date under a report.</summary>
internal sealed class Signature
{
    private const int LinesFromEnd = 12;

    /// <summary>The date.</summary>
    public DateOnly? SignedOn { get; private set; }

    /// <summary>The agency.</summary>
    public string? Signatory { get; private set; }

    /// <summary>The text without the signature at its end; what the page prints after it is left out too.</summary>
    public string Take(string text)
    {
        var end = text.Length;
        for (var line = 0; line < LinesFromEnd && end >= 0; line++)
        {
            var start = StartOfLine(text, end);
            if (Dates.WholeLine(text.AsSpan(start, end - start).Trim()) is { } date)
            {
                SignedOn = date;
                return start == 0 ? "" : TakeAgency(text, start - 1);
            }

            end = start - 1;
        }

        return text.Contains('\n', StringComparison.Ordinal) ? TakeAgency(text, text.Length) : text;
    }

    /// <summary>The text to this end, without its last line where that is an agency.</summary>
    private string TakeAgency(string text, int end)
    {
        var start = StartOfLine(text, end);
        if (!Naming.IsAgency(text.AsSpan(start, end - start)))
        {
            return text[..end];
        }

        Signatory = text[start..end].Replace(" ", "", StringComparison.Ordinal).Trim();
        return start == 0 ? "" : text[..(start - 1)];
    }

    private static int StartOfLine(string text, int end) => text.AsSpan(0, end).LastIndexOf('\n') + 1;
}
