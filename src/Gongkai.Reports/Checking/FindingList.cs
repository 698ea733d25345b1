using System.Collections.Immutable;

namespace Gongkai.Reports.Checking;

/// <summary>Collects findings under the settings: those of a rule that is off never enter.</summary>
internal sealed class FindingList(CheckSettings settings)
{
    private ImmutableArray<Finding>.Builder? findings;

    public CheckSettings Settings => settings;

    public void Add(Finding finding)
    {
        if (settings.GradeOf(finding.Rule, finding.Severity) is { } grade)
        {
            findings ??= ImmutableArray.CreateBuilder<Finding>();
            findings.Add(grade == finding.Severity ? finding : finding with { Severity = grade });
        }
    }

    public void Add(ImmutableArray<Finding> many)
    {
        foreach (var finding in many)
        {
            Add(finding);
        }
    }

    public void Add(
        Rule rule,
        string message,
        ImmutableArray<FigureAddress> at = default,
        int? section = null,
        string? expected = null,
        string? actual = null,
        bool doubtful = false) =>
        Add(new Finding(rule.Id, doubtful ? Severity.Note : rule.Severity, message)
        {
            At = at.IsDefault ? [] : at,
            Section = section,
            Expected = expected,
            Actual = actual,
        });

    public ImmutableArray<Finding> ToImmutable() => findings?.ToImmutable() ?? [];
}
