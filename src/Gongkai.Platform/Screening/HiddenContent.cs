namespace Gongkai.Platform.Screening;

/// <summary>Something in an office file that one does not see when one looks at it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it is, in words.</param>
/// <param name="Excerpt">The beginning of what stands there; null where it has no words.</param>
public sealed record HiddenContent(HiddenKind Kind, string Place, string? Excerpt)
{
    /// <summary>Whether it has to be cleaned or explained before the file is given away: all but what is printed on every page.</summary>
    public bool NeedsWord => Kind != HiddenKind.HeaderFooter;
}

/// <summary>What can be hidden in an office file.</summary>
public enum HiddenKind
{
    HiddenSheet,
    HiddenRows,
    HiddenColumns,
    Comment,
    TrackedChange,
    HiddenText,
    Property,
    EmbeddedObject,

    /// <summary>Data of another file or of a hidden source that is kept along: 外部链接, 数据透视表.</summary>
    CachedData,

    /// <summary>页眉、页脚: not hidden, but easily overlooked.</summary>
    HeaderFooter,
}

/// <summary>What was found in a file, or why it could not be looked into.</summary>
/// <param name="Hits">What was found; at most <see cref="Most"/>.</param>
/// <param name="Complaint">Why it could not be looked into, as a sentence; null where it could.</param>
public sealed record ScreeningResult(IReadOnlyList<HiddenContent> Hits, string? Complaint)
{
    /// <summary>The most that one file is said to hold.</summary>
    public const int Most = 200;

    /// <summary>Whether the file may not be given away without cleaning or a word of explanation.</summary>
    public bool NeedsWord => Complaint is not null || Hits.Any(hit => hit.NeedsWord);
}

/// <summary>What people read of it.</summary>
public static class ScreeningWords
{
    public static string Of(HiddenKind kind) => kind switch
    {
        HiddenKind.HiddenSheet => "隐藏的工作表",
        HiddenKind.HiddenRows => "隐藏的行",
        HiddenKind.HiddenColumns => "隐藏的列",
        HiddenKind.Comment => "批注",
        HiddenKind.TrackedChange => "修订记录",
        HiddenKind.HiddenText => "隐藏的文字",
        HiddenKind.Property => "文件属性",
        HiddenKind.EmbeddedObject => "嵌入的对象",
        HiddenKind.CachedData => "附带的数据",
        HiddenKind.HeaderFooter => "页眉页脚",
    };

    /// <summary>What to do where the program cannot do it.</summary>
    public static string ByHand(HiddenKind kind) => kind switch
    {
        HiddenKind.HiddenSheet => "取消隐藏后核对：不该给的，先把引用它的公式粘贴成数值，再删除工作表",
        HiddenKind.HiddenRows or HiddenKind.HiddenColumns => "取消隐藏后核对，不该给的整行、整列删除",
        HiddenKind.Comment => "在“审阅”里删除所有批注",
        HiddenKind.TrackedChange => "在“审阅”里接受所有修订，关闭修订功能",
        HiddenKind.HiddenText => "显示隐藏文字后核对，不该给的删除",
        HiddenKind.Property => "在“文件—信息—检查文档”里删除属性和个人信息",
        HiddenKind.EmbeddedObject => "双击打开核对，换成图片或者删除；宏另存为不带宏的格式",
        HiddenKind.CachedData => "断开外部链接；数据透视表复制后粘贴成数值",
        HiddenKind.HeaderFooter => "看看页眉页脚里有没有不该给的",
    };
}
