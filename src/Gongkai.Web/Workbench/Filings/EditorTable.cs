using Gongkai.Platform.Filings;
using Gongkai.Reports.Writing;

namespace Gongkai.Web.Workbench.Filings;

/// <summary>Model of _EditorTable: a table of the form with the page that knows what stands in its cells.</summary>
public sealed record EditorTable(PrintedTable Table, EditorModel Page);

/// <summary>Model of _EditorText: a text of the report, one line or many.</summary>
public sealed record EditorText(string Field, string Label, EditorModel Page)
{
    public bool IsLine { get; init; }

    public string Hint { get; init; } = "";
}

/// <summary>Model of _EditorStep: a step as a form; with <paramref name="TextLabel"/> it asks for a word, with <paramref name="Confirm"/> for a second look.</summary>
public sealed record EditorStep(FilingAction Action, string Confirm, string TextLabel = "")
{
    /// <summary>The page's handler for the step bears the name of its action.</summary>
    public string Handler => Action.ToString();

    public string Button => FilingWords.Of(Action);

    public bool IsMain { get; init; }

    public bool IsTextOptional { get; init; }

    public static EditorStep Of(FilingAction action) => action switch
    {
        FilingAction.SendToReview => new(action, "送审以后不能再修改，除非审核人退回。") { IsMain = true },
        FilingAction.Approve => new(action, "", "审核意见") { IsMain = true, IsTextOptional = true },
        FilingAction.SendBack => new(action, "", "退回的理由"),
        FilingAction.Sign => new(action, "签发表示您对报告内容负责，签发后可以报送。") { IsMain = true },
        FilingAction.Submit => new(action, "将把报告报送主管部门。") { IsMain = true },
        FilingAction.Withdraw => new(action, "", "撤回的理由"),
        FilingAction.Accept => new(action, "接收表示这份报告没有问题。") { IsMain = true },
        FilingAction.Return => new(action, "", "退回的理由"),
        FilingAction.Publish => new(action, "发布以后公众马上能看到，发布时间不能修改；以后只能更正，原来的版本仍可查看。") { IsMain = true },
        FilingAction.BeginCorrection => new(action, "", "更正的理由"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "This is no step of a filing."),
    };
}
