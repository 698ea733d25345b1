using System.Text.Json;
using Gongkai.Reports.Form;
using Gongkai.Reports.Json;

namespace Gongkai.Reports.Tests.Writing;

public sealed class SchemaTests
{
    private static readonly JsonElement Schema = Load();

    [Fact]
    public void Every_figure_of_the_form_has_its_place_in_the_schema()
    {
        foreach (var figure in NationalForm.Figures)
        {
            var place = Schema;
            foreach (var step in figure.Name.Split('.'))
            {
                place.GetProperty("properties").TryGetProperty(step, out var next).ShouldBeTrue(figure.Name);
                place = Resolve(next);
            }

            place.GetProperty("type").EnumerateArray().Select(type => type.GetString()).ShouldBe(["number", "null"]);
        }
    }

    [Theory]
    [InlineData(Edition.National2021)]
    [InlineData(Edition.Trial2019)]
    public void What_is_written_has_every_required_name_and_none_that_the_schema_lacks(Edition edition)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, SampleReport.Of(edition), [new Finding("requests.balance", Severity.Note, "核对")]);
        using var report = JsonDocument.Parse(stream.ToArray());

        Check(report.RootElement, Schema, "");
    }

    private static void Check(JsonElement element, JsonElement schema, string path)
    {
        schema = Resolve(schema);
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Check(item, schema.GetProperty("items"), path + "[]");
            }
        }

        if (element.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out var properties))
        {
            return;
        }

        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray())
            {
                element.TryGetProperty(name.GetString()!, out _).ShouldBeTrue($"{path}.{name}");
            }
        }

        foreach (var property in element.EnumerateObject())
        {
            properties.TryGetProperty(property.Name, out var next).ShouldBeTrue($"{path}.{property.Name}");
            Check(property.Value, next, $"{path}.{property.Name}");
        }
    }

    private static JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? Schema.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..])
            : schema;

    private static JsonElement Load()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Gongkai.slnx")))
        {
            folder = folder.Parent;
        }

        var path = Path.Combine(folder.ShouldNotBeNull().FullName, "docs", "report.schema.json");
        return JsonDocument.Parse(File.ReadAllBytes(path)).RootElement;
    }
}
