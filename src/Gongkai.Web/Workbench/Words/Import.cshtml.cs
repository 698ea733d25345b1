using Gongkai.Platform.Accounts;
using Gongkai.Platform.Screening.Dictionary;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Web.Hosting;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Words;

/// <summary>A list of words: what it would change, and the button that does it.</summary>
[Requires(Act.ManageScreeningWords)]
[RequestSizeLimit(ScreeningWordImport.MostBytes + 1_000_000)]
public sealed class ImportModel(ScreeningWordImport import) : ListImportPage<WordPlan>(import)
{
    public override string Home => IndexModel.Home;

    protected override ImportSentences Words { get; } =
        new("您不能导入检查用词，请联系主管部门。", "表里的内容和词库完全一样，不用导入。", "您核对以后词库又有变化，下面是现在会改动的内容，请再核对一次。");

    public static string Line(ScreeningWord word) => string.Join('，', WordTable.Row(word).Where((cell, index) => index != 1 && cell.Length > 0));

    protected override string Done(WordPlan plan) => $"已经导入：新增 {plan.Added.Count} 个，改动 {plan.Changed.Count} 个。";
}
