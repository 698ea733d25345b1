using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Accounts;

[Requires(Act.ManageAccounts)]
public sealed class IndexModel(AccountQueries accounts) : PageModel
{
    private static readonly Column<AccountRow>[] All =
    [
        new("name", "姓名", row => row.DisplayName) { IsName = true },
        new("userName", "用户名", row => row.UserName),
        new("posts", "岗位", row => AccountWords.Of(row.Posts)) { Width = 50 },
        new("state", "状态", AccountWords.State) { Width = 20 },
        new("secondFactor", "二次验证", row => row.HasSecondFactor ? "已设置" : "没有") { IsUsual = false },
        new("seen", "最近使用", row => row.LastSeenAt?.InBeijing().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "从未") { Kind = ColumnKind.Line, Width = 18 },
    ];

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Columns { get; set; } = [];

    public Actor Actor => HttpContext.Actor();

    public Page<AccountRow> Rows { get; private set; } = new([], null);

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public Listing<AccountRow> List => new("accounts", "/work/accounts", All, Columns, ("search", Search?.Trim()), ("role", Role?.ToString()), ("agency", Agency?.ToString(CultureInfo.InvariantCulture)));

    private AccountFilter Filter => new(Search, Role, Agency);

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await accounts.AgenciesAsync(Actor, cancellation);
        Rows = await accounts.ListAsync(Filter, After, Actor, cancellation);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken cancellation) =>
        ListDownload.FormatOf(format) is { } kind ? List.File("人员", kind, await accounts.ExportAsync(Filter, Actor, cancellation)) : NotFound();
}
