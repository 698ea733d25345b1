using Gongkai.Platform.Filings.Campaigns;
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
}
