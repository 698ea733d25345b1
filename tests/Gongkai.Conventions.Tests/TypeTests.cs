using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Gongkai.Conventions.Tests;

public sealed partial class TypeTests
{
    private static readonly string[] Documented = ["Gongkai.Law", "Gongkai.Reports"];

    private static IEnumerable<Type> Types { get; } =
        [.. Repository.SourceAssemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type))];

    [Fact]
    public void A_class_is_sealed_unless_something_derives_from_it()
    {
        var inherited = Types.Select(type => type.BaseType).OfType<Type>().Select(Definition).ToHashSet();

        Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !inherited.Contains(type))
            .Select(type => type.FullName)
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_name_says_what_a_type_is_not_that_it_is_one() =>
        Types.Where(type => EmptyWord().IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void An_interface_has_more_than_one_implementation() =>
        Types.Where(type => type.IsInterface && Types.Count(other => other.IsClass && type.IsAssignableFrom(other)) == 1)
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void A_public_type_of_the_law_and_of_the_reports_says_what_it_is()
    {
        foreach (var assembly in Repository.SourceAssemblies.Where(assembly => Documented.Contains(assembly.GetName().Name)))
        {
            var summaries = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
                .Where(member => member.Element("summary")?.Value.Trim().Length > 0)
                .Select(member => (string)member.Attribute("name")!)
                .ToHashSet();

            assembly.GetExportedTypes()
                .Where(type => !IsGenerated(type) && !summaries.Contains($"T:{type.FullName!.Replace('+', '.')}"))
                .Select(type => type.FullName)
                .ShouldBeEmpty();
        }
    }

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.FullName?.StartsWith("Microsoft.", StringComparison.Ordinal) ?? false)
        || (type.FullName?.StartsWith("System.", StringComparison.Ordinal) ?? false)
        || type is { Name: "Program", Namespace: null or "" }
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    [GeneratedRegex("(Helper|Manager|Util|Utils|Utility|Utilities|Common|Base|Impl|Dto)s?(`\\d+)?$|^(Helper|Util|Common|Base)(?![a-z])")]
    private static partial Regex EmptyWord();
}
