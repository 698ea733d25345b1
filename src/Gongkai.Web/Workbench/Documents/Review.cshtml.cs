using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Reviewing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>One review: the text as it stands, what the machine found, what changed since the last review, and the judgement.</summary>
[Requires(Act.ReviewDocuments)]
public sealed class ReviewModel(DocumentQueries documents, ReviewDocument review, DocumentHits hits) : DocumentPage(documents)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<JudgedHit> Hits { get; private set; } = [];

    /// <summary>What differs from the version that was reviewed last; null for the first review.</summary>
    public TextDifference? Difference { get; private set; }

    public ReviewStep Step => Row.NextReview!.Value;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        Can(DocumentAction.Approve) ? await ShowAsync(cancellation) : Redirect(Here);

    public async Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation)
    {
        if (!Can(DocumentAction.Approve))
        {
            return Redirect(Here);
        }

        var done = await review.ApproveAsync(
            new(Row.Id, Step, Input.Version, Input.Opinion ?? "", Input.IsProofread, Input.Proofreading ?? "", Input.Checked), HttpContext.Actor(), cancellation);
        if (done.IsDone)
        {
            TempData.Done(done.NextReview is { } next ? $"已通过，转{DocumentWords.Of(next)}。" : done.Stage == DocumentStage.Kept ? "已审定不主动公开，存档备查。" : "全部审核通过，可以发布了。");
            return Redirect(Here);
        }

        ModelState.AddModelError(done.Refusal == DocumentRefusal.ChecksMissing ? (Step == ReviewStep.Secrecy ? "Input.Checked" : "Input.IsProofread") : "", done.Message!);
        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostReturnAsync(CancellationToken cancellation)
    {
        if (!Can(DocumentAction.Return))
        {
            return Redirect(Here);
        }

        var remarks = Input.Remarks.Where(remark => !string.IsNullOrWhiteSpace(remark.Text)).Select(remark => new ReviewDocument.NewRemark(remark.Quote ?? "", remark.Text!)).ToList();
        var done = await review.ReturnAsync(new(Row.Id, Input.Reason ?? "", remarks), HttpContext.Actor(), cancellation);
        if (done.IsDone)
        {
            TempData.Done("已退回拟稿人修改。");
            return Redirect(Here);
        }

        ModelState.AddModelError("Input.Reason", done.Message!);
        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        Hits = await hits.OfAsync(Row.Id, HttpContext.Actor(), cancellation) ?? [];
        Input.Version = Sheet.Version;
        ModelState.Remove("Input.Version");
        if (Sheet.Steps.LastOrDefault(step => step.Step is DocumentStepKind.Approved or DocumentStepKind.Returned or DocumentStepKind.Published && step.ContentVersion != Sheet.Version) is { } last
            && await Documents.VersionAsync(Row.Id, last.ContentVersion, HttpContext.Actor(), cancellation) is { } before)
        {
            Difference = TextDifference.Of(before.Content.Body, Sheet.Content.Body);
        }

        return Page();
    }

    public sealed class Form
    {
        public int Version { get; set; }

        public string? Opinion { get; set; }

        public bool IsProofread { get; set; }

        public string? Proofreading { get; set; }

        public List<string> Checked { get; set; } = [];

        public string? Reason { get; set; }

        public List<Remark> Remarks { get; set; } = [new(), new(), new()];
    }

    public sealed class Remark
    {
        public string? Quote { get; set; }

        public string? Text { get; set; }
    }
}
