using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Writing;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>The report editor: the page, what its script saves and asks for, and the steps of the filing as forms.</summary>
[Requires(Act.ViewFilings)]
[RequestSizeLimit(UploadedReport.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedReport.MostBytes)]
public sealed partial class EditorModel(FilingQueries filings, FilingHistoryQueries history) : PageModel
{
    public FilingSheet Sheet { get; private set; } = null!;

    public AnnualReport Report { get; private set; } = null!;

    public IReadOnlyList<FilingEventView> Story { get; private set; } = [];

    /// <summary>What stands in the way of the step that was just tried.</summary>
    public IReadOnlyList<string> Hindrances { get; private set; } = [];

    /// <summary>What has to be confirmed before the uploaded file takes the place of the draft.</summary>
    public IReadOnlyList<string> Confirmations { get; private set; } = [];

    public bool MayEdit => Sheet.Actions.Contains(FilingAction.Edit);

    public bool MayRemark => Sheet.Actions.Contains(FilingAction.Remark);

    public IEnumerable<FilingAction> Steps => Sheet.Actions.Where(action => action is not (FilingAction.Edit or FilingAction.Explain or FilingAction.Remark or FilingAction.SettleRemark));

    public EditorData Data => EditorData.Of(Sheet, Report, HttpContext.Actor());

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        Confirmations = UploadedReport.TakeConfirmations(TempData);
        return await ShowAsync(id, cancellation);
    }

    /// <summary>The sheet anew, for the script after a change that is no text.</summary>
    public async Task<IActionResult> OnGetSheetAsync(int id, CancellationToken cancellation) =>
        await filings.FindAsync(id, HttpContext.Actor(), cancellation) is { } sheet ? EditorJson.Of(sheet) : NotFound();

    public async Task<IActionResult> OnGetNewsAsync(int id, int since, string? at, CancellationToken cancellation) =>
        await filings.PollAsync(id, since, at is { Length: <= 100 } ? at : null, HttpContext.Actor(), cancellation) is { } news ? EditorJson.Of(news) : NotFound();

    /// <summary>The file that the report was read from, as it was handed in: never shown in the page, always saved.</summary>
    public async Task<IActionResult> OnGetSourceAsync(int id, [FromServices] Blobs blobs, CancellationToken cancellation)
    {
        if (await history.SourceAsync(id, HttpContext.Actor(), cancellation) is not { } source)
        {
            return NotFound();
        }

        var output = new MemoryStream();
        await blobs.CopyToAsync(source.BlobId, output, cancellation);
        output.Position = 0;
        return File(output, "application/octet-stream", source.Name);
    }

    /// <summary>A form token for the session of now: after a new login, the one that the page was made with is no longer taken.</summary>
    public IActionResult OnGetToken([FromServices] IAntiforgery antiforgery) =>
        EditorJson.Of(new { Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });

    public async Task<IActionResult> OnPostSaveAsync(int id, [FromBody] Written? written, [FromServices] SaveFiling save, CancellationToken cancellation) =>
        written is null ? BadRequest() : EditorJson.Of(await save.RunAsync(new SaveFiling.Command(id, written.Since, written.Changes), HttpContext.Actor(), cancellation));

    public async Task<IActionResult> OnPostMendAsync(int id, [FromBody] IReadOnlyList<MendedField>? changes, [FromServices] ApplyMend mend, CancellationToken cancellation) =>
        changes is null ? BadRequest() : Said(await mend.RunAsync(new ApplyMend.Command(id, changes), HttpContext.Actor(), cancellation));

    public async Task<IActionResult> OnPostExplainAsync(int id, [FromBody] Explained? given, [FromServices] ExplainFinding explain, CancellationToken cancellation) =>
        given is null
            ? BadRequest()
            : Said(await explain.RunAsync(new ExplainFinding.Command(id, given.Rule, given.Place, given.Message, given.Text), HttpContext.Actor(), cancellation));

    public async Task<IActionResult> OnPostRemarkAsync(int id, [FromBody] PlacedRemark? remark, [FromServices] AddRemark add, CancellationToken cancellation) =>
        remark is null ? BadRequest() : Said(await add.RunAsync(new AddRemark.Command(id, remark), HttpContext.Actor(), cancellation));

    public async Task<IActionResult> OnPostRemoveRemarkAsync(int id, [FromBody] Settled? removed, [FromServices] RemoveRemark remove, CancellationToken cancellation) =>
        removed is null ? BadRequest() : Said(await remove.RunAsync(new RemoveRemark.Command(id, removed.Remark), HttpContext.Actor(), cancellation));

    public async Task<IActionResult> OnPostSettleAsync(int id, [FromBody] Settled? settled, [FromServices] SettleRemark settle, CancellationToken cancellation) =>
        settled is null ? BadRequest() : Said(await settle.RunAsync(new SettleRemark.Command(id, settled.Remark), HttpContext.Actor(), cancellation));

    /// <summary>What is at a field: its text.</summary>
    public string TextOf(string field) => Sheet.Fields.FirstOrDefault(one => one.Field == field)?.Text ?? "";

    public string? LastOf(string field) => Sheet.Last?.GetValueOrDefault(field)?.Text;

    /// <summary>What the agency's own cases give for a cell; null where it keeps none here, and where both are nothing.</summary>
    public string? LedgerOf(string field) =>
        Sheet.Ledger?.TryGetValue(field, out var kept) is true && (kept != 0 || TextOf(field) is not ("" or "0")) ? Figure.Format(kept) : null;

    /// <summary>The form's own tables; a table that the source did not have at all is shown empty, to be filled in.</summary>
    public IEnumerable<PrintedTable> TablesOf(int section) => PrintedTables.Of(section, FormOf(Report));

    private static FigureSet FormOf(AnnualReport report) => report.Figures.With(
        ReportFields.Figures(report).Where(address => report.Figures[address].Kind == CellKind.Missing).Select(address => KeyValuePair.Create(address, Cell.Blank())));

    private static JsonResult Said(StepResult result) => EditorJson.Of(new { result.IsDone, result.Message, result.State });

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await filings.FindAsync(id, actor, cancellation) is not { } sheet || await history.ReportAsync(id, null, actor, cancellation) is not { } report)
        {
            return NotFound();
        }

        (Sheet, Report) = (sheet, report);
        Story = await history.EventsAsync(id, actor, cancellation) ?? [];
        return Page();
    }

    public sealed record Written(int Since, IReadOnlyList<FieldChange> Changes);

    public sealed record Explained(string Rule, string Place, string Message, string Text);

    public sealed record Settled(int Remark);
}
