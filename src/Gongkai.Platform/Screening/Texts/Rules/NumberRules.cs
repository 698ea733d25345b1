using System.Text.RegularExpressions;
using Gongkai.Platform.Screening.Texts.Reading;

namespace Gongkai.Platform.Screening.Texts.Rules;

/// <summary>Numbers that lead to a person: of identity cards, telephones, bank cards.</summary>
internal static partial class NumberRules
{
    private const int ContextLetters = 24;

    public static void Look(PassageHits found)
    {
        foreach (var number in PersonalNumbers.In(found.Text))
        {
            var before = found.Before(number.Start, ContextLetters);
            switch (number.Kind)
            {
                case PersonalNumberKind.Identity when !OtherNumber().IsMatch(before):
                    Identity(found, number.Start, number.Length, number.Masked);
                    break;
                case PersonalNumberKind.BankCard when !OtherNumber().IsMatch(before):
                    BankCard(found, number, before);
                    break;
                case PersonalNumberKind.Mobile when !OtherNumber().IsMatch(before) && !IsAccount(before):
                    Mobile(found, number, before);
                    break;
                case PersonalNumberKind.Landline:
                    Landline(found, number, before);
                    break;
            }
        }

        foreach (Match match in OldIdentity().Matches(found.Text))
        {
            if (IdentityWord().IsMatch(found.Before(match.Index, ContextLetters)) && !found.Covers(match.Index, match.Length) && HasDay(match.Value))
            {
                Identity(found, match.Index, match.Length, Shortened(match.Value));
            }
        }

        foreach (Match match in LikeIdentity().Matches(found.Text))
        {
            if (IdentityWord().IsMatch(found.Before(match.Index, ContextLetters)) && !found.Covers(match.Index, match.Length))
            {
                Identity(found, match.Index, match.Length, Shortened(match.Value));
            }
        }

        foreach (Match match in ShortPhone().Matches(found.Text))
        {
            if (!found.Covers(match.Index, match.Length) && match.Groups[1].Value.Contains("宅电", StringComparison.Ordinal))
            {
                HomePhone(found, match.Groups[2].Index, match.Groups[2].Length);
            }
        }
    }

    private static void Identity(PassageHits found, int start, int length, string masked) =>
        found.Add(ScreeningRules.IdNumber, ScreeningSeverity.Grave, start, length, "这是完整的身份证号，不能公开；遮去中间的数字，或者整项删除。", masked, masked);

    private static void BankCard(PassageHits found, PersonalNumber number, string before)
    {
        var around = before + found.After(number.Start + number.Length, ContextLetters);
        var isNamed = BankWord().IsMatch(before) || BankWord().IsMatch(found.Text);
        if (!isNamed && !number.Digits.StartsWith("62", StringComparison.Ordinal))
        {
            return;
        }

        if (OfficeAccount().IsMatch(found.Text) && !PersonAccount().IsMatch(around))
        {
            found.Add(ScreeningRules.BankCard, ScreeningSeverity.Hint, number.Start, number.Length, "看起来是单位的账号；请核对是不是要对外公布的那一个。", null, number.Masked);
            return;
        }

        found.Add(ScreeningRules.BankCard, ScreeningSeverity.Grave, number.Start, number.Length, "这是完整的银行卡号，不能公开；遮去中间的数字，或者整项删除。", number.Masked, number.Masked);
    }

    private static void Mobile(PassageHits found, PersonalNumber number, string before)
    {
        var isPrivate = PrivatePerson().IsMatch(found.Text) && !OfficeContact().IsMatch(before);
        found.Add(ScreeningRules.Mobile, isPrivate ? ScreeningSeverity.Grave : ScreeningSeverity.Warning, number.Start, number.Length,
            isPrivate ? "这是个人的手机号，不能公开；遮去中间的数字，或者删除。" : "这是手机号。个人的请遮去；要公布联系电话的，用单位的固定电话。", number.Masked, number.Masked);
    }

    private static void Landline(PassageHits found, PersonalNumber number, string before)
    {
        if (HomeWord().IsMatch(before[Math.Max(0, before.Length - 12)..]))
        {
            HomePhone(found, number.Start, number.Length);
        }
        else
        {
            found.Add(ScreeningRules.OfficePhone, ScreeningSeverity.Hint, number.Start, number.Length, "公布的固定电话；请核对号码对不对、是不是单位的。", null, found.Text.Substring(number.Start, number.Length));
        }
    }

    private static void HomePhone(PassageHits found, int start, int length)
    {
        var number = found.Text.Substring(start, length);
        var masked = Shortened(number);
        found.Add(ScreeningRules.HomePhone, ScreeningSeverity.Warning, start, length, "这是住宅电话，不能公开；请删除。", masked, masked);
    }

    private static string Shortened(string number) => number.Length > 8 ? $"{number[..3]}{new string('*', number.Length - 7)}{number[^4..]}" : $"{number[..2]}{new string('*', Math.Max(1, number.Length - 4))}{number[^2..]}";

    private static bool HasDay(string number) =>
        DateOnly.TryParseExact("19" + number[6..12], "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <summary>An account that a mobile number serves as is still a mobile number; one after 账号 mostly is not.</summary>
    private static bool IsAccount(string before) => BankWord().IsMatch(before[Math.Max(0, before.Length - 8)..]);

    [GeneratedRegex(@"(?:信用代码|注册号|文号|字号|编号|单号|流水号|代码|许可证号?|证书号|批号|案号|档案号|订单|条码|条形码|索引号|备案号|合同号|受理号|发票号码?|车架号|序列号|统一代码|检验号|登记号|区划码|监管码)[^0-9A-Za-z，。；;,、]{0,6}$")]
    private static partial Regex OtherNumber();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![0-9A-Za-z])")]
    private static partial Regex OldIdentity();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])")]
    private static partial Regex LikeIdentity();

    [GeneratedRegex("身份证|证件号|公民身份|身份号码")]
    private static partial Regex IdentityWord();

    [GeneratedRegex("卡号|账号|帐号|账户|帐户|银行|开户|一卡通|存折|农商行|信用社|农行|建行|工行|邮储")]
    private static partial Regex BankWord();

    [GeneratedRegex("(?:户名|收款单位|账户名称|帐户名称|开户名称|收款人|单位名称)[:：为]?[^，。；\\s]{2,30}(?:局|公司|中心|委员会|财政|政府|学校|医院|协会|办公室|慈善会|红十字会|合作社|大队|支队)")]
    private static partial Regex OfficeAccount();

    [GeneratedRegex("持卡人|本人|个人")]
    private static partial Regex PersonAccount();

    [GeneratedRegex("户主|家庭|住址|身份证|村民|申请人|当事人|监护人|学生|家长|低保|救助|残疾|患者|病人|补助对象|受害人|举报人|投诉人|退役|特困|农户")]
    private static partial Regex PrivatePerson();

    [GeneratedRegex("(?:联系|咨询|监督|举报|投诉|服务|办公|值班|报名|报送|办理)(?:电话|方式|人)|热线")]
    private static partial Regex OfficeContact();

    [GeneratedRegex("家庭电话|住宅电话|宅电|家中电话|家里电话|家庭联系电话")]
    private static partial Regex HomeWord();

    [GeneratedRegex(@"(宅电|家庭电话（宅电）)[:：]?\s*(\d{7,8})(?!\d)")]
    private static partial Regex ShortPhone();
}
