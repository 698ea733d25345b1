using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>What the editor's page and its script say to each other.</summary>
internal static class EditorJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static JsonResult Of(object value) => new(value, Options);

    /// <summary>The same as text that can stand in a page.</summary>
    public static string TextOf(object value) => JsonSerializer.Serialize(value, Options);
}

/// <summary>What the script starts from.</summary>
public sealed record EditorData(FilingSheet Sheet, IReadOnlyList<EditorSum> Sums, Guid Account, IReadOnlyDictionary<FilingState, string> StateWords, IReadOnlyDictionary<Severity, string> SeverityWords)
{
    public static EditorData Of(FilingSheet sheet, AnnualReport report, Actor actor) =>
        new(sheet, [.. Identities.Of(sheet.Edition == Edition.Trial2019 || Identities.HasSingleOtherwiseRow(report.Figures)).Select(EditorSum.Of)], actor.AccountId, Enum.GetValues<FilingState>().ToDictionary(state => state, FilingWords.Of),
            Enum.GetValues<Severity>().ToDictionary(severity => severity, severity => severity.Word()));
}

/// <summary>An identity of the form: what the sum of the one side has to equal on the other.</summary>
public sealed record EditorSum(string Rule, IReadOnlyList<string> Left, IReadOnlyList<string> Right)
{
    public static EditorSum Of(Identity identity) =>
        new(identity.Rule, [.. identity.Left.Select(address => address.ToString())], [.. identity.Right.Select(address => address.ToString())]);
}
