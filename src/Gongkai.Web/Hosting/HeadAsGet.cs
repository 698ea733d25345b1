namespace Gongkai.Web.Hosting;

/// <summary>Where GET is answered, so is HEAD (RFC 9110 §9.1): it takes the same way, and the server leaves the content out.</summary>
internal sealed class HeadAsGet : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, go) =>
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get;
            }

            return go(context);
        });
        next(app);
    };
}
