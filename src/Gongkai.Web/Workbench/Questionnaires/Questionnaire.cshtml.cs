using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Questionnaires;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Questionnaires;

/// <summary>A questionnaire: its questions, what was answered so far, and what can be done.</summary>
[Requires(Act.ViewDocuments)]
public sealed class QuestionnaireModel(QuestionnaireQueries questionnaires, QuestionnaireDesk desk, TimeProvider time) : ReleasePage
{
    public QuestionnaireSheet Sheet { get; private set; } = null!;

    public bool IsShown => Sheet.Questionnaire.Stage == ReleaseStage.Released && Sheet.Questionnaire.FirstDay <= time.Today();

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await questionnaires.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }

    public async Task<IActionResult> OnPostResultsAsync(long id, string? note, CancellationToken cancellation)
    {
        var result = await desk.ReleaseResultsAsync(id, note ?? "", HttpContext.Actor(), cancellation);
        if (result.IsDone)
        {
            TempData.Done("结果已公布。");
        }
        else
        {
            TempData.Wrong(result.Message!);
        }

        return Redirect(AddressOf(id));
    }

    /// <summary>Each answer as a line, what was written with it.</summary>
    public async Task<IActionResult> OnGetExportAsync(long id, string? format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format) is not { } kind || await questionnaires.ExportAsync(id, HttpContext.Actor(), cancellation) is not { } answers)
        {
            return NotFound();
        }

        Column<AnswerRow>[] columns =
        [
            new("number", "序号", row => row.Number.ToString(CultureInfo.InvariantCulture)) { Width = 8 },
            new("sent", "提交日期", row => row.SentOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            .. answers.Questions.Select((question, place) => new Column<AnswerRow>(FormattableString.Invariant($"question{place}"), $"{place + 1}. {question.Text}", row => row.Cells[place]) { Width = question.Kind == QuestionKind.Text ? 60 : 24 }),
        ];
        var list = new Listing<AnswerRow>("", AddressOf(id), columns, []);
        return kind == ListFormat.Csv ? list.Flowing("网上调查的回答", answers.Rows) : list.File("网上调查的回答", kind, await answers.Rows.Take(ListDownload.MostOfAWorkbook).ToListAsync(cancellation));
    }

    protected override Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, CancellationToken cancellation) => desk.StepAsync(id, action, remark, HttpContext.Actor(), cancellation);

    protected override string AddressOf(long id) => FormattableString.Invariant($"{IndexModel.Home}/{id}");
}
