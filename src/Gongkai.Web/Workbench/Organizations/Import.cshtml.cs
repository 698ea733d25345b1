using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Organizations.Tables;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Gongkai.Web.Workbench.Lists;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Organizations;

/// <summary>A list of agencies: what it would do to the tree, and the button that does it.</summary>
[Requires(Act.ManageAgencies)]
[RequestSizeLimit(AgencyImport.MostBytes + 1_000_000)]
public sealed class ImportModel(AgencyImport import) : ListImportPage<ImportPlan>(import)
{
    public override string Home => OrganizationForms.Home;

    protected override ImportSentences Words { get; } =
        new("您不能导入机关单位，请联系系统管理员。", "表里的内容和现有的完全一样，不用导入。", "您核对以后机关单位又有变化，下面是现在会改动的内容，请再核对一次。");

    public async Task<IActionResult> OnGetErrorsAsync(CancellationToken cancellation)
    {
        if (Id is null || await OnGetAsync(cancellation) is NotFoundResult)
        {
            return NotFound();
        }

        IEnumerable<IReadOnlyList<string>> rows = Plan.Errors.Select(error =>
            (string[])[error.Row.ToString(CultureInfo.InvariantCulture), error.Field is { } field ? AgencyWords.Of(field) : "", error.Message]);
        return ListDownload.Of("导入错误", ListFormat.Xlsx, [8, 20, 80], rows.Prepend(["行", "栏目", "问题和改法"]));
    }

    protected override string Done(ImportPlan plan) => $"已经导入：新增 {plan.Added.Count} 个，改动 {plan.Changed.Count} 个。";
}
