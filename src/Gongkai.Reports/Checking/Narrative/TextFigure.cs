namespace Gongkai.Reports.Checking.Narrative;

/// <summary>A figure that the text of a report states: evidence of what a cell should hold.</summary>
/// <param name="Address">The cell that the sentence speaks of.</param>
/// <param name="Value">What the sentence says.</param>
/// <param name="Sentence">The sentence, without spaces.</param>
/// <param name="Section">The statutory number of the section that it stands in.</param>
/// <param name="Sure">Whether it surely speaks of that figure, of the agency's own scope and of the report's year.</param>
public sealed record TextFigure(FigureAddress Address, decimal Value, string Sentence, int Section, bool Sure);
