using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Campaigns;

/// <summary>The authority's own overall report starts from the sum: its figures are those of the included reports added up; what could not be added waits for a person.</summary>
public sealed class FillFromSum(GongkaiDb db, CampaignSum campaignSum, BeginFiling begin, FilingDesk desk, FilingSteps steps)
{
    /// <param name="CampaignId">Which campaign.</param>
    /// <param name="Replaces">Whether the person knows that figures stand there already and are replaced.</param>
    public sealed record Command(int CampaignId, bool Replaces);

    public enum Refusal
    {
        /// <summary>The actor does not supervise the campaign.</summary>
        NotFound,

        /// <summary>The actor does not write the authority's report.</summary>
        NotAllowed,

        /// <summary>No report counts yet.</summary>
        NothingToAdd,

        /// <summary>Figures stand there already: the person has to say that they are replaced.</summary>
        HasFigures,

        /// <summary>The report has gone too far to be changed.</summary>
        NotOpen,
    }

    public sealed record Result(int? FilingId, Refusal? Refusal);

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (await campaignSum.RunAsync(command.CampaignId, actor, cancellation) is not { } sum)
        {
            return new Result(null, Refusal.NotFound);
        }

        if (sum.Included.All(member => member.FilingId is null))
        {
            return new Result(sum.TypedFilingId, Refusal.NothingToAdd);
        }

        var filingId = sum.TypedFilingId;
        if (filingId is null)
        {
            var hasLast = await db.Filings.AnyAsync(filing => filing.AgencyId == sum.AgencyId && filing.Year == sum.Year - 1 && (filing.PublishedVersion != null || filing.State == FilingState.Accepted), cancellation);
            var begun = await begin.RunAsync(new BeginFiling.Command(sum.AgencyId, sum.Year, hasLast ? FilingOrigin.LastYear : FilingOrigin.Empty), actor, cancellation);
            if (begun.FilingId is null)
            {
                return new Result(null, Refusal.NotAllowed);
            }

            filingId = begun.FilingId;
        }

        return await FillAsync(filingId.Value, sum, command.Replaces, actor, cancellation);
    }

    private async Task<Result> FillAsync(int filingId, SumOfCampaign sum, bool replaces, Actor actor, CancellationToken cancellation)
    {
        var hasFigures = false;
        var taken = await steps.TakeAsync(filingId, FilingAction.Edit, actor, async hand =>
        {
            var draft = FilingDraft.Of(hand.Filing.Content, hand.Filing.Revision, hand.Filing.FieldRevisions);
            var form = ReportFields.Figures(draft.Report).ToList();
            hasFigures = !replaces && form.Exists(address => draft.Report.Figures[address].Kind is not (CellKind.Blank or CellKind.Missing));
            if (hasFigures)
            {
                return StepTaken.Refused(FilingRefusal.Unconfirmed);
            }

            await steps.KeepVersionAsync(hand.Filing, actor, "填入汇总之前", always: false, cancellation);
            await db.SaveChangesAsync(cancellation);
            var cells = form.Select(address => KeyValuePair.Create(address, CellOf(sum.Cells[address.Index])));
            var report = draft.Report with { Figures = draft.Report.Figures.With(cells) };
            await desk.KeepAsync(hand.Filing, draft.Replace(report, actor.AccountId, actor.Name), actor, cancellation);
            return StepTaken.Noted("filing.filledFromSum", new { included = sum.Included.Select(member => member.AgencyName), missing = sum.Missing.Select(member => member.AgencyName) });
        }, cancellation);
        Refusal? refusal = taken.Refusal switch
        {
            null => null,
            FilingRefusal.Unconfirmed => Refusal.HasFigures,
            FilingRefusal.WrongState => Refusal.NotOpen,
            _ => Refusal.NotAllowed,
        };
        return new Result(filingId, refusal);
    }

    private static Cell CellOf(SummedCell cell) => cell.NotAdded.Count == 0
        ? Cell.Number(cell.Sum)
        : Cell.Unreadable(string.Create(CultureInfo.InvariantCulture, $"{Figure.Format(cell.Sum)}＋?（{cell.NotAdded.Count}个单位不是数字）"));
}
