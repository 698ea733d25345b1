using System.Text.RegularExpressions;

namespace Gongkai.Conventions.Tests;

public sealed partial class FileTests
{
    private const int MostLines = 400;

    [Fact]
    public void A_file_that_needs_much_scrolling_is_two_files() =>
        Repository.SourceFiles("src", "tests", "bench")
            .Select(file => (Path: Repository.Relative(file), Lines: File.ReadLines(file).Count()))
            .Where(file => file.Lines > MostLines)
            .ShouldBeEmpty();

    [Fact]
    public void A_source_file_holds_neither_regions_nor_notes_to_oneself() =>
        Repository.SourceFiles("src", "tests", "bench")
            .Where(file => Path.GetFileName(file) != $"{nameof(FileTests)}.cs" && Leftover().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative)
            .ShouldBeEmpty();

    [GeneratedRegex(@"^\s*#region|//\s*(TODO|FIXME|HACK)\b|NotImplementedException", RegexOptions.Multiline)]
    private static partial Regex Leftover();
}
