using System.Collections.Frozen;

namespace Gongkai.Platform.Audit;

/// <summary>The words of the audit trail as people read them. What has no words yet is shown as it was written.</summary>
public static class AuditLabels
{
    public static FrozenDictionary<string, string> Actions { get; } = new Dictionary<string, string>
    {
        ["session.opened"] = "登录",
        ["session.ended"] = "退出登录",
        ["session.all-ended"] = "退出全部登录",
        ["session.agency-switched"] = "切换工作机关",
        ["account.first-administrator"] = "建立首批管理员",
        ["account.invited"] = "新建账号并发出邀请",
        ["account.password-set"] = "用邀请链接设置密码",
        ["account.password-changed"] = "修改密码",
        ["account.password-reset"] = "重置密码",
        ["account.second-factor-enrolled"] = "启用二次验证",
        ["account.second-factor-removed"] = "停用二次验证",
        ["account.recovery-codes-renewed"] = "更换恢复码",
        ["account.recovery-code-used"] = "使用恢复码",
        ["account.locked"] = "密码多次错误，账号锁定",
        ["account.unknown-name-locked"] = "以不存在的用户名多次尝试登录",
        ["account.disabled"] = "停用账号",
        ["account.enabled"] = "启用账号",
        ["post.added"] = "增加岗位",
        ["post.ended"] = "结束岗位",
        ["post.deputy-appointed"] = "指定代理人",
        ["settings.second-factor-changed"] = "修改二次验证要求",
        ["agency.created"] = "新建机构",
        ["agency.added"] = "新增机构",
        ["agency.changed"] = "修改机构",
        ["agency.closed"] = "撤销机构",
        ["agency.founded"] = "承接前身机构",
        ["agency.imported"] = "导入机构",
        ["agency.moved"] = "改变上级机构",
        ["agency.profileEdited"] = "修改机构公开信息",
        ["agency.succeeded"] = "由后续机构承接",
        ["filing.begun"] = "开始编写年报",
        ["filing.saved"] = "保存年报",
        ["filing.fileReceived"] = "收到年报文件，等待确认",
        ["filing.uploaded"] = "从文件读入年报",
        ["filing.mended"] = "按建议改数",
        ["filing.explained"] = "说明提示",
        ["filing.remarked"] = "写批注",
        ["filing.remarkSettled"] = "批注标为已处理",
        ["filing.sentToReview"] = "年报送审",
        ["filing.approved"] = "年报审核通过",
        ["filing.sentBack"] = "年报退回修改",
        ["filing.signed"] = "签发年报",
        ["filing.submitted"] = "报送年报",
        ["filing.withdrawn"] = "撤回报送",
        ["filing.returned"] = "退回年报",
        ["filing.accepted"] = "接收年报",
        ["filing.published"] = "发布年报",
        ["filing.correctionBegun"] = "开始更正年报",
        ["filing.urged"] = "催报",
        ["campaign.opened"] = "开启年度报送",
        ["campaign.urged"] = "催报多个机关",
        ["campaign.closed"] = "结束年度报送",
        ["campaign.reopened"] = "重新开启年度报送",
        ["campaign.refreshed"] = "更新报送单位名单",
        ["campaign.bulkUploaded"] = "上传一批报告",
        ["campaign.bulkSettled"] = "确认批量导入的文件",
        ["filing.filledFromSum"] = "从汇总填入年报",
        ["request.registered"] = "依申请公开：登记申请",
        ["request.confirmed"] = "依申请公开：确认收到",
        ["request.assigned"] = "依申请公开：交办",
        ["request.searchRecorded"] = "依申请公开：记录检索",
        ["request.clarificationAsked"] = "依申请公开：告知补正",
        ["request.clarificationSupplied"] = "依申请公开：收到补正",
        ["request.partyAsked"] = "依申请公开：征求意见",
        ["request.partyReplied"] = "依申请公开：收到意见",
        ["request.reasonAsked"] = "依申请公开：要求说明理由",
        ["request.reasonGiven"] = "依申请公开：收到理由说明",
        ["request.laterDateSet"] = "依申请公开：确定延迟答复期限",
        ["request.extensionProposed"] = "依申请公开：提请延期",
        ["request.extended"] = "依申请公开：延长答复期限",
        ["request.feeNoticed"] = "依申请公开：发出收费通知",
        ["request.feePaid"] = "依申请公开：收到缴费",
        ["request.feeRefunded"] = "依申请公开：退还费用",
        ["request.thirdPartyInformed"] = "依申请公开：告知第三方",
        ["request.drafted"] = "依申请公开：拟定答复",
        ["request.sentToReview"] = "依申请公开：送审",
        ["request.legalityApproved"] = "依申请公开：合法性审核通过",
        ["request.secrecyApproved"] = "依申请公开：保密审查通过",
        ["request.sentBack"] = "依申请公开：退回修改",
        ["request.signed"] = "依申请公开：签发",
        ["request.paperMade"] = "依申请公开：制作文书",
        ["request.served"] = "依申请公开：送达",
        ["request.withdrawn"] = "依申请公开：申请人撤回",
        ["request.filed"] = "依申请公开：归档",
        ["request.reopened"] = "依申请公开：重新办理",
        ["request.retracted"] = "依申请公开：更正误录",
        ["request.split"] = "依申请公开：拆分申请",
        ["request.handedOver"] = "依申请公开：移交",
        ["request.fileAdded"] = "依申请公开：添加材料",
        ["request.noted"] = "依申请公开：备注",
        ["settings.changed"] = "修改系统设置",
        ["job.cancelled"] = "取消任务",
        ["job.retried"] = "重新执行任务",
        ["mail.tested"] = "发送测试邮件",
        ["mail.resent"] = "重新发送邮件",
        ["backup.taken"] = "备份数据",
        ["backup.restored"] = "恢复备份",
        ["token.issued"] = "发放接口令牌",
        ["token.revoked"] = "作废接口令牌",
        ["demonstration.made"] = "建立演示数据",
        ["audit.exported"] = "导出审计日志",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["account"] = "账号", ["agency"] = "机构", ["filing"] = "年度报告", ["request"] = "依申请公开", ["campaign"] = "年度报送", ["setting"] = "设置", ["name"] = "用户名", ["audit"] = "审计日志", ["job"] = "任务", ["token"] = "接口令牌", ["mail"] = "邮件", ["backup"] = "备份",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["role"] = "角色", ["roles"] = "角色", ["agency"] = "机构编号", ["from"] = "起始日", ["to"] = "截止日", ["userName"] = "用户名", ["displayName"] = "姓名", ["isDisabled"] = "停用",
        ["until"] = "锁定到", ["expiresAt"] = "有效期至", ["expiresOn"] = "有效期至", ["ended"] = "结束的登录数", ["browser"] = "浏览器", ["deputyFor"] = "被代理人编号", ["secondFactorToo"] = "同时重置二次验证",
        ["name"] = "名称", ["shortName"] = "简称", ["level"] = "层级", ["kind"] = "类型", ["parentId"] = "上级编号", ["telephone"] = "电话", ["email"] = "电子邮件", ["address"] = "地址", ["year"] = "年度",
        ["state"] = "状态", ["stage"] = "阶段", ["deskStep"] = "办理进度", ["dueOn"] = "期限", ["note"] = "说明", ["days"] = "发生日期", ["reason"] = "原因", ["rows"] = "行数", ["person"] = "操作人", ["action"] = "操作", ["subject"] = "对象", ["chain"] = "机构编号",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Action(string action) => Actions.GetValueOrDefault(action, action);

    public static string Field(string field) => string.Join("·", field.Split('.').Select(part => Fields.GetValueOrDefault(part, part)));

    /// <summary>What an entry is about: <c>account/…</c> as 账号 ….</summary>
    public static string Subject(string subject) =>
        subject.Split('/', 2) is [var kind, var id] && Subjects.TryGetValue(kind, out var label) ? $"{label} {id}" : subject;
}
