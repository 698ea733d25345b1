using Gongkai.Platform.Channels;
using Gongkai.Platform.Channels.Deliveries;
using Gongkai.Platform.Storage;
using Gongkai.Web.Workbench.Lists;

namespace Gongkai.Web.Workbench.Deliveries;

/// <summary>What the list of deliveries can show.</summary>
internal static class DeliveryColumns
{
    /// <param name="isWide">Whether deliveries of several agencies can stand in the list.</param>
    public static IReadOnlyList<Column<DeliveryRow>> All(bool isWide) =>
    [
        new("title", "文件", row => row.Title) { IsName = true, Width = 44 },
        new("state", "结果", row => row.MustTakeDown ? $"{ChannelWords.Of(row.State)}，要撤下" : ChannelWords.Of(row.State)) { Kind = ColumnKind.Line, Width = 18 },
        new("agency", "机关", row => row.AgencyName) { IsUsual = isWide, Width = 18 },
        new("channel", "渠道", row => $"{ChannelWords.Of(row.Kind)}：{row.ChannelName}") { Kind = ColumnKind.Line, Width = 24 },
        new("event", "内容", row => $"{ChannelWords.Of(row.Event)}（第 {row.Version} 稿）") { Kind = ColumnKind.Line, Width = 18 },
        new("detail", "说明", Standing) { IsUsual = false, Width = 50 },
        new("together", "一组几篇", row => row.Together == 0 ? "" : row.Together.ToString(null, null)) { IsUsual = false, Kind = ColumnKind.Number, Width = 10 },
        new("tries", "次数", row => row.Tries.ToString(null, null)) { Kind = ColumnKind.Number, Width = 8 },
        new("created", "排队", row => Instant(row.CreatedAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("delivered", "送达", row => Instant(row.DeliveredAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("by", "谁发的", row => row.CreatedByName) { IsUsual = false, Kind = ColumnKind.Line },
        new("settled", "处理", row => row.SettledByName is null ? "" : $"{row.SettledByName}：{row.SettledNote}") { IsUsual = false, Width = 30 },
    ];

    public static string Standing(DeliveryRow row) =>
        row.MustTakeDown ? $"{ChannelWords.Of(row.State)}；本网站已撤下或更正，请到那边撤下"
        : row.TakenDownAt is { } at ? $"{ChannelWords.Of(row.State)}；{at.InBeijing():yyyy-MM-dd} 那边已撤下"
        : row is { State: DeliveryState.Delivered, Mode: ChannelMode.DraftOnly, Kind: ChannelKind.WeChat } ? "已存为草稿，请到公众号后台发布"
        : row.LastError is { } error && row.State != DeliveryState.Delivered ? $"{ChannelWords.Of(row.State)}：{error}"
        : ChannelWords.Of(row.State);

    private static string Instant(DateTimeOffset? instant) => instant is { } known ? FormattableString.Invariant($"{known.InBeijing():yyyy-MM-dd HH:mm}") : "";
}
