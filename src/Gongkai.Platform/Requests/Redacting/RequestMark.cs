using Gongkai.Law.Requests;
using Gongkai.Platform.Redaction;

namespace Gongkai.Platform.Requests.Redacting;

/// <summary>A place of a file that is covered, and on what ground. Those of a file that is being worked on change; those of a file that was made stay as they were.</summary>
public sealed class RequestMark
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    /// <summary>The file that is covered.</summary>
    public long FileId { get; init; }

    /// <summary>The file that was made with this mark; null while it is being worked on.</summary>
    public long? ResultId { get; init; }

    public int Page { get; init; }

    public double AreaLeft { get; init; }

    public double AreaTop { get; init; }

    public double AreaWidth { get; init; }

    public double AreaHeight { get; init; }

    /// <summary>Why it is not disclosed: one of the outcomes of articles 14 to 16.</summary>
    public Outcome Ground { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    public Guid? MadeBy { get; init; }

    public required string MadeByName { get; init; }

    public PageArea Area => new(Page, AreaLeft, AreaTop, AreaWidth, AreaHeight);
}

/// <summary>A covered place as people see it.</summary>
public sealed record MarkView(long Id, PageArea Area, Outcome Ground, DateTimeOffset MadeAt, string MadeByName)
{
    /// <summary>Where it is, in words.</summary>
    public string Place
    {
        get
        {
            var (across, down) = (Area.Left + (Area.Width / 2), Area.Top + (Area.Height / 2));
            var height = down < 1.0 / 3 ? "上部" : down < 2.0 / 3 ? "中部" : "下部";
            return $"第 {Area.Page} 页{height}{(across < 1.0 / 3 ? "左侧" : across < 2.0 / 3 ? "" : "右侧")}";
        }
    }
}

/// <summary>遮盖清单: what was covered in a file, place by place, each with its article.</summary>
public static class MarkList
{
    /// <summary>The grounds on which something may be covered: those of 不予公开 under articles 14 to 16.</summary>
    public static IReadOnlyList<OutcomeRule> Grounds { get; } = [.. OutcomeRule.All.Where(rule => rule.IsWithheld)];

    /// <summary>A ground with its article.</summary>
    public static string WordsOf(Outcome ground)
    {
        var rule = OutcomeRule.Of(ground);
        return $"{rule.Label}（《条例》{rule.Article}）";
    }

    /// <summary>How many places on which ground.</summary>
    public static string Summary(IEnumerable<MarkView> marks) =>
        string.Join('，', marks.GroupBy(mark => mark.Ground).OrderBy(group => group.Key).Select(group => $"{WordsOf(group.Key)} {group.Count()} 处"));

    /// <summary>The list.</summary>
    public static IEnumerable<string> Lines(IEnumerable<MarkView> marks) =>
        marks.OrderBy(mark => mark.Area.Page).ThenBy(mark => mark.Area.Top).ThenBy(mark => mark.Area.Left)
            .Select((mark, index) => $"{index + 1}. {mark.Place}：{WordsOf(mark.Ground)}");
}
