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
        ["audit.exported"] = "导出审计日志",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["account"] = "账号", ["agency"] = "机构", ["filing"] = "年度报告", ["campaign"] = "年度报送", ["setting"] = "设置", ["name"] = "用户名", ["audit"] = "审计日志", ["job"] = "任务", ["token"] = "接口令牌",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Fields = new Dictionary<string, string>
    {
        ["role"] = "角色", ["roles"] = "角色", ["agency"] = "机构编号", ["from"] = "起始日", ["to"] = "截止日", ["userName"] = "用户名", ["displayName"] = "姓名", ["isDisabled"] = "停用",
        ["until"] = "锁定到", ["expiresAt"] = "有效期至", ["ended"] = "结束的登录数", ["browser"] = "浏览器", ["deputyFor"] = "被代理人编号", ["secondFactorToo"] = "同时重置二次验证",
        ["name"] = "名称", ["shortName"] = "简称", ["level"] = "层级", ["kind"] = "类型", ["parentId"] = "上级编号", ["telephone"] = "电话", ["email"] = "电子邮件", ["address"] = "地址", ["year"] = "年度",
        ["state"] = "状态", ["reason"] = "原因", ["rows"] = "行数", ["person"] = "操作人", ["action"] = "操作", ["subject"] = "对象", ["chain"] = "机构编号",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Action(string action) => Actions.GetValueOrDefault(action, action);

    public static string Field(string field) => string.Join("·", field.Split('.').Select(part => Fields.GetValueOrDefault(part, part)));

    /// <summary>What an entry is about: <c>account/…</c> as 账号 ….</summary>
    public static string Subject(string subject) =>
        subject.Split('/', 2) is [var kind, var id] && Subjects.TryGetValue(kind, out var label) ? $"{label} {id}" : subject;
}
