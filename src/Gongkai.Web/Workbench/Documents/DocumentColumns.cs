using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Gongkai.Web.Workbench.Lists;

namespace Gongkai.Web.Workbench.Documents;

/// <summary>What the list of documents can show.</summary>
internal static class DocumentColumns
{
    /// <param name="isWide">Whether documents of several agencies can stand in the list.</param>
    public static IReadOnlyList<Column<DocumentRow>> All(bool isWide) =>
    [
        new("title", "标题", row => row.Title.Length == 0 ? "（还没有标题）" : row.Title) { IsName = true, Width = 48 },
        new("agency", "机关", row => row.AgencyName) { IsUsual = isWide, Width = 20 },
        new("kind", "体裁", row => DocumentWords.Of(row.Kind)) { Width = 16 },
        new("attribute", "公开属性", row => DocumentWords.Of(row.Attribute)) { Kind = ColumnKind.Line },
        new("stage", "进度", Standing) { Kind = ColumnKind.Line, Width = 20 },
        new("made", "成文日期", row => Day(row.MadeOn)) { Kind = ColumnKind.Line },
        new("due", "公开期限", row => row.PublishedAt is null ? Day(row.DueOn) : "") { Kind = ColumnKind.Line },
        new("published", "发布时间", row => Instant(row.PublishedAt)) { Kind = ColumnKind.Line, Width = 18 },
        new("index", "索引号", row => row.IndexNumber ?? "") { IsUsual = false, Width = 26 },
        new("writer", "拟稿人", row => row.CreatedByName) { IsUsual = false, Kind = ColumnKind.Line },
        new("changed", "最后修改", row => $"{row.ChangedByName} {Instant(row.ChangedAt)}") { IsUsual = false, Kind = ColumnKind.Line, Width = 26 },
    ];

    public static string Standing(DocumentRow row) => row switch
    {
        { Stage: DocumentStage.InReview, NextReview: { } review } => $"等{DocumentWords.Of(review)}",
        { Stage: DocumentStage.Ready, PublishAt: { } at } => $"定于 {at.InBeijing():yyyy-MM-dd HH:mm} 发布",
        _ => DocumentWords.Of(row.Stage),
    };

    private static string Day(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : "";

    private static string Instant(DateTimeOffset? instant) => instant is { } known ? FormattableString.Invariant($"{known.InBeijing():yyyy-MM-dd HH:mm}") : "";
}
