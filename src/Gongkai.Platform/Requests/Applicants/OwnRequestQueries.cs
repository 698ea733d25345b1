using Gongkai.Law.Requests;
using Gongkai.Platform.Requests.Intake;
using Gongkai.Platform.Requests.Papers;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Applicants;

/// <summary>What an applicant reads of the own case. Every answer asks the key of the case again.</summary>
public sealed class OwnRequestQueries(GongkaiDb db, RequestDesk desk, RequestRules rules, ApplicantSeal seal, RemedyQueries remedies)
{
    /// <summary>The case; null where the key opens none.</summary>
    public async Task<OwnRequest?> FindAsync(CaseKey key, CancellationToken cancellation)
    {
        if (await OpenedAsync(key, cancellation) is not { } request)
        {
            return null;
        }

        var hand = await desk.InHandAsync(request, cancellation);
        var ends = await EndsAsync(hand, cancellation);
        var timeline = hand.Timeline();
        var isWhole = request.FilesDestroyedOn is null;
        List<KeptFile> files = isWhole ? await FilesAsync(request.Id, cancellation) : [];
        var servedOn = ends.Served.Count > 0 && timeline.Stage == RequestStage.Concluded ? timeline.ConcludedOn : null;
        return new OwnRequest
        {
            Number = request.Number,
            Agency = await AgencyAsync(request.AgencyId, cancellation),
            Kind = request.Kind,
            Channel = request.Channel,
            ArrivedOn = request.ArrivedOn,
            Wanted = request.Wanted,
            DocumentNumber = request.DocumentNumber,
            Features = request.Features,
            Carrier = request.Carrier,
            Supply = request.Supply,
            Timeline = timeline,
            Calendar = hand.Calendar,
            Clarification = Question(hand, timeline, RequestAction.RecordClarification, ClockId.Clarification, RequestEventKind.ClarificationAsked),
            Reason = Question(hand, timeline, RequestAction.RecordReason, ClockId.Reason, RequestEventKind.ReasonAsked),
            Fee = await FeeAsync(request.Id, timeline, cancellation),
            MayWithdraw = RequestGate.RefuseOwn(hand.Situation, RequestAction.Withdraw) is null,
            IsWithdrawn = timeline.Stage == RequestStage.Concluded && ends.LastWasWithdrawn,
            MergedInto = await db.Requests.AsNoTracking().Where(other => other.Id == request.MergedIntoId).Select(other => other.Number).SingleOrDefaultAsync(cancellation),
            FormerNumbers = await db.RequestPassings.AsNoTracking().Where(passing => passing.RequestId == request.Id).OrderBy(passing => passing.Id).Select(passing => passing.FromNumber).ToListAsync(cancellation),
            ServedOn = servedOn,
            Items = servedOn is null ? [] : await db.RequestItems.AsNoTracking().Where(item => item.RequestId == request.Id && item.Outcome != null).OrderBy(item => item.Number)
                .Select(item => new OwnItem(item.Wanted, item.Outcome!.Value, item.Reason, item.Supplied)).ToListAsync(cancellation),
            Story = OwnStory.Of(hand, ends.Served, ends.Withdrawn),
            Papers = isWhole ? await PapersAsync(hand, ends, cancellation) : [],
            Supplied = [.. files.Where(file => file.Purpose == FilePurpose.Supplied && ends.IsServed(file.AddedAt)).Select(file => file.View)],
            Sent = [.. files.Where(file => file.Purpose == FilePurpose.Application || (file.Purpose == FilePurpose.Correspondence && file.IsOwn)).Select(file => file.View)],
            Remedies = servedOn is { } day ? OwnRemedies.AgainstReply(timeline.Outcome!.Value, day, hand.Calendar, await remedies.OfAsync(request.AgencyId, cancellation))
                : timeline.Answer is { State: ClockState.Overdue, LastDay: { } last } ? OwnRemedies.AgainstSilence(last, hand.Calendar, await remedies.OfAsync(request.AgencyId, cancellation))
                : [],
        };
    }

    /// <summary>The receipt, with the code; null where the key opens no case.</summary>
    public async Task<OwnReceipt?> ReceiptAsync(CaseKey key, CancellationToken cancellation)
    {
        if (await OpenedAsync(key, cancellation) is not { } request)
        {
            return null;
        }

        var hand = await desk.InHandAsync(request, cancellation);
        var agency = await AgencyAsync(request.AgencyId, cancellation);
        var reckoning = Reckoning.Of(hand.Today, hand.Calendar, await rules.ReadAsync(cancellation));
        return new OwnReceipt
        {
            Number = request.Number,
            Code = request.CodeReissuedAt is null ? await seal.CodeOfAsync(request.FormKey, cancellation) : null,
            AgencyId = agency.Id,
            AgencyName = agency.Name,
            AgencyTelephone = agency.Telephone,
            ArrivedOn = request.ArrivedOn,
            SentAt = request.CreatedAt,
            Wanted = request.Wanted,
            Files = [.. (await FilesAsync(request.Id, cancellation)).Where(file => file.Purpose == FilePurpose.Application).Select(file => file.View.Name)],
            Carrier = request.Carrier,
            Supply = request.Supply,
            Reckoning = hand.Timeline() is { ReceivedOn: { } received, Answer.LastDay: { } last } ? reckoning with { IsConfirmed = true, FirstConfirmation = received, First = last, NextConfirmation = received, Next = last } : reckoning,
        };
    }

    /// <summary>A paper of the case that was served, or a file that the applicant may have; null for any other.</summary>
    public async Task<Blob?> PaperAsync(CaseKey key, long paperId, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) is { } own && own.Papers.Any(paper => paper.Id == paperId)
            ? await (from paper in db.RequestPapers.AsNoTracking() join blob in db.Blobs.AsNoTracking() on paper.BlobId equals blob.Id where paper.Id == paperId select blob).SingleAsync(cancellation)
            : null;

    public async Task<Blob?> FileAsync(CaseKey key, long fileId, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) is { } own && own.Supplied.Concat(own.Sent).Any(file => file.Id == fileId)
            ? await (from file in db.RequestFiles.AsNoTracking() join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id where file.Id == fileId select blob).SingleAsync(cancellation)
            : null;

    private async Task<Request?> OpenedAsync(CaseKey key, CancellationToken cancellation) =>
        await db.Requests.AsNoTracking().SingleOrDefaultAsync(found => found.Id == key.RequestId, cancellation) is { } request && key.Opens(request.QueryHash) ? request : null;

    private async Task<OwnAgency> AgencyAsync(int agencyId, CancellationToken cancellation)
    {
        var agency = await db.Agencies.AsNoTracking().SingleAsync(found => found.Id == agencyId, cancellation);
        var superior = await db.Agencies.AsNoTracking().Where(above => above.Id == agency.ParentId).Select(above => new { above.Name, above.Telephone }).SingleOrDefaultAsync(cancellation);
        return new OwnAgency(agency.Id, agency.Name, agency.Telephone, agency.Address, agency.OfficeHours, superior?.Name, superior?.Telephone);
    }

    private static OwnQuestion? Question(RequestInHand hand, RequestTimeline timeline, RequestAction action, ClockId clock, RequestEventKind kind) =>
        RequestGate.RefuseOwn(hand.Situation, action) is null
        && timeline.Clocks.LastOrDefault(found => found.Id == clock && found.EndedOn is null) is { } open
        && hand.Events.FindLast(happened => happened.Kind == kind && happened.RetractedAt is null) is { } asked
            ? new OwnQuestion(asked.Note ?? "", asked.HappenedOn, open)
            : null;

    private async Task<OwnFee?> FeeAsync(long requestId, RequestTimeline timeline, CancellationToken cancellation)
    {
        var lastDay = timeline.Clocks.LastOrDefault(clock => clock.Id == ClockId.Payment && clock.EndedOn is null)?.LastDay;
        return await db.RequestFees.AsNoTracking().Where(fee => fee.RequestId == requestId)
            .Select(fee => new OwnFee(fee.Scale, fee.Ordinal, fee.Pages, fee.Amount, lastDay, fee.PaidOn, fee.RefundedOn)).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>When replies were served and requests withdrawn, as far as that still counts.</summary>
    private async Task<Ends> EndsAsync(RequestInHand hand, CancellationToken cancellation)
    {
        var concluded = hand.Events.Where(happened => happened is { Kind: RequestEventKind.Concluded, RetractedAt: null }).Select(happened => happened.RecordedAt).ToHashSet();
        var steps = await db.RequestSteps.AsNoTracking().Where(step => step.RequestId == hand.Request.Id && (step.Step == RequestStepKind.Served || step.Step == RequestStepKind.Withdrawn))
            .OrderBy(step => step.Id).Select(step => new { step.Step, step.At }).ToListAsync(cancellation);
        var counted = steps.Where(step => concluded.Contains(step.At)).ToList();
        return new Ends(
            [.. counted.Where(step => step.Step == RequestStepKind.Served).Select(step => step.At)],
            [.. counted.Where(step => step.Step == RequestStepKind.Withdrawn).Select(step => step.At)],
            counted.LastOrDefault()?.Step == RequestStepKind.Withdrawn);
    }

    /// <summary>The replies that were served, and of each notice the last that was made, once it is recorded as sent.</summary>
    private async Task<List<OwnPaper>> PapersAsync(RequestInHand hand, Ends ends, CancellationToken cancellation)
    {
        var papers = await db.RequestPapers.AsNoTracking().Where(paper => paper.RequestId == hand.Request.Id).OrderBy(paper => paper.Id)
            .Select(paper => new { paper.Id, paper.Paper, paper.Number, paper.SentOn, paper.MadeAt }).ToListAsync(cancellation);
        return
        [
            .. from paper in papers
               let isLast = !papers.Exists(later => later.Paper == paper.Paper && later.Id > paper.Id)
               let sentOn = IsReply(paper.Paper) ? ends.IsServed(paper.MadeAt) ? paper.SentOn : null : isLast ? NoticedOn(hand, paper.Paper) : null
               where sentOn != null
               select new OwnPaper(paper.Id, PaperWords.Of(paper.Paper), paper.Number, sentOn.Value),
        ];
    }

    private static bool IsReply(Paper paper) =>
        paper is Paper.Granting or Paper.PartlyGranting or Paper.Withholding or Paper.Unavailable or Paper.NotProcessing or Paper.Ending or Paper.InquiryPointing or Paper.Correction;

    /// <summary>The day on which the applicant was sent a notice; null for a paper that does not go to the applicant.</summary>
    private static DateOnly? NoticedOn(RequestInHand hand, Paper paper)
    {
        RequestEventKind[] kinds = paper switch
        {
            Paper.ClarificationNotice => [RequestEventKind.ClarificationAsked],
            Paper.ReasonNotice => [RequestEventKind.ReasonAsked],
            Paper.ExtensionNotice => [RequestEventKind.ExtensionNotified],
            Paper.FeeNotice => [RequestEventKind.FeeNoticed],
            _ => [],
        };
        return hand.Events.FindLast(happened => happened.RetractedAt is null && kinds.Contains(happened.Kind))?.HappenedOn;
    }

    /// <summary>The files of the case, without what is kept as the original of a file in which places are covered, under whatever name it was added.</summary>
    private async Task<List<KeptFile>> FilesAsync(long requestId, CancellationToken cancellation) => await (
        from file in db.RequestFiles.AsNoTracking()
        join blob in db.Blobs.AsNoTracking() on file.BlobId equals blob.Id
        let isOwn = file.AddedByName == SubmitRequest.ApplicantName
        where file.RequestId == requestId && (isOwn || !OriginalsOf(requestId).Contains(blob.Sha256))
        orderby file.Id
        select new KeptFile(file.Purpose, isOwn, file.AddedAt, new OwnFile(file.Id, blob.Name, blob.Length, file.AddedAt))).ToListAsync(cancellation);

    private IQueryable<string> OriginalsOf(long requestId) =>
        from file in db.RequestFiles join blob in db.Blobs on file.BlobId equals blob.Id where file.RequestId == requestId && file.IsOriginal select blob.Sha256;

    private sealed record KeptFile(FilePurpose Purpose, bool IsOwn, DateTimeOffset AddedAt, OwnFile View);

    private sealed record Ends(IReadOnlyList<DateTimeOffset> Served, IReadOnlyList<DateTimeOffset> Withdrawn, bool LastWasWithdrawn)
    {
        /// <summary>Whether what was there at that moment went out with a reply.</summary>
        public bool IsServed(DateTimeOffset at) => Served.Any(served => at <= served);
    }
}
