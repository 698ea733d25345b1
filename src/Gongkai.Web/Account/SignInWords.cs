using Gongkai.Platform.Accounts.Secrets;
using Gongkai.Platform.Accounts.SignIns;
using Gongkai.Platform.Storage;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Gongkai.Web.Account;

internal static class SignInWords
{
    public static string Of(SignIn.Refusal refusal, DateTimeOffset? until) => refusal switch
    {
        SignIn.Refusal.WrongNameOrPassword => "用户名或密码不对，请检查大小写后再试。连续错 5 次会锁定 15 分钟。",
        SignIn.Refusal.Locked => Locked(until),
        SignIn.Refusal.Disabled => "这个账号已停用。如需继续使用，请联系本单位的安全管理员。",
    };

    public static string Of(SecondFactor.Refusal refusal, DateTimeOffset? until) => refusal switch
    {
        SecondFactor.Refusal.WrongCode => "验证码不对或者已经用过，请等手机上换了新的验证码再试。",
        SecondFactor.Refusal.Locked => Locked(until),
        SecondFactor.Refusal.StartAgain => "等待时间太长，请重新输入用户名和密码。",
    };

    public static void Add(this ModelStateDictionary state, string field, IEnumerable<PasswordFault> faults)
    {
        foreach (var fault in faults)
        {
            state.AddModelError(field, PasswordFaults.Text(fault));
        }
    }

    private static string Locked(DateTimeOffset? until) => $"错误次数太多，已锁定到 {until?.InBeijing():HH:mm}。到时候再试，或者请安全管理员重置密码。";
}
