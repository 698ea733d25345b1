using System.Text.Json;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Web.Hosting;

namespace Gongkai.Web.Workbench.Organizations;

[Requires(Act.ManageAgencies)]
public sealed class AgencyModel(AgencyQueries agencies) : AgencyPage(agencies)
{
    private const int MostBelow = 100;

    public Branch Below { get; private set; } = new([], 0, 0);

    public IReadOnlyList<AgencyEvent> History { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Below = await Agencies.BranchAsync(Agency.Id, Agency.ValidTo, 0, MostBelow, cancellation);
        History = await Agencies.HistoryAsync(Agency.Id, cancellation);
    }

    /// <summary>What changed, field by field; a state without one before it shows nothing.</summary>
    public static IEnumerable<(string Field, string Before, string After)> ChangesOf(AgencyEvent happened)
    {
        if (happened.Before is null || happened.After is null)
        {
            yield break;
        }

        using var before = JsonDocument.Parse(happened.Before);
        using var after = JsonDocument.Parse(happened.After);
        foreach (var field in Enum.GetValues<AgencyField>())
        {
            var (was, now) = (TextOf(before.RootElement, field), TextOf(after.RootElement, field));
            if (was != now)
            {
                yield return (AgencyWords.Of(field), was, now);
            }
        }
    }

    private static string TextOf(JsonElement state, AgencyField field)
    {
        foreach (var property in state.EnumerateObject().Where(property => string.Equals(property.Name, field.ToString(), StringComparison.OrdinalIgnoreCase)))
        {
            return property.Value.ValueKind switch { JsonValueKind.True => "是", JsonValueKind.False => "否", JsonValueKind.Null => "", _ => WordOf(field, property.Value.ToString()) };
        }

        return "";
    }

    private static string WordOf(AgencyField field, string value) => field switch
    {
        AgencyField.Kind when Enum.TryParse<AgencyKind>(value, ignoreCase: true, out var kind) => AgencyWords.Of(kind),
        AgencyField.Level when Enum.TryParse<Law.Reporting.GovernmentLevel>(value, ignoreCase: true, out var level) => AgencyWords.Of(level),
        _ => value,
    };
}
