using Gongkai.Platform.Accounts;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Consultations;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Consultations;

/// <summary>A consultation: its text and files, what can be done, what came of it.</summary>
[Requires(Act.ViewDocuments)]
[RequestSizeLimit(Attachments.MostBytes + 1_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = Attachments.MostBytes + 1_000_000)]
public sealed class ConsultationModel(ConsultationQueries consultations, ConsultationDesk desk, ConsultationFiles files, TimeProvider time) : ReleasePage
{
    public ConsultationSheet Sheet { get; private set; } = null!;

    public HtmlString Body => new(Sheet.Consultation.Text.Body);

    public (Light Light, string Words) Standing => IndexModel.StandingOf(Sheet.Row, time.Today());

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (await consultations.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return NotFound();
        }

        Sheet = sheet;
        return Page();
    }

    public async Task<IActionResult> OnPostAttachAsync(long id, IFormFile? file, CancellationToken cancellation) =>
        file is { Length: > 0 }
            ? Answer(id, await files.AddAsync(id, new SentFile(file.FileName, file.OpenReadStream), HttpContext.Actor(), cancellation), "附件已添加。")
            : Answer(id, new ParticipationResult(0, ParticipationRefusal.FileRefused), "");

    public async Task<IActionResult> OnPostRemoveAsync(long id, long file, CancellationToken cancellation) =>
        Answer(id, await files.RemoveAsync(id, file, HttpContext.Actor(), cancellation), "附件已去掉。");

    public async Task<IActionResult> OnPostProlongAsync(long id, DateOnly? lastDay, CancellationToken cancellation) =>
        Answer(id, await desk.ProlongAsync(id, lastDay ?? default, HttpContext.Actor(), cancellation), "截止日已延长。");

    protected override Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, CancellationToken cancellation) => desk.StepAsync(id, action, remark, HttpContext.Actor(), cancellation);

    protected override string AddressOf(long id) => FormattableString.Invariant($"{IndexModel.Home}/{id}");

    private IActionResult Answer(long id, ParticipationResult result, string done)
    {
        if (result.IsDone)
        {
            TempData.Done(done);
        }
        else
        {
            TempData.Wrong(result.Message!);
        }

        return Redirect(AddressOf(id));
    }
}
