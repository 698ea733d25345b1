using Gongkai.Platform.Accounts;
using Gongkai.Platform.Ledgers;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Ledgers;

/// <summary>A table of acts: what it would add, and the button that does it.</summary>
[Requires(Act.KeepLedgers)]
[RequestSizeLimit(LedgerImport.MostBytes + 1_000_000)]
public sealed class ImportModel(LedgerImport import) : ListImportPage<LedgerPlan>(import)
{
    public override string Home => IndexModel.Home;

    public string AgencyName => HttpContext.Actor().Posts.FirstOrDefault(post => post.AgencyId == HttpContext.Actor().AgencyId)?.AgencyName ?? "";

    protected override ImportSentences Words { get; } =
        new("您的岗位不能登记这个机关的台账；在右上角换到您任信息员的机关再试。", "表里的记录台账里都有了，不用导入。", "您核对以后台账又有变化，下面是现在会新增的内容，请再核对一次。");

    /// <summary>An empty table with the columns.</summary>
    public IActionResult OnGetTemplate() => ListDownload.Of("台账模板", ListFormat.Xlsx, [.. ActTable.Widths], [ActTable.Headings]);

    protected override string Done(LedgerPlan plan) => $"已经导入：新增 {plan.Added.Count} 件，原来就有 {plan.Known.Count} 件。";
}
