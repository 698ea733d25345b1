using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Words;

/// <summary>A word of the dictionary: to be tried over past texts, and then kept.</summary>
[Requires(Act.ManageScreeningWords)]
public sealed class WordModel(ScreeningWordQueries words, KeepScreeningWord keep) : PageModel
{
    [BindProperty]
    public WordForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    public bool IsNew => Id is null;

    /// <summary>The word as it is kept now.</summary>
    public string Kept { get; private set; } = "";

    public WordTrial? Trial { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is null)
        {
            return Page();
        }

        if (await FindAsync(cancellation) is not { } word)
        {
            return NotFound();
        }

        Input = new WordForm
        {
            Word = word.Word, Replacement = word.Replacement, Kind = word.Kind, Severity = word.Severity, Exceptions = string.Join('；', word.Exceptions),
            Followed = string.Join('；', word.Followed), ValidFrom = word.ValidFrom, Note = word.Note, IsDisabled = word.IsDisabled,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancellation)
    {
        if (Id is not null && await FindAsync(cancellation) is null)
        {
            return NotFound();
        }

        if (WordTable.FaultOf(Input.ToWord()) is { } fault)
        {
            ModelState.AddModelError("Input.Word", fault);
        }
        else if (ModelState.IsValid)
        {
            Trial = await words.TryAsync(Input.ToWord(), Input.Pasted, HttpContext.Actor(), cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Id is not null && await FindAsync(cancellation) is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await keep.RunAsync(new KeepScreeningWord.Command(Id, Input.ToWord(), Input.IsDisabled), HttpContext.Actor(), cancellation);
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError("Input.Word", Sentence(refusal, result.Fault));
            return Page();
        }

        TempData.Done(Input.IsDisabled ? $"已停用“{Input.Word}”。" : $"已保存“{Input.Word}”，下一次检查就会找它。");
        return Redirect(IndexModel.Home);
    }

    private async Task<StoredWord?> FindAsync(CancellationToken cancellation)
    {
        var word = await words.FindAsync(Id!.Value, HttpContext.Actor(), cancellation);
        Kept = word?.Word ?? "";
        return word;
    }

    private static string Sentence(KeepScreeningWord.Refusal refusal, string? fault) => refusal switch
    {
        KeepScreeningWord.Refusal.NotAllowed => "您不能修改检查用词，请联系主管部门。",
        KeepScreeningWord.Refusal.NotFound => "这个词已经不在了。",
        KeepScreeningWord.Refusal.AlreadyThere => "词库里已经有这个词，请在原来的上面改。",
        KeepScreeningWord.Refusal.Wrong => fault ?? "请核对填写的内容。",
    };

    public sealed class WordForm
    {
        [Required(ErrorMessage = "请写要找的词。")]
        [StringLength(WordTable.LongestWord)]
        public string? Word { get; set; }

        [StringLength(400)]
        public string? Replacement { get; set; }

        public WordKind Kind { get; set; } = WordKind.Wrong;

        public ScreeningSeverity Severity { get; set; } = ScreeningSeverity.Warning;

        [StringLength(2000)]
        public string? Exceptions { get; set; }

        [StringLength(1000)]
        public string? Followed { get; set; }

        public DateOnly? ValidFrom { get; set; }

        [StringLength(400)]
        public string? Note { get; set; }

        public bool IsDisabled { get; set; }

        [StringLength(20000)]
        public string? Pasted { get; set; }

        public ScreeningWord ToWord() => new(Kind, Word?.Trim() ?? "", string.IsNullOrWhiteSpace(Replacement) ? null : Replacement.Trim(), Severity)
        {
            Exceptions = WordTable.Parts(Exceptions), Followed = WordTable.Parts(Followed), ValidFrom = ValidFrom, Note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim(),
        };
    }
}
