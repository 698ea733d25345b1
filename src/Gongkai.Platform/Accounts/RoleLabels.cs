namespace Gongkai.Platform.Accounts;

public static class RoleLabels
{
    public static string Label(this Role role) => role switch
    {
        Role.Clerk => "信息员",
        Role.FirstReviewer => "初审",
        Role.SecondReviewer => "复审",
        Role.FinalReviewer => "终审",
        Role.SecrecyReviewer => "保密审查员",
        Role.Head => "负责人",
        Role.AuthorityOfficer => "主管部门工作人员",
        Role.SystemAdministrator => "系统管理员",
        Role.SecurityAdministrator => "安全管理员",
        Role.AuditAdministrator => "审计管理员",
    };

    public static string Label(this Act act) => act switch
    {
        Act.ViewFilings => "查看年度报告",
        Act.EditFilings => "编写、报送年度报告",
        Act.ReviewFilings => "机关内部审核",
        Act.SignFilings => "签发年度报告",
        Act.PublishFilings => "发布、更正年度报告",
        Act.SuperviseFilings => "部署、催报、接收、退回、汇总",
        Act.ViewRequests => "查看依申请公开办件",
        Act.ViewApplicants => "查看申请人信息",
        Act.HandleRequests => "登记、办理、送达依申请公开办件",
        Act.ReviewRequests => "审核依申请公开答复",
        Act.SignRequests => "签发依申请公开答复、同意延期",
        Act.ManageAgencies => "管理机构",
        Act.EditProfile => "编辑机构公开信息",
        Act.ManageAccounts => "管理账号和岗位",
        Act.ManageTokens => "管理接口令牌",
        Act.ManageScreeningWords => "管理发布前检查的用词",
        Act.Operate => "设置、任务、备份和运行状况",
        Act.ViewLedgers => "查看许可、处罚、强制、收费台账",
        Act.KeepLedgers => "登记、导入、更正许可、处罚、强制、收费台账",
        Act.ViewDocuments => "查看拟公开的文件",
        Act.WriteDocuments => "起草文件、送审，重新审查不公开的文件",
        Act.ReviewDocuments => "审核文件（按岗位对应的一道）",
        Act.PublishDocuments => "发布、撤回文件，标注修改和废止",
        Act.ManageChannels => "设置发布渠道和公告栏",
        Act.ManageCatalog => "管理公开目录和审核流程",
        Act.ReadAudit => "查看审计日志",
    };
}
