using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Requests.Deciding;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>拟答复, item by item: each with its outcome as table three groups them, its reason, and what is given.</summary>
[Requires(Act.HandleRequests)]
public sealed class DraftModel(RequestQueries requests, DraftDecision draft) : RequestPage(requests)
{
    private const int MostItems = 50;

    [BindProperty]
    public List<ItemForm> Items { get; set; } = [];

    /// <summary>Which row is added or taken out; nothing is saved then.</summary>
    [BindProperty]
    public string? Change { get; set; }

    public IActionResult OnGet()
    {
        if (!Sheet.Actions.Contains(RequestAction.Draft))
        {
            TempData.Wrong(RequestWords.Sentence(RequestRefusal.WrongState));
            return Redirect(RequestAddress.Of(Row.Id));
        }

        Items = [.. Sheet.Items.Select(item => new ItemForm { Wanted = item.Wanted, Outcome = item.Outcome, Reason = item.Reason, Supplied = item.Supplied })];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (Change is not null)
        {
            ChangeRows(Change);
            ModelState.Clear();
            return Page();
        }

        for (var index = 0; index < Items.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(Items[index].Wanted))
            {
                ModelState.AddModelError($"Items[{index}].Wanted", $"第 {index + 1} 项没有写要什么；不要这一项的，点“去掉这一项”。");
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await draft.RunAsync(
            new DraftDecision.Command(Row.Id, [.. Items.Select(item => new DraftDecision.DecidedItem(item.Wanted!, item.Outcome, item.Reason, item.Supplied))]), HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null:
                TempData.Done("已经保存拟答复。核对以后送审。");
                return Redirect(RequestAddress.Of(Row.Id));
            case RequestRefusal.NotFound:
                return NotFound();
            default:
                ModelState.AddModelError("", result.Message!);
                return Page();
        }
    }

    private void ChangeRows(string change)
    {
        if (change == "add" && Items.Count < MostItems)
        {
            Items.Add(new ItemForm());
        }
        else if (int.TryParse(change, out var index) && index >= 0 && index < Items.Count && Items.Count > 1)
        {
            Items.RemoveAt(index);
        }
    }

    public sealed record ItemForm
    {
        public string? Wanted { get; init; }

        public Outcome? Outcome { get; init; }

        public string? Reason { get; init; }

        public string? Supplied { get; init; }
    }
}
