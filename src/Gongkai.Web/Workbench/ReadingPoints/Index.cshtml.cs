using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation.ReadingPoints;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.ReadingPoints;

/// <summary>The reading points that this person keeps.</summary>
[Requires(Act.EditProfile)]
public sealed class IndexModel(ReadingPointQueries points, KeepReadingPoint keep) : PageModel
{
    public const string Home = "/work/reading-points";

    public IReadOnlyList<ReadingPointView> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Rows = await points.KeptAsync(HttpContext.Actor(), cancellation);

    public async Task<IActionResult> OnPostCloseAsync(int point, CancellationToken cancellation)
    {
        var result = await keep.CloseAsync(point, HttpContext.Actor(), cancellation);
        if (result.IsDone)
        {
            TempData.Done("查阅场所已撤销，门户上不再显示。");
        }
        else
        {
            TempData.Wrong(result.Message!);
        }

        return Redirect(Home);
    }
}
