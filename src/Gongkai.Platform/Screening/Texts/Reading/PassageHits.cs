namespace Gongkai.Platform.Screening.Texts.Reading;

/// <summary>A passage with what was found in it so far.</summary>
internal sealed class PassageHits(ScreenedPassage passage)
{
    private const int Around = 12;

    private readonly List<ScreeningHit> hits = [];

    public ScreenedPassage Passage => passage;

    public string Text => passage.Text;

    public void Add(ScreeningRule rule, ScreeningSeverity severity, int offset, int length, string message, string? suggestion = null, string? shown = null)
    {
        var end = offset + length;
        hits.Add(new ScreeningHit(rule, severity, passage.Place with { Offset = offset, Length = length }, shown ?? Text.Substring(offset, length), message, suggestion)
        {
            Around = $"{Text[Math.Max(0, offset - Around)..offset]}|{Text[end..Math.Min(Text.Length, end + Around)]}",
        });
    }

    /// <summary>Whether one of a rule covers this place already.</summary>
    public bool Covers(int offset, int length) => hits.Exists(hit => hit.Place.Offset < offset + length && offset < hit.Place.Offset + hit.Place.Length);

    /// <summary>What stands before a place, with the heading of the column where it is a cell.</summary>
    public string Before(int offset, int letters) => string.Concat(passage.Heading, passage.Heading is null ? "" : "：", Text.AsSpan(Math.Max(0, offset - letters), Math.Min(offset, letters)));

    public string After(int end, int letters) => Text[end..Math.Min(Text.Length, end + letters)];

    public IEnumerable<ScreeningHit> InOrder() => hits.OrderBy(hit => hit.Place.Offset);
}
