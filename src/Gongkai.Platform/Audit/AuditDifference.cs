using System.Text.Json;

namespace Gongkai.Platform.Audit;

/// <summary>What an entry changed, field by field; personal data masked.</summary>
public static class AuditDifference
{
    public static IReadOnlyList<AuditChangeLine> Of(string? before, string? after)
    {
        var (old, current) = (Flatten(before), Flatten(after));
        return
        [
            .. old.Keys.Union(current.Keys).Select(field => new AuditChangeLine(field, Shown(old, field), Shown(current, field)))
                .Where(line => line.Before != line.After),
        ];
    }

    private static string? Shown(Dictionary<string, string> fields, string field) => fields.TryGetValue(field, out var value) ? PersonalData.Mask(value) : null;

    private static Dictionary<string, string> Flatten(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            Add(fields, "", document.RootElement);
        }

        return fields;
    }

    private static void Add(Dictionary<string, string> fields, string name, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                Add(fields, name.Length == 0 ? property.Name : $"{name}.{property.Name}", property.Value);
            }
        }
        else
        {
            fields[name] = element.ValueKind switch
            {
                JsonValueKind.Array => string.Join("、", element.EnumerateArray().Select(Text)),
                _ => Text(element),
            };
        }
    }

    private static string Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Null => "",
        _ => element.GetRawText(),
    };
}

/// <summary>A field before and after; null where it did not stand.</summary>
public sealed record AuditChangeLine(string Field, string? Before, string? After);
