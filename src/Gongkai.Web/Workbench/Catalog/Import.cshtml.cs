using Gongkai.Platform.Accounts;
using Gongkai.Platform.Publishing.Catalog;
using Gongkai.Web.Hosting;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Catalog;

/// <summary>A 标准目录: what it would change in the catalog, and the button that does it.</summary>
[Requires(Act.ManageCatalog)]
[RequestSizeLimit(CatalogImport.MostBytes + 1_000_000)]
public sealed class ImportModel(CatalogImport import) : ListImportPage<CatalogPlan>(import)
{
    public override string Home => IndexModel.Home;

    protected override ImportSentences Words { get; } =
        new("您不能修改公开目录，请联系主管部门。", "表里的内容和公开目录完全一样，不用导入。", "您核对以后公开目录又有变化，下面是现在会改动的内容，请再核对一次。");

    protected override string Done(CatalogPlan plan) => $"已经导入：新增 {plan.Added.Count} 项，改动 {plan.Changed.Count} 项。";
}
