using Gongkai.Platform.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Gongkai.Web.Hosting;

/// <summary>A page of the workbench says which act it is for. Who may do that nowhere does not get in; for which agency is asked again by the use case.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Act act) : Attribute, IAsyncAuthorizationFilter
{
    public Act Act => act;

    public Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.HttpContext.ActorOrNull() is not { } actor)
        {
            context.Result = new ChallengeResult();
        }
        else if (!Gate.MayAnywhere(actor, act))
        {
            context.Result = new ForbidResult();
        }

        return Task.CompletedTask;
    }
}
