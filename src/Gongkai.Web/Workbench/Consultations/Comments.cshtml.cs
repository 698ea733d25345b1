using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>The opinions of a consultation: read, filtered, taken out as a file, and said of whether they are adopted.</summary>
[Requires(Act.ViewDocuments)]
public sealed class CommentsModel(ConsultationQueries consultations, CommentQueries comments, JudgeComments judge) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public CommentVerdict? Verdict { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Unjudged { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(Name = "comment")]
    public List<long> Chosen { get; set; } = [];

    [BindProperty]
    public CommentVerdict? Judged { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public ConsultationSheet Sheet { get; private set; } = null!;

    public Page<CommentRow> Rows { get; private set; } = new([], null);

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || Verdict is not null || Unjudged;

    /// <summary>Whether opinions can still be judged: not once what came of them is with whoever releases it.</summary>
    public bool MayJudge => Sheet.MayWrite && Sheet.Feedback is not { Stage: ReleaseStage.Waiting or ReleaseStage.Released };

    public bool MayKnow => Gate.MayAnywhere(HttpContext.Actor(), Act.ViewApplicants);

    private CommentFilter Filter => new() { Text = string.IsNullOrWhiteSpace(Text) ? null : Text.Trim(), Verdict = Verdict, IsUnjudged = Unjudged };

    public Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        if (Judged is not { } verdict || Chosen.Count == 0)
        {
            ModelState.AddModelError(nameof(Judged), Chosen.Count == 0 ? "请先勾选意见。" : "请选择是否采纳。");
            return await ShowAsync(id, cancellation);
        }

        var result = await judge.RunAsync(id, Chosen, verdict, Reason ?? "", HttpContext.Actor(), cancellation);
        if (!result.IsDone)
        {
            ModelState.AddModelError(result.Refusal == ParticipationRefusal.ReasonMissing ? nameof(Reason) : nameof(Judged), result.Message!);
            return await ShowAsync(id, cancellation);
        }

        TempData.Done($"{Chosen.Count} 条意见已标为“{ParticipationWords.Of(verdict)}”。");
        return Redirect(Link(id, After));
    }

    /// <summary>All that the list shows. Who sent them is in it only where that is asked for and allowed.</summary>
    public async Task<IActionResult> OnGetExportAsync(long id, string? format, bool senders, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format) is not { } kind || await comments.ExportAsync(id, Filter, senders, HttpContext.Actor(), cancellation) is not { } rows)
        {
            return NotFound();
        }

        var names = senders && MayKnow;
        string[] head = ["编号", "提交时间", "针对", "意见", "是否采纳", "理由", "标明的人", .. names ? ["姓名和联系方式"] : Array.Empty<string>()];
        return ListDownload.Of("征集到的意见", kind, [8, 18, 20, 80, 12, 40, 12, 30], rows.Select(row => (IReadOnlyList<string>)
        [
            row.Number.ToString(CultureInfo.InvariantCulture), row.SentAt.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), row.About, row.Content,
            row.Verdict is { } verdict ? ParticipationWords.Of(verdict) : "", row.VerdictReason, row.JudgedByName ?? "", .. names ? [row.Sender] : Array.Empty<string>(),
        ]).Prepend(head));
    }

    public string Link(long id, string? after, params (string Name, string Value)[] more)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[("text", Text), ("verdict", Verdict?.ToString()), ("unjudged", Unjudged ? "true" : null), ("after", after), .. more])
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }

        return FormattableString.Invariant($"{IndexModel.Home}/{id}/comments{query}");
    }

    private async Task<IActionResult> ShowAsync(long id, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet || await comments.ListAsync(id, Filter, HttpContext.Actor(), After, cancellation) is not { } rows)
        {
            return NotFound();
        }

        Sheet = sheet;
        Rows = rows;
        return Page();
    }
}
