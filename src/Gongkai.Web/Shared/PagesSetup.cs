using System.Text.Encodings.Web;
using System.Text.Unicode;
using Gongkai.Web.Hosting;
using Gongkai.Web.Hosting.Running;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.WebEncoders;

namespace Gongkai.Web.Shared;

/// <summary>The pages of the program: the portal, the workbench, signing in, and what they share.</summary>
public static class PagesSetup
{
    public static IServiceCollection AddGongkaiPages(this IServiceCollection services)
    {
        services.AddSingleton(_ => new Assets());
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(BindingMessages.Speak).AddMvcOptions(options => options.ModelBinderProviders.Insert(0, new PlainStrings()));
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        return services;
    }

    public static void UseGongkaiPages(this WebApplication app)
    {
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api/v1"), pages =>
        {
            pages.UseStatusCodePagesWithReExecute("/status/{0}");
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", SuppressDiagnosticsCallback = _ => true });
        });
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api/v1"),
            api => api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Failures.AnswerAsync, SuppressDiagnosticsCallback = _ => true }));
        app.UseRouting();
        app.MapAssets();
        app.MapRazorPages();
    }
}
