using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Reports;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>How the board says where an agency stands.</summary>
internal static class BoardWords
{
    public static string Word(this Standing standing) => standing switch
    {
        Standing.NotBegun => "未开始",
        Standing.Draft => "编写中",
        Standing.WaitingInside => "内部审签",
        Standing.Submitted => "已报送",
        Standing.Returned => "已退回",
        Standing.Accepted => "已接收",
        Standing.Published => "已公开",
    };

    public static Light Light(this BoardRow row) => row.IsLate ? Shared.Light.Red : row.Standing switch
    {
        Standing.NotBegun or Standing.Draft or Standing.WaitingInside => Shared.Light.Grey,
        Standing.Returned => Shared.Light.Yellow,
        Standing.Submitted or Standing.Accepted or Standing.Published => Shared.Light.Green,
    };

    public static string Word(this Severity severity) => severity switch
    {
        Severity.Error => "差错",
        Severity.Warning => "提醒",
        Severity.Note => "提示",
    };

    public static Light Light(this Severity severity) => severity switch
    {
        Severity.Error => Shared.Light.Red,
        Severity.Warning => Shared.Light.Yellow,
        Severity.Note => Shared.Light.Grey,
    };

    public static string Word(this BulkState state) => state switch
    {
        BulkState.Reading => "正在读取",
        BulkState.Filled => "已成草稿",
        BulkState.Doubtful => "要人工确认",
        BulkState.Occupied => "已有报告",
        BulkState.Unreadable => "读不了",
        BulkState.PutAside => "放在一边",
    };

    public static Light Light(this BulkState state) => state switch
    {
        BulkState.Filled => Shared.Light.Green,
        BulkState.Doubtful => Shared.Light.Yellow,
        BulkState.Unreadable => Shared.Light.Red,
        BulkState.Reading or BulkState.Occupied or BulkState.PutAside => Shared.Light.Grey,
    };
}
