using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Publishing;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Catalog;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Catalog;

/// <summary>An item of the catalog.</summary>
[Requires(Act.ManageCatalog)]
public sealed class ItemModel(CatalogQueries catalog, CatalogKeeping keeping) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Id { get; set; }

    [BindProperty]
    public ItemForm Input { get; set; } = new();

    public bool IsNew => Id is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (Id is not { } id)
        {
            return Page();
        }

        if (await catalog.FindAsync(id, HttpContext.Actor(), cancellation) is not { } item)
        {
            return NotFound();
        }

        Input = ItemForm.Of(item);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await keeping.RunAsync(Id, Input.ToItem(), HttpContext.Actor(), cancellation);
        if (result.Refusal is CatalogKeeping.Refusal.NotFound or CatalogKeeping.Refusal.NotAllowed)
        {
            return NotFound();
        }

        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError("Input.Name", refusal == CatalogKeeping.Refusal.AlreadyThere ? "这个领域里已经有这个事项，请在原来的上面改。" : result.Fault!);
            return Page();
        }

        TempData.Done($"已保存“{Input.Name}”。");
        return Redirect(IndexModel.Home);
    }

    public sealed class ItemForm
    {
        [StringLength(CatalogTable.LongestName)]
        public string? Field { get; set; }

        public CatalogCategory Category { get; set; }

        [Required(ErrorMessage = "请写公开事项的名称。")]
        [StringLength(CatalogTable.LongestName)]
        public string? Name { get; set; }

        [StringLength(CatalogTable.LongestText)]
        public string? Content { get; set; }

        [StringLength(CatalogTable.LongestText)]
        public string? Basis { get; set; }

        [Range(0, CatalogTable.LongestPeriod, ErrorMessage = "公开时限写 0 到 400 天。")]
        public int LimitDays { get; set; } = PublicationPeriod.Statutory.Days;

        public bool LimitIsCalendarDays { get; set; }

        [StringLength(CatalogTable.LongestText)]
        public string? Channels { get; set; } = "政府网站";

        [StringLength(CatalogTable.LongestText)]
        public string? Audience { get; set; } = "全社会";

        [StringLength(CatalogTable.LongestText)]
        public string? Levels { get; set; } = "县级、乡级";

        [Range(0, 1_000_000, ErrorMessage = "顺序写 0 到 1000000 的数。")]
        public int SortOrder { get; set; } = 1_000;

        public DateOnly? ValidTo { get; set; }

        public static ItemForm Of(CatalogItem item) => new()
        {
            Field = item.Field, Category = item.Category, Name = item.Name, Content = item.Content, Basis = item.Basis, LimitDays = item.LimitDays, LimitIsCalendarDays = item.LimitIsCalendarDays,
            Channels = item.Channels, Audience = item.Audience, Levels = item.Levels, SortOrder = item.SortOrder, ValidTo = item.ValidTo,
        };

        public CatalogItem ToItem() => new()
        {
            Field = Text(Field), Category = Category, Name = Text(Name), Content = Text(Content), Basis = Text(Basis), LimitDays = LimitDays, LimitIsCalendarDays = LimitIsCalendarDays,
            Channels = Text(Channels), Audience = Text(Audience), Levels = Text(Levels), SortOrder = SortOrder, ValidTo = ValidTo,
        };

        private static string Text(string? text) => (text ?? "").Trim();
    }
}
