using System.Text.RegularExpressions;
using Gongkai.Law.Requests;
using Gongkai.Platform.Audit;

namespace Gongkai.Platform.Requests.Public;

/// <summary>What was asked for, where the words tell nothing of a person. In doubt they are left out: the row stays, the words do not.</summary>
internal static partial class PublicWanted
{
    private const int Longest = 120;
    private const int ShortestName = 2;

    public static string? Of(string wanted, Outcome outcome, Applicant applicant)
    {
        string[] own =
        [
            applicant.Name, applicant.Representative, applicant.Contact, applicant.Agent, applicant.Address, applicant.IdentityNumber, applicant.AgentIdentityNumber, applicant.Telephone, applicant.Email,
        ];
        return wanted.Length > Longest || outcome == Outcome.ThirdPartyRights || PersonalData.Mask(wanted) != wanted || Person().IsMatch(wanted)
            || own.Any(word => word.Trim() is { Length: >= ShortestName } mine && wanted.Contains(mine, StringComparison.OrdinalIgnoreCase))
            ? null
            : wanted;
    }

    [GeneratedRegex(@"我(?![县市省国局镇乡区街委校院])|本人|父|母|爷|奶|丈夫|妻|配偶|儿子|女儿|子女|哥|弟|姐|妹|先生|女士|同志|老师|某|身份证|户籍|户口|住址|门牌|电话|手机|车牌|账号|病历|档案号|离婚|结婚|婚姻|残疾|低保户|\d{6,}|\d+号楼|\d+单元|\d+室|家的")]
    private static partial Regex Person();
}
