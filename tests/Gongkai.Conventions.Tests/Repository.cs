using System.Reflection;
using System.Xml.Linq;

namespace Gongkai.Conventions.Tests;

/// <summary>The source tree that the tests were built from, and the assemblies built from it.</summary>
internal static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The project files below a folder.</summary>
    public static IReadOnlyList<string> Projects(string folder) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*.csproj", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)];

    /// <summary>The source files below a folder.</summary>
    public static IEnumerable<string> SourceFiles(params IEnumerable<string> folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)).Where(IsSource);

    /// <summary>The projects that a project file refers to, by name.</summary>
    public static IEnumerable<string> ProjectReferences(string project) =>
        XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));

    /// <summary>The assemblies of <c>src/</c> that this project refers to.</summary>
    public static IReadOnlyList<Assembly> SourceAssemblies { get; } =
        [.. Projects("src").Select(AssemblyName).Select(Assembly.Load)];

    /// <summary>A path as people write it, from the root.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string AssemblyName(string project) =>
        XDocument.Load(project).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);

    private static bool IsSource(string path) => !Relative(path).Split('/').Any(part => part is "artifacts" or "bin" or "obj" or "node_modules");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No Gongkai.slnx above {AppContext.BaseDirectory}.");
    }
}
