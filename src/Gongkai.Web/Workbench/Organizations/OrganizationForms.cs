using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>What the forms about agencies have in common.</summary>
internal static class OrganizationForms
{
    public const string Home = "/work/organizations";

    /// <summary>The agency of a page, where this person may do that with it.</summary>
    public static async Task<AgencyDetails?> FindAsync(this AgencyQueries agencies, int id, Actor actor, Act act, CancellationToken cancellation) =>
        await agencies.DetailsAsync(id, cancellation) is { } details && Gate.May(actor, act, details.Path) ? details : null;

    public static void Add(this ModelStateDictionary state, AgencyFault fault, string prefix = "Input") =>
        state.AddModelError($"{prefix}.{fault.Field}", AgencyWords.Of(fault));

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
}
