namespace Gongkai.Web.Shared;

/// <summary>The field in which the text of a document is written: <c>&lt;partial name="_TextEditor" model="…" /&gt;</c> and the script <c>writing.js</c>.</summary>
/// <param name="Html">The text so far.</param>
/// <param name="UploadUrl">Where pictures are sent, as a form with <c>file</c> and <c>alternative</c>; it answers JSON with <c>url</c>, or with <c>message</c> why not. Null where none can be inserted yet.</param>
public sealed record TextEditor(string? Html, string? UploadUrl)
{
    public string Name { get; init; } = "Body";

    public string Label { get; init; } = "正文";

    public string Hint { get; init; } = "可以从 Word、WPS 粘贴；字体和颜色会去掉，标题、表格、编号和图片保留。";

    public string? Error { get; init; }

    public string Id => Name.Replace('.', '_');
}
