namespace Gongkai.Reports.Checking.Narrative;

/// <summary>What the text says of one quantity.</summary>
/// <param name="Quantity">Of what.</param>
/// <param name="Value">How many.</param>
/// <param name="Words">The words around the figure, for the message.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Section">The section's number.</param>
/// <param name="Sure">Whether the sentence surely speaks of this quantity, scope and year.</param>
internal sealed record Claim(Quantity Quantity, decimal Value, string Words, string Sentence, int Section, bool Sure)
{
    /// <summary>Whether the words say that it comes on top of another figure (另), so that it counts in sums only.</summary>
    public bool Extra { get; init; }
}

/// <summary>“N 件，占 P%”.</summary>
/// <param name="Part">The figure before the percentage.</param>
/// <param name="Percent">The percentage.</param>
/// <param name="Decimals">How many digits it has after the point.</param>
/// <param name="Bases">The other figures of the sentence that it may be a share of.</param>
/// <param name="Words">The words, for the message.</param>
/// <param name="Section">The section's number.</param>
internal sealed record ShareClaim(decimal Part, decimal Percent, int Decimals, decimal[] Bases, string Words, int Section);

/// <summary>Everything that the text of a report says in figures.</summary>
internal sealed record ClaimSet(List<Claim> Claims, List<ShareClaim> Shares);
