using System.ComponentModel.DataAnnotations;
using Gongkai.Law.Reporting;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Accounts.Administration;
using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Gongkai.Web.Account;

[AllowAnonymous]
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SetupModel(FirstAdministrator first, SetupCode code) : PageModel
{
    public static readonly string[] Titles = ["系统管理员", "安全管理员", "审计管理员（可以以后再设）"];

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await code.IsOpenAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || Input.People.Count != Titles.Length)
        {
            return Page();
        }

        var people = Input.People.ConvertAll(person => new FirstAdministrator.Person(person.UserName ?? "", person.DisplayName ?? "", person.Password ?? ""));
        var auditor = people[2] is { UserName: "", DisplayName: "" } ? null : people[2];
        var command = new FirstAdministrator.Command(Input.Code!, Input.AgencyName!, Input.Level, people[0], people[1], auditor, HttpContext.Connection.RemoteIpAddress?.ToString());
        var result = await first.RunAsync(command, cancellation);
        switch (result.Refusal)
        {
            case null:
                return RedirectToPage("/Account/Login");
            case FirstAdministrator.Refusal.AccountsExist:
                return NotFound();
            case FirstAdministrator.Refusal.WrongCode:
                ModelState.AddModelError("Input.Code", "初始化代码不对，请照启动窗口里显示的重新填写。");
                break;
            case FirstAdministrator.Refusal.SomethingMissing:
                ModelState.AddModelError("Input.AgencyName", "政府全称、系统管理员和安全管理员的姓名、用户名都要填。");
                break;
            case FirstAdministrator.Refusal.OneNameTwice:
                ModelState.AddModelError("Input.People[1].UserName", "几位管理员的用户名不能相同。");
                break;
            case FirstAdministrator.Refusal.PasswordNotGoodEnough:
                ModelState.Add($"Input.People[{Place(result.Role!.Value)}].Password", result.Faults);
                break;
        }

        return Page();
    }

    private static int Place(Role role) => role == Role.SystemAdministrator ? 0 : role == Role.SecurityAdministrator ? 1 : 2;

    public sealed record Form
    {
        [Required(ErrorMessage = "请填初始化代码。")]
        public string? Code { get; init; }

        [Required(ErrorMessage = "请填政府全称。")]
        public string? AgencyName { get; init; }

        public GovernmentLevel Level { get; init; } = GovernmentLevel.County;

        public List<Person> People { get; init; } = [new(), new(), new()];
    }

    public sealed record Person
    {
        public string? DisplayName { get; init; }

        public string? UserName { get; init; }

        public string? Password { get; init; }
    }
}
