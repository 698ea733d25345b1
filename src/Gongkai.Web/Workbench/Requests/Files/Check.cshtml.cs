using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests.Files;

/// <summary>隐藏的内容: what was found hidden in a file; a cleaned copy of it, or a word why it may go out as it is; and whether the file goes with the reply.</summary>
[Requires(Act.HandleRequests)]
public sealed class CheckModel(RequestQueries requests) : RequestPage(requests)
{
    [BindProperty]
    public string? Explanation { get; set; }

    public FileView Document { get; private set; } = null!;

    public IActionResult OnGet(long file) => Show(file);

    public async Task<IActionResult> OnPostCleanAsync(long file, [FromServices] CleanFile clean, CancellationToken cancellation)
    {
        var result = await clean.RunAsync(Row.Id, file, HttpContext.Actor(), cancellation);
        if (result.File is not { } made)
        {
            return Wrong(file, "", result);
        }

        if ((await Requests.FindAsync(Row.Id, HttpContext.Actor(), cancellation))?.Files.FirstOrDefault(other => other.Id == made)?.Screening is { IsOpen: true })
        {
            TempData.Tell("能清理的已经清理，生成了新的一份；还有几处要手工处理，列在下面。");
            return Redirect(FormattableString.Invariant($"{RequestAddress.Of(Row.Id)}/files/{made}/check"));
        }

        TempData.Done("清理过的一份已经生成，里面没有隐藏的内容了；原来的文件留在案卷里。");
        return Redirect($"{RequestAddress.Of(Row.Id)}");
    }

    public async Task<IActionResult> OnPostExplainAsync(long file, [FromServices] ExplainFile explain, CancellationToken cancellation) =>
        After(file, nameof(Explanation), await explain.RunAsync(Row.Id, file, Explanation ?? "", HttpContext.Actor(), cancellation), "说明已经记下。");

    public async Task<IActionResult> OnPostSupplyAsync(long file, bool supplied, [FromServices] SupplyFile supply, CancellationToken cancellation)
    {
        var result = await supply.RunAsync(Row.Id, file, supplied, HttpContext.Actor(), cancellation);
        if (!result.IsDone)
        {
            TempData.Wrong(result.Message!);
        }
        else
        {
            TempData.Done(supplied ? "这份材料将随答复提供给申请人。" : "这份材料不再随答复提供。");
        }

        return Redirect($"{RequestAddress.Of(Row.Id)}");
    }

    private IActionResult After(long file, string field, RequestResult result, string done)
    {
        if (!result.IsDone)
        {
            return Wrong(file, field, result);
        }

        TempData.Done(done);
        return Redirect($"{RequestAddress.Of(Row.Id)}");
    }

    private IActionResult Wrong(long file, string field, RequestResult result)
    {
        if (result.Refusal == RequestRefusal.NotFound)
        {
            return NotFound();
        }

        ModelState.AddModelError(field, result.Message!);
        return Show(file);
    }

    private IActionResult Show(long file)
    {
        if (Sheet.Files.FirstOrDefault(found => found.Id == file) is not { Screening: not null } found)
        {
            return NotFound();
        }

        Document = found;
        return Page();
    }
}
