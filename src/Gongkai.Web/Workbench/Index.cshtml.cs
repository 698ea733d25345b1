using Gongkai.Platform.Accounts;
using Gongkai.Platform.Complaints;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Filings;
using Gongkai.Platform.Filings.Campaigns;
using Gongkai.Platform.Filings.Public;
using Gongkai.Platform.Messages;
using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Gongkai.Web.Workbench;

/// <summary>工作台: what waits for this person, most pressing first.</summary>
public sealed class IndexModel(TodayQueries today, RequestsAtHand atHand, CampaignQueries campaigns, NotificationQueries notifications, PublicReportQueries reports, TimeProvider time) : PageModel
{
    private const int MostWorst = 8;
    private const int MostNotifications = 5;

    public DateOnly Today => time.Today();

    public IReadOnlyList<OwedReport> Owed { get; private set; } = [];

    public IReadOnlyList<WaitingFiling> Waiting { get; private set; } = [];

    /// <summary>The requests in which the next step is this person's.</summary>
    public IReadOnlyList<RequestAtHand> Requests { get; private set; } = [];

    /// <summary>The documents that this person reviews, writes on or publishes next.</summary>
    public IReadOnlyList<DocumentRow> Documents { get; private set; } = [];

    /// <summary>The disputes in which this person's agencies have a day to keep.</summary>
    public IReadOnlyList<DisputeRow> Disputes { get; private set; } = [];

    /// <summary>The open complaints that this person answers.</summary>
    public IReadOnlyList<ComplaintRow> Complaints { get; private set; } = [];

    /// <summary>What of consultations, letters and questionnaires waits for this person.</summary>
    public IReadOnlyList<AtHand> Participation { get; private set; } = [];

    /// <summary>The open requests of the agencies below, for an authority.</summary>
    public IReadOnlyList<AgencyLoad> Loads { get; private set; } = [];

    /// <summary>The open campaigns of an authority, each with the agencies that need a look first.</summary>
    public IReadOnlyList<SupervisedCampaign> Supervised { get; private set; } = [];

    /// <summary>The own agency's published figures, year by year.</summary>
    public IReadOnlyList<FiguresOfYear> OwnYears { get; private set; } = [];

    public IReadOnlyList<NotificationRow> Unread { get; private set; } = [];

    public int UnreadCount { get; private set; }

    public async Task OnGetAsync([FromServices] DisputeQueries disputes, [FromServices] ComplaintQueries complaints, [FromServices] DocumentQueries documents, [FromServices] ParticipationAtHand participation, CancellationToken cancellation)
    {
        var actor = HttpContext.Actor();
        Owed = await today.OwedAsync(actor, cancellation);
        var shownAbove = Owed.Select(owed => owed.FilingId).ToHashSet();
        Waiting = [.. (await today.WaitingAsync(actor, cancellation)).Where(waiting => waiting.Next != FilingAction.Edit || !shownAbove.Contains(waiting.FilingId))];
        Requests = await atHand.WaitingAsync(actor, cancellation);
        Documents = await documents.AtHandAsync(actor, cancellation);
        Disputes = await disputes.AtHandAsync(actor, cancellation);
        Complaints = await complaints.AtHandAsync(actor, cancellation);
        Participation = await participation.WaitingAsync(actor, cancellation);
        Loads = await atHand.LoadsAsync(actor, cancellation);
        UnreadCount = await notifications.CountUnreadAsync(actor, cancellation);
        Unread = [.. (await notifications.ListAsync(actor, null, cancellation)).Items.Where(row => !row.IsRead).Take(MostNotifications)];
        if (Owed.Count > 0)
        {
            OwnYears = await reports.SeriesAsync(actor.AgencyId, RequestsByYear.Addresses, cancellation);
        }

        if (Gate.MayAnywhere(actor, Act.SuperviseFilings))
        {
            Supervised = await SupervisedAsync(actor, cancellation);
        }
    }

    private async Task<IReadOnlyList<SupervisedCampaign>> SupervisedAsync(Actor actor, CancellationToken cancellation)
    {
        var found = new List<SupervisedCampaign>();
        foreach (var campaign in (await campaigns.ListAsync(actor, cancellation)).Where(campaign => campaign.ClosedAt is null))
        {
            if (await campaigns.FindAsync(campaign.Id, actor, cancellation) is { } board)
            {
                found.Add(new SupervisedCampaign(board, await campaigns.WorstAsync(campaign, MostWorst, cancellation)));
            }
        }

        return found;
    }
}

/// <summary>A campaign as its authority sees it on the first screen.</summary>
public sealed record SupervisedCampaign(CampaignBoard Board, IReadOnlyList<BoardRow> Worst);
