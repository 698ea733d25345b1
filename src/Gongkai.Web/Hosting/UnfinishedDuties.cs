namespace Gongkai.Web.Hosting;

/// <summary>Who has to change the password or to set up a second factor gets nowhere else until it is done.</summary>
public static class UnfinishedDuties
{
    public static void UseUnfinishedDuties(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.SignedInOrNull() is not { } signedIn || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<DuringDutiesAttribute>() is not null)
        {
            return next(context);
        }

        var duty = signedIn.MustChangePassword ? "/account/password" : signedIn.NeedsSecondFactor ? "/account/security" : null;
        if (duty is null)
        {
            return next(context);
        }

        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Redirect(duty);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    });
}

/// <summary>A page that is open to a person who still has to change the password or to set up a second factor.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class DuringDutiesAttribute : Attribute;
