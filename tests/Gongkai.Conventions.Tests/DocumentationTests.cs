using System.Text.RegularExpressions;

namespace Gongkai.Conventions.Tests;

/// <summary>What the documents name is there.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] Roots = ["src", "tests", "bench", "docs", "samples", ".ci"];

    private static readonly string[] Commands = ["read", "check", "mend", "write", "compare", "sum", "backup", "restore", "audit", "search"];

    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(Repository.Relative)
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_path_that_a_document_names_exists(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));
        var folder = Path.GetDirectoryName(document)!;
        var quoted = Quoted().Matches(text).Select(match => match.Groups[1].Value).Where(IsPath);
        var linked = Linked().Matches(text).Select(match => match.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => Path.Combine(folder, target.Split('#')[0]));

        quoted.Concat(linked).Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_command_that_a_document_names_exists(string document)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, document));

        Command().Matches(text).Select(match => match.Groups[1].Value).Except(Commands).ShouldBeEmpty();
        Script().Matches(text).Select(match => match.Groups[1].Value).Distinct()
            .Where(script => !File.Exists(Path.Combine(Repository.Root, script)))
            .ShouldBeEmpty();
    }

    /// <summary>A quotation is a path when it begins with a folder of ours; braces and stars stand for several.</summary>
    private static bool IsPath(string quoted) =>
        Roots.Any(root => quoted.StartsWith(root + "/", StringComparison.Ordinal)) && !quoted.AsSpan().ContainsAny("*{ <…");

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Linked();

    [GeneratedRegex(@"(?:^|[`\s/])gongkai ([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?:^|[`\s])\./([a-z]+)\b", RegexOptions.Multiline)]
    private static partial Regex Script();
}
