using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>How a report is begun: from last year's text, from the empty form, from a file, or from what is pasted.</summary>
[Requires(Act.EditFilings)]
[RequestSizeLimit(UploadedReport.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadedReport.MostBytes)]
public sealed class NewModel(BeginFiling begin, UploadReport upload, TimeProvider time) : PageModel
{
    public IReadOnlyList<HeldPost> Agencies =>
        [.. HttpContext.Actor().Posts.Where(post => Gate.May(HttpContext.Actor(), Act.EditFilings, post.Path)).DistinctBy(post => post.AgencyId)];

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet(int? agency, int? year)
    {
        var actor = HttpContext.Actor();
        Input.AgencyId = Agencies.FirstOrDefault(post => post.AgencyId == (agency ?? actor.AgencyId))?.AgencyId ?? Agencies[0].AgencyId;
        Input.Year = year ?? time.Today().Year - 1;
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancellation)
    {
        var source = UploadedReport.Of(file, Input.Pasted, Input.PastedTable);
        if (Input.From == Source.Upload && source is null)
        {
            ModelState.AddModelError("file", "请选择要上传的文件，或者把整份报告粘贴到下面的框里。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var origin = Input.From == Source.LastYear ? FilingOrigin.LastYear : FilingOrigin.Empty;
        var begun = await begin.RunAsync(new BeginFiling.Command(Input.AgencyId, Input.Year, origin), HttpContext.Actor(), cancellation);
        if (begun.FilingId is not { } id)
        {
            ModelState.AddModelError("", begun.Message!);
            return Page();
        }

        if (begun.Refusal is not null)
        {
            TempData.Tell(begun.Message!);
        }

        if (Input.From == Source.Upload)
        {
            await using var content = source!.Open();
            var result = await upload.RunAsync(new UploadReport.Command(id, source.Name, content, IsConfirmed: false), HttpContext.Actor(), cancellation);
            UploadedReport.Tell(TempData, source.Name, result);
        }

        return Redirect(string.Create(CultureInfo.InvariantCulture, $"/work/filings/{id}"));
    }

    public enum Source
    {
        LastYear,
        Empty,
        Upload,
    }

    public sealed record Form
    {
        public int AgencyId { get; set; }

        public int Year { get; set; }

        public Source From { get; init; }

        public string? Pasted { get; init; }

        /// <summary>The same as HTML, so that its tables stay tables; filled in by the page's script.</summary>
        public string? PastedTable { get; init; }
    }
}
