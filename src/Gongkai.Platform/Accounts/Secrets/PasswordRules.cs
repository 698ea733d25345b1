using Microsoft.AspNetCore.Identity;

namespace Gongkai.Platform.Accounts.Secrets;

/// <summary>What a password has to be. Identity asks it too, so that no way around it exists.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 10;
    public const int Longest = 128;
    private const int FewestDifferent = 5;

    public static IReadOnlyList<PasswordFault> Faults(string password, Account account)
    {
        var faults = new List<PasswordFault>();
        if (password.Length < Shortest)
        {
            faults.Add(PasswordFault.TooShort);
        }
        else if (password.Length > Longest)
        {
            faults.Add(PasswordFault.TooLong);
        }

        if (!password.Any(char.IsLetter) || !password.Any(char.IsDigit))
        {
            faults.Add(PasswordFault.OneKindOnly);
        }

        if (password.Distinct().Count() < FewestDifferent)
        {
            faults.Add(PasswordFault.TooFewDifferent);
        }

        if (account.UserName is { Length: > 2 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase))
        {
            faults.Add(PasswordFault.ContainsName);
        }

        if (CommonPasswords.Has(password))
        {
            faults.Add(PasswordFault.Common);
        }

        return faults;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var faults = Faults(password ?? "", user);
        return Task.FromResult(faults.Count == 0
            ? IdentityResult.Success
            : IdentityResult.Failed([.. faults.Select(fault => new IdentityError { Code = fault.ToString(), Description = PasswordFaults.Text(fault) })]));
    }
}

/// <summary>What is wrong with a password.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,
    OneKindOnly,
    TooFewDifferent,
    ContainsName,
    Common,
    SameAsOld,
}

public static class PasswordFaults
{
    public static string Text(PasswordFault fault) => fault switch
    {
        PasswordFault.TooShort => $"密码至少 {PasswordRules.Shortest} 个字符。",
        PasswordFault.TooLong => $"密码最多 {PasswordRules.Longest} 个字符。",
        PasswordFault.OneKindOnly => "密码要同时有字母和数字。",
        PasswordFault.TooFewDifferent => "密码里重复的字符太多，请换一个。",
        PasswordFault.ContainsName => "密码里不能含有用户名。",
        PasswordFault.Common => "这个密码太常见，容易被猜到，请换一个。",
        PasswordFault.SameAsOld => "新密码不能与原密码相同。",
    };
}
