using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Bulk;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Web.Shared;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>How the board says where an agency stands.</summary>
internal static class BoardWords
{
    public static string Word(this Standing standing) => standing switch
    {
        Standing.NotBegun => "未开始",
        Standing.Draft => FilingWords.Of(FilingState.Draft),
        Standing.WaitingInside => "内部审签",
        Standing.Submitted => FilingWords.Of(FilingState.Submitted),
        Standing.Returned => FilingWords.Of(FilingState.Returned),
        Standing.Accepted => FilingWords.Of(FilingState.Accepted),
        Standing.Published => FilingWords.Of(FilingState.Published),
    };

    public static Light Light(this BoardRow row) => row.IsLate ? Shared.Light.Red : row.Standing switch
    {
        Standing.NotBegun or Standing.Draft or Standing.WaitingInside => Shared.Light.Grey,
        Standing.Returned => Shared.Light.Yellow,
        Standing.Submitted or Standing.Accepted or Standing.Published => Shared.Light.Green,
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
