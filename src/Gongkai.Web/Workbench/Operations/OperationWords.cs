using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Calendars;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Jobs;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Participation.Letters;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Search.Indexing;

namespace Gongkai.Web.Workbench.Operations;

/// <summary>The operator's words.</summary>
public static class OperationWords
{
    private static readonly string[] Units = ["字节", "KB", "MB", "GB", "TB"];

    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => "等待",
        JobState.Running => "正在执行",
        JobState.Succeeded => "完成",
        JobState.Failed => "失败",
        JobState.Cancelled => "已取消",
    };

    public static string Kind(string kind) => kind switch
    {
        MailSending.Kind => "发送邮件",
        Retention.Kind => "清理过期数据",
        SessionSweep.Kind => "清理过期登录",
        FilingReminders.Kind => "报送提醒",
        RequestReminders.Kind => "依申请公开期限提醒",
        ComplaintReminders.Kind => "投诉期限提醒",
        LetterReminders.Kind => "来信答复期限提醒",
        ClockSweep.Kind => "重新计算期限",
        BulkReading.Kind => "批量读入年报",
        RebuildSearchJob.Kind => "重建搜索索引",
        _ => kind,
    };

    public static string Of(OperatorRefusal refusal) => refusal switch
    {
        OperatorRefusal.NotAllowed => "只有系统最上级机关的系统管理员可以这样做。",
        OperatorRefusal.TooLate => "它的状态已经变了，没有改动。请看最新的列表。",
    };

    public static string Bytes(long bytes)
    {
        var number = (double)bytes;
        var unit = 0;
        for (; number >= 1024 && unit < Units.Length - 1; unit++)
        {
            number /= 1024;
        }

        return $"{number.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}
