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
        var lines = text.Split('\n');
        for (var index = lines.Length - 1; index >= Math.Max(0, lines.Length - LinesFromEnd); index--)
        {
            if (Dates.WholeLine(lines[index].Trim()) is not { } date)
            {
                continue;
            }

            SignedOn = date;
            var end = index;
            if (index > 0 && Naming.IsAgency(lines[index - 1]))
            {
                Signatory = lines[index - 1].Replace(" ", "", StringComparison.Ordinal).Trim();
                end = index - 1;
            }

            return string.Join('\n', lines[..end]);
        }

        if (lines.Length > 1 && Naming.IsAgency(lines[^1]))
        {
            Signatory = lines[^1].Replace(" ", "", StringComparison.Ordinal).Trim();
            return string.Join('\n', lines[..^1]);
        }

        return text;
    }
}
