using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Gongkai.Reports.Checking;

/// <summary>
/// How strict the checker is: rules turned off or re-graded, and the thresholds. As a file it is JSON, all parts optional:
/// <c>{"rules": {"text.percent": "off", "preamble.contact": "warning"}, "jumpFactor": 10, "similarShare": 0.8}</c>.
/// </summary>
public sealed record CheckSettings
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private FrozenDictionary<string, Severity?> grades = FrozenDictionary<string, Severity?>.Empty;

    /// <summary>Every rule at its own severity.</summary>
    public static CheckSettings Default { get; } = new();

    /// <summary>How many times last year's figure is a jump; at least 2.</summary>
    public decimal JumpFactor { get; init; } = 10;

    /// <summary>The least difference that counts as a jump, so that 1 to 12 does not.</summary>
    public decimal JumpLeast { get; init; } = 50;

    /// <summary>The share of a section kept from last year's from which it counts as the same, 0 to 1.</summary>
    public decimal SimilarShare { get; init; } = 0.8m;

    /// <summary>The share of 其他处理 “3.其他” in all that was concluded above which it is a dustbin, 0 to 1.</summary>
    public decimal OtherShare { get; init; } = 0.1m;

    /// <summary>The 行政事业性收费 in 万元 above which a county or town probably wrote 元.</summary>
    public decimal ChargesCeiling { get; init; } = 10_000;

    /// <summary>The same settings with a rule re-graded, or turned off by null.</summary>
    /// <param name="rule">A rule of <see cref="Rules.All"/>.</param>
    /// <param name="severity">The new severity; null turns the rule off.</param>
    public CheckSettings With(Rule rule, Severity? severity) => With([new(rule.Id, severity)]);

    /// <summary>The severity at which a finding is shown; null where its rule is off. A finding that the checker doubts stays at its lower severity.</summary>
    /// <param name="id">The id of the rule; ids that the catalogue does not know keep their severity.</param>
    /// <param name="found">The severity that the check gave.</param>
    public Severity? GradeOf(string id, Severity found)
    {
        if (grades.Count == 0 || !grades.TryGetValue(id, out var set))
        {
            return found;
        }

        return set is { } grade && Rules.ById.TryGetValue(id, out var rule) && found < rule.Severity && found < grade ? found : set;
    }

    /// <summary>Reads a settings file.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="errors">What is wrong with it, each a Chinese sentence; empty where it was read.</param>
    /// <returns>The settings, or null where there are errors.</returns>
    public static CheckSettings? Parse(string json, out ImmutableArray<string> errors)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var settings = Default;
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                problems.Add("设置文件应是一个 JSON 对象，形如 {\"rules\": {\"text.percent\": \"off\"}}。");
            }
            else
            {
                foreach (var property in document.RootElement.EnumerateObject())
                {
                    settings = settings.Apply(property, problems);
                }
            }
        }
        catch (JsonException error)
        {
            problems.Add($"设置文件不是正确的 JSON：第 {error.LineNumber + 1} 行第 {error.BytePositionInLine + 1} 个字节附近有误。");
        }

        errors = problems.ToImmutable();
        return errors.IsEmpty ? settings : null;
    }

    private CheckSettings Apply(JsonProperty property, ImmutableArray<string>.Builder problems)
    {
        switch (property.Name)
        {
            case "rules":
                return ApplyRules(property.Value, problems);
            case "jumpFactor":
                return this with { JumpFactor = Number(property, 2, 1_000_000, JumpFactor, problems) };
            case "jumpLeast":
                return this with { JumpLeast = Number(property, 0, 1_000_000_000, JumpLeast, problems) };
            case "similarShare":
                return this with { SimilarShare = Number(property, 0, 1, SimilarShare, problems) };
            case "otherShare":
                return this with { OtherShare = Number(property, 0, 1, OtherShare, problems) };
            case "chargesCeiling":
                return this with { ChargesCeiling = Number(property, 0, 1_000_000_000, ChargesCeiling, problems) };
            default:
                problems.Add($"设置文件里没有“{property.Name}”这一项；可用的是 rules、jumpFactor、jumpLeast、similarShare、otherShare、chargesCeiling。");
                return this;
        }
    }

    private CheckSettings ApplyRules(JsonElement rules, ImmutableArray<string>.Builder problems)
    {
        if (rules.ValueKind != JsonValueKind.Object)
        {
            problems.Add("“rules”应是一个对象，形如 {\"text.percent\": \"off\"}。");
            return this;
        }

        var changes = new List<KeyValuePair<string, Severity?>>();
        foreach (var entry in rules.EnumerateObject())
        {
            var word = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : entry.Value.GetRawText();
            Severity? grade = null;
            if (!Rules.ById.ContainsKey(entry.Name))
            {
                problems.Add($"没有名为“{entry.Name}”的规则；规则的名称见 docs/rules.md。");
            }
            else if (word != "off" && !TryGrade(word, out grade))
            {
                problems.Add($"规则“{entry.Name}”的值“{word}”不认识；应是 error、warning、note 或 off。");
            }
            else
            {
                changes.Add(new(entry.Name, grade));
            }
        }

        return With(changes);
    }

    private CheckSettings With(IEnumerable<KeyValuePair<string, Severity?>> changes)
    {
        var merged = new Dictionary<string, Severity?>(grades, StringComparer.Ordinal);
        foreach (var (id, grade) in changes)
        {
            merged[id] = grade;
        }

        return this with { grades = merged.ToFrozenDictionary(StringComparer.Ordinal) };
    }

    private static bool TryGrade(string? word, out Severity? grade)
    {
        grade = word switch
        {
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "note" => Severity.Note,
            _ => null,
        };
        return grade is not null;
    }

    private static decimal Number(JsonProperty property, decimal least, decimal most, decimal otherwise, ImmutableArray<string>.Builder problems)
    {
        if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetDecimal(out var value) && value >= least && value <= most)
        {
            return value;
        }

        problems.Add($"“{property.Name}”应是 {Figure.Format(least)} 到 {Figure.Format(most)} 之间的数，现在是 {property.Value.GetRawText()}。");
        return otherwise;
    }
}
