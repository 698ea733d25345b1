using Gongkai.Reports.Checking;

namespace Gongkai.Reports.Tests.Checking;

public sealed class RulesPageTests
{
    /// <summary>Run once with <c>GONGKAI_WRITE_DOCS=1</c> after a change of the rules.</summary>
    [Fact]
    public void The_page_is_made_from_the_code()
    {
        var file = Path.Combine(Root(), "docs", "rules.md");
        if (Environment.GetEnvironmentVariable("GONGKAI_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, RulesPage.Markdown());
        }

        File.ReadAllText(file).ShouldBe(RulesPage.Markdown());
    }

    [Fact]
    public void Each_id_stands_once_and_each_rule_says_what_it_rests_on()
    {
        Rules.All.Select(rule => rule.Id).ShouldBeUnique();
        Rules.All.ShouldAllBe(rule => rule.Title.Length > 0 && rule.Source.Length > 0 && rule.Explanation.Length > 0);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The solution's folder was not found.");
        }

        return folder.FullName;
    }
}
