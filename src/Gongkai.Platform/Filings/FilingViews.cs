using System.Collections.Immutable;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings;

/// <summary>A finding as it is shown at its cells.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="At">The addresses of the cells, most important first.</param>
/// <param name="Section">The section, where it is about text.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
/// <param name="Mends">Changes that would settle it, best first.</param>
/// <param name="Explanation">The word that was given for it, by whom; null where none was.</param>
public sealed record FindingView(
    string Rule, Severity Severity, IReadOnlyList<string> At, int? Section, string Message, IReadOnlyList<MendView> Mends, ExplanationView? Explanation)
{
    /// <summary>The cells as an explanation names them.</summary>
    public string Place => string.Join(' ', At);
}

/// <summary>A set of cells whose change makes the figures agree.</summary>
public sealed record MendView(IReadOnlyList<MendedField> Changes, string Reason);

/// <summary>One cell of a mend.</summary>
public sealed record MendedField(string Field, decimal? From, decimal To);

/// <summary>A word of explanation for a warning.</summary>
public sealed record ExplanationView(string Text, string WriterName, DateTimeOffset WrittenAt);

/// <summary>A remark at a cell (<c>requests.granted.natural</c>), a section (<c>section.3</c>) or the whole (empty). A held one is a draft of the authority, which the agency does not see yet; who wrote it may remove it.</summary>
public sealed record RemarkView(int Id, string At, string Text, string WriterName, DateTimeOffset WrittenAt, DateTimeOffset? SettledAt, bool IsHeld, bool MayRemove);

internal static class FilingViews
{
    public static string At(Finding finding) => string.Join(' ', finding.At);

    public static IReadOnlyList<FindingView> Of(ImmutableArray<Finding> findings, IReadOnlyList<Explanation> explanations) =>
    [
        .. findings.Select(finding => new FindingView(
            finding.Rule,
            finding.Severity,
            [.. finding.At.Select(address => address.ToString())],
            finding.Section,
            finding.Message,
            [.. finding.Mends.Select(Of)],
            ExplanationOf(finding, explanations) is { } given ? new ExplanationView(given.Text, given.WriterName, given.WrittenAt) : null)),
    ];

    public static MendView Of(Mend mend) => new([.. mend.Changes.Select(change => new MendedField(change.Address.ToString(), change.From, change.To))], mend.Reason);

    public static Explanation? ExplanationOf(Finding finding, IReadOnlyList<Explanation> explanations)
    {
        var at = At(finding);
        return explanations.FirstOrDefault(given => given.Rule == finding.Rule && given.At == at && given.Message == finding.Message);
    }
}
