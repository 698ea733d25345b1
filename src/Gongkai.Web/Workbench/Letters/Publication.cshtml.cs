using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Letters;

/// <summary>公开答复: the words in which all may read a letter and its answer, written by one person and released by another.</summary>
[Requires(Act.ViewDocuments)]
public sealed class PublicationModel(LetterQueries letters, PublishLetter publish) : ReleasePage
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public LetterSheet Sheet { get; private set; } = null!;

    public bool MayWrite => Sheet.MayWrite && (Sheet.Publication is null || Sheet.Actions.Contains(ReleaseAction.Edit));

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken cancellation)
    {
        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        if (!Sheet.Row.WantsPublic || Sheet.Row.AnsweredOn is null)
        {
            TempData.Wrong(ParticipationWords.Sentence(Sheet.Row.WantsPublic ? ParticipationRefusal.WrongState : ParticipationRefusal.NotWished));
            return Redirect($"{IndexModel.Home}/{id}");
        }

        Input = Sheet.Publication is { Subject.Length: > 0 } written
            ? new Form { Revision = written.Revision, Subject = written.Subject, Question = written.Question, Answer = written.Answer, Document = written.DocumentId }
            : new Form { Revision = Sheet.Publication?.Revision ?? 0, Subject = Sheet.Row.Subject, Question = PersonalData.Mask(Sheet.Content), Answer = PersonalData.Mask(Sheet.Answer ?? ""), Document = Sheet.DocumentTitle is null ? null : Sheet.DocumentId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancellation)
    {
        var saved = await publish.SaveAsync(id, new PublicWording(Input.Subject ?? "", Input.Question ?? "", Input.Answer ?? "", Input.Document), Input.Revision, HttpContext.Actor(), cancellation);
        if (saved.IsDone)
        {
            TempData.Done("已保存。核对没有个人信息以后，提交审核发布。");
            return Redirect(AddressOf(id));
        }

        if (!await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        ModelState.AddModelError(saved.Refusal == ParticipationRefusal.NoSuchDocument ? "Input.Document" : "", saved.Message!);
        return Page();
    }

    protected override Task<ParticipationResult> StepAsync(long id, ReleaseAction action, string? remark, CancellationToken cancellation) => publish.StepAsync(id, action, remark, HttpContext.Actor(), cancellation);

    protected override string AddressOf(long id) => FormattableString.Invariant($"{IndexModel.Home}/{id}/publication");

    private async Task<bool> LoadAsync(long id, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, HttpContext.Actor(), cancellation) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }

    public sealed record Form
    {
        public int Revision { get; init; }

        public string? Subject { get; init; }

        public string? Question { get; init; }

        public string? Answer { get; init; }

        public long? Document { get; init; }
    }
}
