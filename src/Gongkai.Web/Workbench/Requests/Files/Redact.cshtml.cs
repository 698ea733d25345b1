using Gongkai.Platform.Accounts;
using Gongkai.Platform.Redaction;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Redacting;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests.Files;

/// <summary>遮盖: the pages of a file, what is marked on them, and the new file in which it is covered.</summary>
[Requires(Act.HandleRequests)]
public sealed class RedactModel(RequestQueries requests, RedactionQueries redactions, MarkFile marks) : RequestPage(requests)
{
    [BindProperty]
    public RedactForm Input { get; set; } = new();

    public RedactionSheet Redaction { get; private set; } = null!;

    /// <summary>Numbers of persons that were found; null while nobody looked for them.</summary>
    public IReadOnlyList<TextPlace>? Proposed { get; private set; }

    public async Task<IActionResult> OnGetAsync(long file, CancellationToken cancellation) => await ShowAsync(file, cancellation);

    /// <summary>The Enter key: marks the words or the place that was typed, and does nothing where neither was.</summary>
    public async Task<IActionResult> OnPostAsync(long file, CancellationToken cancellation) =>
        Input.Phrases.Count > 0 ? await OnPostWordsAsync(file, cancellation)
        : Input.Area is not null ? await OnPostAddAsync(file, cancellation)
        : await ShowAsync(file, cancellation);

    public async Task<IActionResult> OnPostWordsAsync(long file, CancellationToken cancellation)
    {
        if (Input.Phrases.Count == 0)
        {
            return await WrongAsync(file, "Input.Words", "请写要遮盖的词，一行一个。", cancellation);
        }

        var result = await marks.CoverWordsAsync(new(Row.Id, file, Input.Ground, Input.Phrases), HttpContext.Actor(), cancellation);
        return await AfterAsync(file, "Input.Words", result, $"找到并标出 {result.Count} 处。", cancellation);
    }

    public async Task<IActionResult> OnPostAddAsync(long file, CancellationToken cancellation)
    {
        if (Input.Area is not { } area)
        {
            return await WrongAsync(file, "Input.Page", "请填写页码和框的位置，都是数字，框要落在页面上。", cancellation);
        }

        return await AfterAsync(file, "Input.Page", await marks.AddAsync(new(Row.Id, file, Input.Ground, [area]), HttpContext.Actor(), cancellation), null, cancellation);
    }

    public async Task<IActionResult> OnPostNumbersAsync(long file, CancellationToken cancellation)
    {
        if (await redactions.FindNumbersAsync(Row.Id, file, HttpContext.Actor(), cancellation) is not { } found)
        {
            return NotFound();
        }

        Proposed = found.Places;
        return found.Complaint is not null || !found.HasText
            ? await WrongAsync(file, "", found.Complaint ?? WordsOf(MarkFile.Refusal.NoText), cancellation)
            : await ShowAsync(file, cancellation);
    }

    public async Task<IActionResult> OnPostCoverAsync(long file, CancellationToken cancellation)
    {
        var result = await marks.AddAsync(new(Row.Id, file, Input.Ground, Input.ChosenAreas), HttpContext.Actor(), cancellation);
        return await AfterAsync(file, "", result, $"已标出 {Input.Chosen?.Length ?? 0} 处。", cancellation);
    }

    public async Task<IActionResult> OnPostRemoveAsync(long file, long mark, CancellationToken cancellation)
    {
        await marks.RemoveAsync(Row.Id, file, mark, HttpContext.Actor(), cancellation);
        return Back(file);
    }

    public async Task<IActionResult> OnPostUndoAsync(long file, CancellationToken cancellation)
    {
        await marks.UndoAsync(Row.Id, file, HttpContext.Actor(), cancellation);
        return Back(file);
    }

    public async Task<IActionResult> OnPostConvertAsync(long file, [FromServices] ConvertFile convert, CancellationToken cancellation)
    {
        var result = await convert.RunAsync(Row.Id, file, HttpContext.Actor(), cancellation);
        if (result.File is not { } made)
        {
            return await WrongAsync(file, "", result.Message!, cancellation);
        }

        TempData.Done("已经转成 PDF，在下面遮盖。");
        return Back(made);
    }

    public async Task<IActionResult> OnPostMakeAsync(long file, [FromServices] RedactFile redact, CancellationToken cancellation)
    {
        var result = await redact.RunAsync(new(Row.Id, file, Input.Name, Input.IsSupplied), HttpContext.Actor(), cancellation);
        if (!result.IsDone)
        {
            return await WrongAsync(file, "", result.Message!, cancellation);
        }

        TempData.Done($"遮盖后的文件已经生成{(Input.IsSupplied ? "，将随答复提供" : "")}；原件只留存。请在“材料”里下载，核对一遍。");
        return Redirect($"{RequestAddress.Of(Row.Id)}");
    }

    private async Task<IActionResult> AfterAsync(long file, string field, MarkFile.Result result, string? done, CancellationToken cancellation)
    {
        if (result.Refusal is { } refusal)
        {
            return refusal == MarkFile.Refusal.NotFound ? NotFound() : await WrongAsync(file, field, result.Complaint ?? WordsOf(refusal), cancellation);
        }

        if (done is not null)
        {
            TempData.Done(done);
        }

        return Back(file);
    }

    private async Task<IActionResult> WrongAsync(long file, string field, string message, CancellationToken cancellation)
    {
        ModelState.AddModelError(field, message);
        return await ShowAsync(file, cancellation);
    }

    private async Task<IActionResult> ShowAsync(long file, CancellationToken cancellation)
    {
        if (await redactions.FindAsync(Row.Id, file, HttpContext.Actor(), cancellation) is not { } found)
        {
            return NotFound();
        }

        Redaction = found;
        return Page();
    }

    private RedirectResult Back(long file) => Redirect(FormattableString.Invariant($"{RequestAddress.Of(Row.Id)}/files/{file}/redact"));

    private static string WordsOf(MarkFile.Refusal refusal) => refusal switch
    {
        MarkFile.Refusal.NotFound => RequestWords.Sentence(RequestRefusal.NotFound),
        MarkFile.Refusal.NothingMarked => "没有标出什么：框没有落在页面上，或者没有选中要遮盖的地方。",
        MarkFile.Refusal.TooMany => $"一个文件最多标 {MarkFile.Most} 处；请拆成几个文件，或者整段、整页地画框。",
        MarkFile.Refusal.NoText => "这个文件是扫描件，里面没有文字，查不了；请用鼠标、手指或者笔画框，也可以按位置遮盖。",
        MarkFile.Refusal.WordsNotFound => "文件里没有找到这些词。请核对写法；印章、图片里的字查不到，要画框遮盖。",
        MarkFile.Refusal.Unreadable => RequestWords.Sentence(RequestRefusal.FileUnreadable),
    };
}
