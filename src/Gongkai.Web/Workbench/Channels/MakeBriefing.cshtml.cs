using System.ComponentModel.DataAnnotations;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Channels.Printing;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Channels;

/// <summary>编简报: documents of a span are chosen, and a Word file comes of them.</summary>
[Requires(Act.WriteDocuments)]
public sealed class MakeBriefingModel(PostingQueries postings, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Publication> Documents { get; private set; } = [];

    public IReadOnlyList<HeldPost> Desks => [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.WriteDocuments, post.Path)).DistinctBy(post => post.AgencyId)];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var agency = Desks.First(post => post.AgencyId == Agency).AgencyName;
        Input = new Form { Name = "政务公开简报", Number = 1, Issuer = agency, On = time.Today(), Documents = [.. Documents.Select(document => document.DocumentId)] };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var chosen = Documents.Where(document => Input.Documents.Contains(document.DocumentId)).ToList();
        if (chosen.Count == 0)
        {
            ModelState.AddModelError("Input.Documents", "请至少选一份文件。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        using var word = new MemoryStream();
        new Briefing(Input.Name!.Trim(), Input.Number!.Value, Input.Issuer!.Trim(), Input.On!.Value, chosen).Write(word);
        return File(word.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{Input.Name.Trim()} {Input.On.Value.Year} 年第 {Input.Number} 期.docx");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        To ??= time.Today();
        From ??= To.Value.AddDays(-30);
        Agency = Desks.Any(post => post.AgencyId == Agency) ? Agency : Desks.Any(post => post.AgencyId == HttpContext.Actor().AgencyId) ? HttpContext.Actor().AgencyId : Desks[0].AgencyId;
        Documents = await postings.SpanAsync(Agency!.Value, From.Value, To.Value, HttpContext.Actor(), cancellation);
    }

    public sealed record Form
    {
        [Required(ErrorMessage = "请填简报的名称。")]
        [StringLength(40, ErrorMessage = "名称不超过 40 个字。")]
        public string? Name { get; init; }

        [Required(ErrorMessage = "请填期号。")]
        [Range(1, 999, ErrorMessage = "期号是 1 到 999。")]
        public int? Number { get; init; }

        [Required(ErrorMessage = "请填编发单位。")]
        [StringLength(60, ErrorMessage = "编发单位不超过 60 个字。")]
        public string? Issuer { get; init; }

        [Required(ErrorMessage = "请填日期。")]
        public DateOnly? On { get; init; }

        public List<long> Documents { get; init; } = [];
    }
}
