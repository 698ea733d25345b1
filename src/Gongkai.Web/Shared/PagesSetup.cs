using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Web.Shared;

/// <summary>The pages of the program: the portal, the workbench, signing in, and what they share.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddGongkaiPages(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => new Assets());
        services.AddSingleton(configuration.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions());
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(BindingMessages.Speak);
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        return services;
    }

    public static void UseGongkaiPages(this WebApplication app)
    {
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api"), pages =>
        {
            pages.UseExceptionHandler("/error");
            pages.UseStatusCodePagesWithReExecute("/status/{0}");
        });
        app.UseRouting();
        app.MapAssets();
        app.MapRazorPages();
    }
}
