using Gongkai.Platform.Participation.Letters;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Portal.Letters;

/// <summary>A letter with its answer as all may read it.</summary>
public sealed class LetterModel(PublicLetterQueries letters) : PageModel
{
    public PublicLetter Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long letter, CancellationToken cancellation)
    {
        if (await letters.FindAsync(letter, cancellation) is not { } found)
        {
            return NotFound();
        }

        Shown = found;
        return Page();
    }
}
