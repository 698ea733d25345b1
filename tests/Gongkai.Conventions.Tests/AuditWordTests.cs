using System.Text.RegularExpressions;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Requests;

namespace Gongkai.Conventions.Tests;

public sealed partial class AuditWordTests
{
    [Fact]
    public void Every_action_that_is_recorded_has_words()
    {
        var recorded = Repository.SourceFiles("src/Gongkai.Platform").Select(File.ReadAllText)
            .SelectMany(text => Recording().Matches(text))
            .SelectMany(match => Action().Matches(match.Value).Select(action => action.Groups[1].Value))
            .Concat(Enum.GetNames<FilingStep>().Select(step => $"filing.{char.ToLowerInvariant(step[0])}{step[1..]}"))
            .Concat(Enum.GetNames<RequestStepKind>().Select(step => $"request.{char.ToLowerInvariant(step[0])}{step[1..]}"))
            .ToHashSet();

        recorded.Count.ShouldBeGreaterThan(50);
        recorded.Except(AuditLabels.Actions.Keys).ShouldBeEmpty();
    }

    [GeneratedRegex(@"(RecordAsync|RecordManyAsync|AuditLine|Noted|MakeAsync|EndAsync)\s*\([^;]*;")]
    private static partial Regex Recording();

    [GeneratedRegex("\"([a-z]+\\.[a-z][a-zA-Z-]+)\"")]
    private static partial Regex Action();
}
