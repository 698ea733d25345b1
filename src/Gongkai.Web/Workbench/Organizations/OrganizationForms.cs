using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Reform;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>What the forms about agencies have in common.</summary>
internal static class OrganizationForms
{
    public const string Home = "/work/organizations";

    /// <summary>The agency of a page, where this person may do that with it.</summary>
    public static async Task<AgencyDetails?> FindAsync(this AgencyQueries agencies, int id, Actor actor, Act act, CancellationToken cancellation) =>
        await agencies.DetailsAsync(id, cancellation) is { } details && Gate.May(actor, act, details.Path) ? details : null;

    public static void Add(this ModelStateDictionary state, AgencyFault fault, string prefix = "Input") =>
        state.AddModelError(fault.Field == AgencyField.Authority ? "Authority" : $"{prefix}.{fault.Field}", AgencyWords.Of(fault));

    /// <summary>Whether it files, and what that has to do with the sum.</summary>
    public static string FilingOf(AgencyRow row) =>
        !row.MustFile ? "不编制" : row.CountedInSum && !row.IsVertical ? "编制，计入汇总" : "编制，不计入汇总";

    public static string Explain(ReformRefusal refusal) => refusal switch
    {
        ReformRefusal.NotFound => "有的机关找不到了，或者同一个机关填了两次，请核对后再办。",
        ReformRefusal.NotAllowed => "有的机关不在您管理的范围内，请上级的系统管理员来办。",
        ReformRefusal.ChangedMeanwhile => "别人刚改动过这个机关，请重新打开这一页再办。",
        ReformRefusal.AlreadyEnded => "有的机关已经撤销，不能再办。",
        ReformRefusal.DateOutOfRange => "日期要在机关成立之后，并且不能晚于今天。",
        ReformRefusal.TooFew => "合并至少要有两个机关，分设至少要分成两个。",
        ReformRefusal.SuccessorEnds => "承继的机关不能是要撤并的机关，也不能是它的下级。",
        ReformRefusal.SuccessorEnded => "承继的机关在那一天还没有成立，或者已经撤销，请换一个。",
        ReformRefusal.HasChildren => "它下面还有机关，请先把它们调整到别的上级之下，或先撤销它们。",
    };

    /// <summary>The agency that a person named in full or by its code; what is wrong with the name goes beside its field.</summary>
    public static async Task<int?> NamedAsync(this AgencyQueries agencies, string? text, ModelStateDictionary state, string key, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var found = await agencies.NamedAsync(text, cancellation);
        if (found.Count != 1)
        {
            state.AddModelError(key, found.Count == 0 ? "找不到这个机关，请填它的全称或统一社会信用代码。" : "叫这个名称的机关不止一个，请改填统一社会信用代码。");
            return null;
        }

        return found[0].Id;
    }

    /// <summary>Goes to the successor, or back to the agency where there is none; else shows what stood in the way.</summary>
    /// <param name="page">The page with the form.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="done">What to say where it was done.</param>
    /// <param name="prefix">The fields of the new agency of a number.</param>
    /// <param name="home">The agency to go to where no successor stands alone.</param>
    public static IActionResult Finish(this PageModel page, ReformResult result, string done, Func<int, string> prefix, int? home = null)
    {
        foreach (var fault in result.Faults)
        {
            page.ModelState.Add(fault.Fault, prefix(fault.Number));
        }

        if (result.Refusal is { } refusal)
        {
            page.ModelState.AddModelError(refusal != ReformRefusal.DateOutOfRange ? "" : page.ModelState.ContainsKey("Input.On") ? "Input.On" : "Input.LastDay", Explain(refusal));
        }

        if (!page.ModelState.IsValid)
        {
            return page.Page();
        }

        page.TempData.Done(done);
        return new RedirectResult(FormattableString.Invariant($"{Home}/{home ?? result.Successors[0]}"));
    }
}
