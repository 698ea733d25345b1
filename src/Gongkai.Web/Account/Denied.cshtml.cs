using Gongkai.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Account;

[AllowAnonymous]
[DuringDuties]
public sealed class DeniedModel : PageModel;
