using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Gongkai.Reports.Writing;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench.Campaigns;

/// <summary>The reports of a campaign added up cell by cell, and the authority's own report beside them.</summary>
[Requires(Act.SuperviseFilings)]
public sealed class SumModel(CampaignQueries campaigns, CampaignSum campaignSum, LedgerNarrative ledger) : PageModel
{
    public const int MostDifferences = 30;

    public CampaignLine Campaign { get; private set; } = null!;

    public SumOfCampaign Sum { get; private set; } = null!;

    public bool AsksToReplace { get; private set; }

    /// <summary>What the authority itself keeps here of each part, and whether it is added.</summary>
    public IReadOnlyList<LedgerOffer> Own { get; private set; } = [];

    public bool MayWrite => CountOwnLedger.MayWrite(HttpContext.Actor(), Sum.AgencyId);

    public bool MayFill => Sum.Included.Any(member => member.FilingId is not null) && MayWrite;

    /// <summary>The cells in which the typed report says another thing than the sum.</summary>
    public IReadOnlyList<SummedCell> Differences => [.. Form.Select(address => Sum.Cells[address.Index]).Where(cell => cell.Differs)];

    public IEnumerable<PrintedTable> Tables
    {
        get
        {
            var figures = FigureSet.Empty.With(Form.Select(address => KeyValuePair.Create(address, Cell.Number(Sum.Cells[address.Index].Sum))));
            return Enumerable.Range(1, NationalForm.SectionHeadings.Length).SelectMany(section => PrintedTables.Of(section, figures));
        }
    }

    private IEnumerable<FigureAddress> Form => NationalForm.Of(NationalForm.EditionOf(Sum.Year));

    public async Task<IActionResult> OnGetAsync(int id, bool replace, CancellationToken cancellation)
    {
        AsksToReplace = replace;
        return await LoadAsync(id, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostFillAsync(int id, bool replaces, [FromServices] FillFromSum fillFromSum, CancellationToken cancellation)
    {
        var result = await fillFromSum.RunAsync(new FillFromSum.Command(id, replaces), HttpContext.Actor(), cancellation);
        switch (result.Refusal)
        {
            case null:
                TempData.Done("汇总的数据已经填入，请写好文字部分。有“?”的格子要逐个核对。");
                return Redirect(FormattableString.Invariant($"/work/filings/{result.FilingId}"));
            case FillFromSum.Refusal.NotFound:
                return NotFound();
            case FillFromSum.Refusal.NotAllowed:
                TempData.Wrong("您不能编写本级的报告，请由本级的信息员或主管部门工作人员来填。");
                break;
            case FillFromSum.Refusal.NothingToAdd:
                TempData.Wrong("还没有单位报送，没有可以汇总的数据。");
                break;
            case FillFromSum.Refusal.HasFigures:
                TempData.Wrong("本级报告里已经填有数据，没有改动。要换成汇总的数据，请勾选后再填入。");
                return Redirect(FormattableString.Invariant($"/work/campaigns/{id}/sum?replace=true"));
            case FillFromSum.Refusal.NotOpen:
                TempData.Wrong("本级报告已经送审、报送或公开，不能再填入。请先退回修改。");
                break;
        }

        return Redirect(FormattableString.Invariant($"/work/campaigns/{id}/sum"));
    }

    public async Task<IActionResult> OnPostOwnAsync(int id, LedgerPart[] parts, [FromServices] CountOwnLedger count, CancellationToken cancellation)
    {
        if (await count.RunAsync(id, parts, HttpContext.Actor(), cancellation))
        {
            TempData.Done(parts.Length == 0 ? "本级的台账不再计入汇总。" : "勾选的各项已经计入汇总。");
        }
        else
        {
            TempData.Wrong("您不能编写本级的报告，请由本级的信息员或主管部门工作人员来设定。");
        }

        return Redirect(FormattableString.Invariant($"/work/campaigns/{id}/sum"));
    }

    public async Task<IActionResult> OnGetExportAsync(int id, string format, CancellationToken cancellation)
    {
        if (ListDownload.FormatOf(format ?? "") is not { } kind || !await LoadAsync(id, cancellation))
        {
            return NotFound();
        }

        IEnumerable<IReadOnlyList<string>> rows = Form.Select(address => (string[])
        [
            address.Figure.TableName, address.Figure.Row, address.Figure.Column, Number(Sum.Cells[address.Index].Sum), Number(Sum.Cells[address.Index].Typed),
            .. CampaignSum.PartsOf(Sum, address).Select(part => Number(part.Value)),
        ]);
        string[] headings = ["表", "行", "列", "汇总", "本级报告", .. Sum.Included.Select(member => member.AgencyName)];
        return ListDownload.Of($"{Sum.Year}年度汇总", kind, [6, 40, 14, 10, 10], rows.Prepend(headings));
    }

    public static string WhyMissing(SumMember member) => member.State switch
    {
        null => "未开始",
        FilingState.Submitted or FilingState.Accepted or FilingState.Published => "没有数据",
        { } state => FilingWords.Of(state),
    };

    private static string Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private async Task<bool> LoadAsync(int id, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        if (await campaigns.FindAsync(id, actor, cancellation) is not { } board || await campaignSum.RunAsync(id, actor, cancellation) is not { } sum)
        {
            return false;
        }

        Campaign = board.Campaign;
        Sum = sum;
        Own = await ledger.AllOffersAsync(sum.AgencyId, sum.Year, cancellation);
        return true;
    }
}
