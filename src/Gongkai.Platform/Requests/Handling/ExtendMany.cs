using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Handling;

/// <summary>批量延长: for the cases of an agency whose day comes near, with the new last day of each seen before it is done.</summary>
public sealed class ExtendMany(GongkaiDb db, RequestQueries queries, RequestDesk desk, ExtendDeadline extend, TimeProvider time)
{
    private const int Most = 100;
    private const int SoonDays = 14;

    /// <summary>The cases that may be extended today and whose day is within a fortnight, with the day that the extension would give.</summary>
    public async Task<IReadOnlyList<ExtensionPreview>> PreviewAsync(int agencyId, int days, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var soon = await queries.ExportAsync(new RequestFilter { AgencyId = agencyId, DueUpTo = today.AddDays(SoonDays) }, actor, cancellation);
        var found = new List<ExtensionPreview>();
        foreach (var row in soon.Take(Most))
        {
            var hand = await desk.InHandAsync(await db.Requests.AsNoTracking().SingleAsync(request => request.Id == row.Id, cancellation), cancellation);
            db.ChangeTracker.Clear();
            var answer = hand.Timeline().Answer;
            if (RequestGate.Refuse(hand.Situation, RequestAction.Extend, actor) is null && answer is { ExtendedBy: 0, IsNamedDay: false, LastDay: { } last } && last >= today)
            {
                var events = hand.Events.Where(happened => happened.RetractedAt is null).Select(happened => happened.Event).Append(RequestEvent.ExtensionNotified(today, days));
                var then = RequestTimeline.Of(events, hand.Calendar, today, hand.Rules).Answer!.LastDay;
                found.Add(new ExtensionPreview(row.Id, row.Number, row.Wanted, row.HandlerName, last, then));
            }
        }

        return found;
    }

    public async Task<ManyResult> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        var today = time.Today();
        var chosen = command.RequestIds.ToHashSet();
        var done = 0;
        var refused = new List<RefusedRequest>();
        foreach (var preview in (await PreviewAsync(command.AgencyId, command.Days, actor, cancellation)).Where(preview => chosen.Contains(preview.Id)))
        {
            var result = await extend.RunAsync(new ExtendDeadline.Command(preview.Id, command.Days, command.Reason, today), actor, cancellation);
            db.ChangeTracker.Clear();
            if (result.IsDone)
            {
                done++;
            }
            else
            {
                refused.Add(new RefusedRequest(preview.Id, preview.Number, result.Message!));
            }
        }

        return new ManyResult(done, refused);
    }

    public sealed record Command(int AgencyId, int Days, string Reason, IReadOnlyList<long> RequestIds);
}

/// <summary>A case whose period can be extended, and the last day before and after.</summary>
public sealed record ExtensionPreview(long Id, string Number, string Wanted, string? HandlerName, DateOnly LastDay, DateOnly? NewLastDay);
