using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>The versions of a document, and what differs between any two.</summary>
[Requires(Act.ViewDocuments)]
public sealed class VersionsModel(DocumentQueries documents) : DocumentPage(documents)
{
    [BindProperty(SupportsGet = true)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? To { get; set; }

    public TextDifference? Difference { get; private set; }

    public IReadOnlyList<DifferenceRun> Titles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var numbers = Sheet.Versions.Select(version => version.Number).ToList();
        To ??= numbers[0];
        From ??= numbers.Count > 1 ? numbers[1] : numbers[0];
        var before = await Documents.VersionAsync(Row.Id, From.Value, HttpContext.Actor(), cancellation);
        var after = await Documents.VersionAsync(Row.Id, To.Value, HttpContext.Actor(), cancellation);
        if (before is null || after is null)
        {
            return NotFound();
        }

        Difference = TextDifference.Of(before.Content.Body, after.Content.Body);
        Titles = before.Content.Title == after.Content.Title ? [] : TextDifference.OfPlain(before.Content.Title, after.Content.Title);
        return Page();
    }
}
