using System.Xml.Linq;

namespace Gongkai.Conventions.Tests;

/// <summary>Law ← Reports ← Platform ← Web; Cli → Reports, Platform. Nothing points back.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> MayRefer = new()
    {
        ["Gongkai.Law"] = [],
        ["Gongkai.Reports"] = ["Gongkai.Law"],
        ["Gongkai.Platform"] = ["Gongkai.Reports", "Gongkai.Law"],
        ["Gongkai.Web"] = ["Gongkai.Platform", "Gongkai.Reports", "Gongkai.Law"],
        ["Gongkai.Cli"] = ["Gongkai.Platform", "Gongkai.Reports", "Gongkai.Law"],
    };

    public static TheoryData<string> SourceProjects => [.. Repository.Projects("src").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(SourceProjects))]
    public void A_project_refers_only_to_those_before_it(string project)
    {
        var name = Path.GetFileNameWithoutExtension(project);

        MayRefer.ShouldContainKey(name, $"{name} has no place in the order of the projects yet.");
        Repository.ProjectReferences(Path.Combine(Repository.Root, project)).Except(MayRefer[name]).ShouldBeEmpty();
    }

    [Fact]
    public void An_assembly_uses_only_those_before_it()
    {
        foreach (var assembly in Repository.SourceAssemblies)
        {
            var name = ProjectName(assembly.GetName().Name!);
            assembly.GetReferencedAssemblies()
                .Select(reference => ProjectName(reference.Name!))
                .Where(reference => MayRefer.ContainsKey(reference))
                .Except(MayRefer[name])
                .ShouldBeEmpty($"{name} uses what comes after it.");
        }
    }

    [Fact]
    public void The_law_needs_no_package() =>
        XDocument.Load(Path.Combine(Repository.Root, "src/Gongkai.Law/Gongkai.Law.csproj")).Descendants("PackageReference").ShouldBeEmpty();

    [Fact]
    public void The_solution_holds_every_project()
    {
        var listed = XDocument.Load(Path.Combine(Repository.Root, "Gongkai.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!);
        var present = new[] { "src", "tests", "bench" }.SelectMany(Repository.Projects).Select(Repository.Relative);

        listed.ShouldBe(present, ignoreOrder: true);
    }

    [Fact]
    public void Every_project_with_tests_is_found_by_its_name()
    {
        var found = Directory.GetDirectories(Path.Combine(Repository.Root, "tests"), "*.Tests").Select(Path.GetFileName);
        var withTests = Repository.SourceFiles("tests")
            .Where(file => File.ReadAllText(file) is var text && (text.Contains("[Fact", StringComparison.Ordinal) || text.Contains("[Theory", StringComparison.Ordinal)))
            .Select(file => Repository.Relative(file).Split('/')[1])
            .Distinct();

        withTests.Except(found).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Repository.Root, "test")).ShouldContain("tests/*.Tests/*.csproj");
    }

    [Fact]
    public void Every_project_has_its_lock_file() =>
        new[] { "src", "tests", "bench" }.SelectMany(Repository.Projects)
            .Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json")))
            .Select(Repository.Relative)
            .ShouldBeEmpty();

    private static string ProjectName(string assembly) => assembly switch { "gongkai" => "Gongkai.Cli", "gongkai-web" => "Gongkai.Web", _ => assembly };
}
