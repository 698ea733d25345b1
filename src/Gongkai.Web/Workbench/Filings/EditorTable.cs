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
public sealed record EditorStep(string Handler, string Button, string Confirm, string TextLabel = "")
{
    public bool IsMain { get; init; }

    public bool IsTextOptional { get; init; }

    public static EditorStep Of(Gongkai.Platform.Filings.FilingAction action) => action switch
    {
        Platform.Filings.FilingAction.SendToReview => new("SendToReview", "送审", "送审以后不能再修改，除非审核人退回。") { IsMain = true },
        Platform.Filings.FilingAction.Approve => new("Approve", "审核通过", "", "审核意见") { IsMain = true, IsTextOptional = true },
        Platform.Filings.FilingAction.SendBack => new("SendBack", "退回修改", "", "退回的理由"),
        Platform.Filings.FilingAction.Sign => new("Sign", "签发", "签发表示您对报告内容负责，签发后可以报送。") { IsMain = true },
        Platform.Filings.FilingAction.Submit => new("Submit", "报送", "将把报告报送主管部门。") { IsMain = true },
        Platform.Filings.FilingAction.Withdraw => new("Withdraw", "撤回报送", "", "撤回的理由"),
        Platform.Filings.FilingAction.Accept => new("Accept", "接收", "接收表示这份报告没有问题。") { IsMain = true },
        Platform.Filings.FilingAction.Return => new("Return", "退回", "", "退回的理由"),
        Platform.Filings.FilingAction.Publish => new("Publish", "发布", "发布以后公众马上能看到，发布时间不能修改；以后只能更正，原来的版本仍可查看。") { IsMain = true },
        Platform.Filings.FilingAction.BeginCorrection => new("BeginCorrection", "更正", "", "更正的理由"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "This is no step of a filing."),
    };
}
