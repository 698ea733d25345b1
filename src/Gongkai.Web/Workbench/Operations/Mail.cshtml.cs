using Gongkai.Platform.Accounts;
using Gongkai.Platform.Messages;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Operations;

[Requires(Act.Operate)]
public sealed class MailModel(MailQueries mails, SendTestMail test, ResendMail resend, SmtpOptions smtp) : PageModel
{
    [BindProperty]
    public string? Recipient { get; set; }

    public SmtpOptions Smtp => smtp;

    public IReadOnlyList<UnsentMail> Unsent { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Unsent = await mails.UnsentAsync(cancellation);

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancellation)
    {
        var result = await test.RunAsync(new SendTestMail.Command(Recipient ?? ""), HttpContext.Actor(), cancellation);
        if (result.Refusal is { } refusal)
        {
            ModelState.AddModelError(nameof(Recipient), Explain(refusal, result.Answer));
            Unsent = await mails.UnsentAsync(cancellation);
            return Page();
        }

        TempData.Done("测试邮件已经发出，请到收件箱里看一看；没有收到时也看看垃圾邮件。");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostResendAsync(Guid id, CancellationToken cancellation)
    {
        if (await resend.RunAsync(new ResendMail.Command(id), HttpContext.Actor(), cancellation) is { } refusal)
        {
            TempData.Wrong(OperationWords.Of(refusal));
        }
        else
        {
            TempData.Done("邮件已重新排队，马上发送。");
        }

        return RedirectToPage();
    }

    private static string Explain(SendTestMail.Refusal refusal, string? answer) => refusal switch
    {
        SendTestMail.Refusal.NotAllowed => "只有系统最上级机关的系统管理员可以这样做。",
        SendTestMail.Refusal.NotSetUp => "还没有设置邮件服务器。",
        SendTestMail.Refusal.NoAddress => "请写一个完整的电子邮箱，例如 zhang@example.gov.cn。",
        SendTestMail.Refusal.ServerRefused => $"邮件没有发出，邮件服务器的答复是：{answer}",
    };
}
