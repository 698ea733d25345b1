using Gongkai.Platform.Accounts;
using Gongkai.Platform.Disputes;
using Gongkai.Platform.Requests;
using Gongkai.Web.Hosting;
using Gongkai.Web.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Gongkai.Web.Workbench.Requests;

/// <summary>A request: what it is, what can be done now, and what happened.</summary>
[Requires(Act.ViewRequests)]
public sealed class CaseModel(RequestQueries requests) : RequestPage(requests)
{
    private static readonly RequestAction[] Onward =
    [
        RequestAction.Confirm, RequestAction.ApproveLegality, RequestAction.ApproveSecrecy, RequestAction.Sign, RequestAction.Serve, RequestAction.SendToReview, RequestAction.File,
    ];

    public IReadOnlyList<ClockFace> Running { get; private set; } = [];

    public IReadOnlyList<ClockFace> Ended { get; private set; } = [];

    /// <summary>What moves the case on from where it is.</summary>
    public RequestAction? Next { get; private set; }

    public IReadOnlyList<DisputeRow> Disputes { get; private set; } = [];

    public bool MayDispute => Sheet.Actions.Contains(RequestAction.AddFile);

    public bool MaySeeReceipt => Sheet.Applicant is not null;

    public async Task OnGetAsync([FromServices] DisputeQueries disputes, CancellationToken cancellation)
    {
        Disputes = await disputes.OfRequestAsync(Row.Id, HttpContext.Actor(), cancellation);
        var faces = ClockFace.AllOf(Sheet.Timeline, Sheet.Calendar);
        Ended = [.. faces.Where(face => face.Clock.HasEnded && face.Clock != Sheet.Timeline.Answer)];
        Running = [.. faces.Except(Ended).OrderBy(face => face.Clock != Sheet.Timeline.Answer)];
        Next = Row.DeskStep == DeskStep.Registered && Can(RequestAction.Assign) && !Can(RequestAction.Confirm) ? RequestAction.Assign
            : Onward.Where(Can).Select(action => (RequestAction?)action).FirstOrDefault()
            ?? (Row.DeskStep == DeskStep.Assigned && Can(RequestAction.Draft) ? RequestAction.Draft : null);
    }

    private bool Can(RequestAction action) => Sheet.Actions.Contains(action);
}
