using Gongkai.Law.Reporting;

namespace Gongkai.Platform.Organizations;

/// <summary>The Chinese words of this module: for screens, lists and messages alike.</summary>
public static class AgencyWords
{
    public static string Of(AgencyKind kind) => kind switch
    {
        AgencyKind.Government => "人民政府",
        AgencyKind.Department => "政府工作部门",
        AgencyKind.Township => "乡镇人民政府",
        AgencyKind.Subdistrict => "街道办事处",
        AgencyKind.DevelopmentZone => "开发区管委会",
        AgencyKind.Outpost => "派出机构",
        AgencyKind.AuthorizedOrganization => "法律法规授权组织",
        AgencyKind.VerticalOffice => "垂直管理机构",
        AgencyKind.PublicInstitution => "事业单位",
        AgencyKind.PublicEnterprise => "公共企事业单位",
        AgencyKind.VillageCommittee => "村（居）民委员会",
        AgencyKind.PartyDepartment => "党委部门",
    };

    public static string Of(GovernmentLevel level) => level switch
    {
        GovernmentLevel.State => "国家",
        GovernmentLevel.Province => "省级",
        GovernmentLevel.City => "市级",
        GovernmentLevel.County => "县级",
        GovernmentLevel.Township => "乡级",
    };

    public static string Of(SuccessionKind kind) => kind switch
    {
        SuccessionKind.Renamed => "改名",
        SuccessionKind.Merged => "合并",
        SuccessionKind.Split => "分设",
    };

    public static string Of(AgencyField field) => field switch
    {
        AgencyField.Name => "名称",
        AgencyField.ShortName => "简称",
        AgencyField.Kind => "类型",
        AgencyField.Level => "层级",
        AgencyField.Parent => "上级机关",
        AgencyField.CreditCode => "统一社会信用代码",
        AgencyField.DivisionCode => "行政区划代码",
        AgencyField.SiteCode => "网站标识码",
        AgencyField.ValidFrom => "成立日期",
        AgencyField.Authority => "主管部门",
        AgencyField.MustFile => "编制年报",
        AgencyField.FilesFrom => "起报年度",
        AgencyField.CountedInSum => "计入汇总",
        AgencyField.IsVertical => "垂直管理",
        AgencyField.SortOrder => "排序",
        AgencyField.Functions => "机构职能",
        AgencyField.Address => "办公地址",
        AgencyField.OfficeHours => "办公时间",
        AgencyField.Telephone => "联系电话",
        AgencyField.Email => "电子邮箱",
        AgencyField.Postcode => "邮政编码",
        AgencyField.Head => "负责人",
    };

    public static string YesOrNo(bool value) => value ? "是" : "否";

    /// <summary>What is wrong and how to mend it, for the field that it stands beside.</summary>
    public static string Of(AgencyFault fault) => fault.Problem switch
    {
        AgencyProblem.Empty => $"请填{Of(fault.Field)}。",
        AgencyProblem.TooLong => $"{Of(fault.Field)}太长，请缩短。",
        AgencyProblem.CodeLength => fault.Field switch
        {
            AgencyField.CreditCode => "统一社会信用代码应为18位，请对照证书补全。",
            AgencyField.SiteCode => "网站标识码应为10位，请对照网站底部的标识码核对。",
            _ => "行政区划代码应为6位（县级以上）、9位（乡镇）或12位（村），请核对。",
        },
        AgencyProblem.CodeCharacters => fault.Field switch
        {
            AgencyField.CreditCode => "统一社会信用代码只含数字和大写字母，且不含I、O、S、V、Z，请看清是不是1、0、5、2。",
            _ => $"{Of(fault.Field)}应为数字，请核对。",
        },
        AgencyProblem.CodeCheckDigit => "校验位与前面各位对不上，有一位写错了，请对照证书逐位核对。",
        AgencyProblem.CodeInnerCheckDigit => "第9至17位（组织机构代码）的校验位对不上，请对照证书逐位核对。",
        AgencyProblem.CodeDivision => $"{Of(fault.Field)}里的行政区划不存在，请核对开头几位。",
        AgencyProblem.NameTaken => "同一上级之下已有这个名称的机关，请核对是不是重复了。",
        AgencyProblem.CodeTaken => "已有机关使用这个统一社会信用代码，请核对是不是重复了。",
        AgencyProblem.YearOutOfRange => "起报年度应在2008年到2100年之间。",
        AgencyProblem.DateOutOfRange => $"{Of(fault.Field)}应在1949年以后，并且不晚于撤销日期。",
        AgencyProblem.LevelAboveParent => "层级不能高于上级机关的层级，请改层级或改上级。",
        AgencyProblem.AuthorityNotFound => "找不到这个主管部门，请填它的全称或统一社会信用代码；由上级政府主管的留空即可。",
        AgencyProblem.AuthorityIsItself => "主管部门不能是它自己；由上级政府主管的留空即可。",
        AgencyProblem.BadTelephone => "联系电话只含数字和 - ( ) 、 转 等符号，请核对。",
        AgencyProblem.BadEmail => "电子邮箱的写法不对，应像 name@example.gov.cn。",
        AgencyProblem.BadPostcode => "邮政编码应为6位数字。",
        AgencyProblem.UnknownWord => $"看不懂{Of(fault.Field)}这一栏，请照模板里的写法填。",
        AgencyProblem.NotANumber => $"{Of(fault.Field)}应为整数。",
        AgencyProblem.NotADate => $"{Of(fault.Field)}应为日期，如 2019-03-01。",
        AgencyProblem.ParentNotFound => "找不到这个上级机关，请填它的全称或统一社会信用代码，或先在表中加上它。",
        AgencyProblem.ParentAmbiguous => "叫这个名称的上级机关不止一个，请改填它的统一社会信用代码，或从上到下写全（用 / 隔开）。",
        AgencyProblem.ParentMissing => "新增的机关要有上级机关，请填上级的全称或统一社会信用代码。",
        AgencyProblem.ParentInCircle => "上级机关绕了一圈又回到它自己，请改正上级机关。",
        AgencyProblem.ParentEnded => "上级机关已经撤销，请填它的承继机关。",
        AgencyProblem.TwiceInFile => "表中有两行说的是同一个机关，请删去一行。",
        AgencyProblem.TwoMatches => "代码和名称指的是两个不同的机关，请核对代码。",
        AgencyProblem.AgencyAmbiguous => "叫这个名称的机关不止一个，请填统一社会信用代码或上级机关。",
        AgencyProblem.OutsideScope => "这个机关不在您管理的范围内，请从表中删去这一行。",
    };
}
