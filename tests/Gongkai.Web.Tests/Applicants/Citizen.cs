using System.Text.RegularExpressions;
using Gongkai.Testing.Web;

namespace Gongkai.Web.Tests.Applicants;

/// <summary>Someone who asks for information over the portal, without scripts: fills in the form, answers the question, follows the case.</summary>
internal static partial class Citizen
{
    private const string Numerals = "零一二三四五六七八九";

    public static Dictionary<string, string?> Fields => new()
    {
        ["Input.Wanted"] = "青禾水库移民补偿标准",
        ["Input.Name"] = "周小舟",
        ["Input.IdentityNumber"] = "110101199003074477",
        ["Input.Telephone"] = "13800001111",
    };

    /// <summary>Fills in the form of an agency and sees the summary.</summary>
    public static async Task FillAsync(Visitor visitor, int agency, Dictionary<string, string?>? changes = null)
    {
        await visitor.OpenAsync($"/request?agency={agency}");
        await visitor.SubmitAsync(".request-form", changes ?? Fields);
    }

    /// <summary>Sends what the summary shows.</summary>
    public static Task SendAsync(Visitor visitor, string? answer = null) =>
        visitor.SubmitAsync("[data-work]", new() { ["Answer"] = answer ?? AnswerOf(visitor) });

    /// <summary>Fills in and sends a request; the receipt is the page that is open.</summary>
    public static async Task<(string Number, string Code)> AskAsync(Visitor visitor, int agency, Dictionary<string, string?>? changes = null)
    {
        await FillAsync(visitor, agency, changes);
        await SendAsync(visitor);
        var codes = visitor.Page.QuerySelectorAll(".receipt-code").Select(code => code.TextContent.Trim()).ToList();
        return (codes[0], codes[1]);
    }

    /// <summary>Opens a case with number and code.</summary>
    public static async Task OpenAsync(Visitor visitor, string number, string code)
    {
        await visitor.OpenAsync("/request/track");
        await visitor.SubmitAsync("[data-open-case]", new() { ["Number"] = number, ["Code"] = code });
    }

    public static string AnswerOf(Visitor visitor)
    {
        var question = Question().Match(visitor.Text);
        return (Numerals.IndexOf(question.Groups[1].Value, StringComparison.Ordinal) + Numerals.IndexOf(question.Groups[2].Value, StringComparison.Ordinal)).ToString(null, null);
    }

    [GeneratedRegex("([一二三四五六七八九])加([一二三四五六七八九])等于几")]
    private static partial Regex Question();
}
