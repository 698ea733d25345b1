using Gongkai.Platform.Ledgers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.Web.Workbench.Ledgers;

internal static class ActRefusals
{
    /// <summary>Says at its field why an act was not taken.</summary>
    public static void Refuse(this ModelStateDictionary state, ActTaken taken)
    {
        foreach (var fault in taken.Faults)
        {
            state.AddModelError($"Input.{fault.Field}", fault.Message);
        }

        if (taken.Faults.Count == 0)
        {
            state.AddModelError(taken.Refusal switch
            {
                ActRefusal.AlreadyThere => "Input.Number",
                ActRefusal.PeriodOverlaps => "Input.Period",
                ActRefusal.NoSuchDocument => "Input.DocumentId",
                ActRefusal.ReasonMissing => "Why",
                _ => "",
            }, taken.Message!);
        }
    }
}
