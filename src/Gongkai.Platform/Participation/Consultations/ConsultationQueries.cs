using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Consultations;

/// <summary>What those at work read of consultations.</summary>
public sealed class ConsultationQueries(GongkaiDb db, ConsultationDesk desk, FeedbackDesk feedbacks, InstallationSettings settings, TimeProvider time)
{
    public const int MostExported = 20_000;

    private const int PageSize = 50;
    private const int MostDocuments = 200;

    /// <summary>The consultation of a document, the latest where it had several; null where the public was not asked.</summary>
    public async Task<ConsultationOfDocument?> OfDocumentAsync(long documentId, CancellationToken cancellation)
    {
        var found = await db.Consultations.AsNoTracking().Where(consultation => consultation.DocumentId == documentId && consultation.Stage == ReleaseStage.Released).OrderByDescending(consultation => consultation.LastDay)
            .Select(consultation => new
            {
                consultation.Id, consultation.Name, consultation.FirstDay, consultation.LastDay,
                Feedback = db.ConsultationFeedbacks.Where(feedback => feedback.ConsultationId == consultation.Id && feedback.Stage == ReleaseStage.Released).Select(feedback => feedback.ReleasedAt).FirstOrDefault(),
            }).FirstOrDefaultAsync(cancellation);
        return found is null
            ? null
            : new ConsultationOfDocument(found.Id, found.Name, found.FirstDay, found.LastDay, await FeedbackDesk.CountsAsync(db, found.Id, cancellation), found.Feedback);
    }

    /// <summary>A page of the list, the newest first.</summary>
    public async Task<Page<ConsultationRow>> ListAsync(ConsultationFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var consultations = Matching(filter, actor);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            consultations = consultations.Where(consultation => consultation.Id < last);
        }

        var found = await RowsAsync(consultations.OrderByDescending(consultation => consultation.Id).Take(PageSize + 1), cancellation);
        return new Page<ConsultationRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public Task<List<ConsultationRow>> ExportAsync(ConsultationFilter filter, Actor actor, CancellationToken cancellation) =>
        RowsAsync(Matching(filter, actor).OrderByDescending(consultation => consultation.Id).Take(MostExported), cancellation);

    /// <summary>A consultation with its files and its feedback; null where there is none for this person.</summary>
    public async Task<ConsultationSheet?> FindAsync(long id, Actor actor, CancellationToken cancellation)
    {
        if (await Matching(new ConsultationFilter(), actor).SingleOrDefaultAsync(consultation => consultation.Id == id, cancellation) is not { } consultation)
        {
            return null;
        }

        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == consultation.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var feedback = await db.ConsultationFeedbacks.AsNoTracking().SingleOrDefaultAsync(found => found.ConsultationId == id, cancellation);
        var isUnreleased = consultation.Stage is ReleaseStage.Draft or ReleaseStage.Waiting;
        return new ConsultationSheet
        {
            Row = (await RowsAsync(db.Consultations.AsNoTracking().Where(found => found.Id == id), cancellation))[0],
            Consultation = consultation,
            Actions = ReleaseGate.Possible(consultation, path, actor),
            Files = await db.ConsultationFiles.AsNoTracking().Where(file => file.ConsultationId == id).OrderBy(file => file.Id).Select(file => new ConsultationFileView(file.Id, file.Name)).ToListAsync(cancellation),
            DocumentTitle = consultation.DocumentId is { } document ? await db.Documents.AsNoTracking().Where(found => found.Id == document).Select(found => found.Title).SingleAsync(cancellation) : null,
            Hits = isUnreleased ? await desk.HitsAsync(consultation, cancellation) : [],
            Counts = await FeedbackDesk.CountsAsync(db, id, cancellation),
            Feedback = feedback,
            FeedbackActions = feedback is null ? [] : ReleaseGate.Possible(feedback, path, actor),
            FeedbackHits = feedback is { Stage: ReleaseStage.Draft or ReleaseStage.Waiting } ? await feedbacks.HitsAsync(feedback, cancellation) : [],
            MayWrite = Gate.May(actor, Act.WriteDocuments, path),
            MayProlong = ReleaseGate.RefuseToProlong(consultation, time.Today(), path, actor) is null,
            IsOver = consultation.Stage == ReleaseStage.Released && consultation.LastDay < time.Today(),
        };
    }

    /// <summary>The documents of an agency of which one may ask the public, the newest first.</summary>
    public async Task<IReadOnlyList<(long Id, string Title)>> DocumentsAsync(int agencyId, CancellationToken cancellation) =>
        [.. (await db.Documents.AsNoTracking().Where(document => document.AgencyId == agencyId && document.Stage != DocumentStage.Discarded && document.Stage != DocumentStage.Withdrawn && document.Title != "")
            .OrderByDescending(document => document.Id).Take(MostDocuments).Select(document => new { document.Id, document.Title }).ToListAsync(cancellation)).Select(document => (document.Id, document.Title))];

    /// <summary>What waits for this person: to be opened or released by him, and feedback that is due.</summary>
    internal async Task<IReadOnlyList<AtHand>> AtHandAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 20;
        const int near = 7;
        var today = time.Today();
        var mayRelease = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.PublishDocuments));
        var mayWrite = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.WriteDocuments));
        var me = actor.AccountId;
        var waiting = await (
            from consultation in db.Consultations.AsNoTracking()
            join agency in mayRelease on consultation.AgencyId equals agency.Id
            where consultation.Stage == ReleaseStage.Waiting && !consultation.Writers.Contains(me)
            orderby consultation.FirstDay
            select new AtHand("意见征集", consultation.Name, "/work/consultations/" + consultation.Id, "审核发布", consultation.FirstDay)).Take(most).ToListAsync(cancellation);
        var release = await (
            from feedback in db.ConsultationFeedbacks.AsNoTracking()
            join agency in mayRelease on feedback.AgencyId equals agency.Id
            where feedback.Stage == ReleaseStage.Waiting && !feedback.Writers.Contains(me)
            select new AtHand("意见采纳情况", feedback.Name, "/work/consultations/" + feedback.ConsultationId + "/feedback", "审核发布", null)).Take(most).ToListAsync(cancellation);
        var days = (await RulesAsync(cancellation)).FeedbackDays;
        var since = today.AddDays(near - days);
        var due = await (
            from consultation in db.Consultations.AsNoTracking()
            join agency in mayWrite on consultation.AgencyId equals agency.Id
            where consultation.Stage == ReleaseStage.Released && consultation.LastDay < today && consultation.LastDay <= since
                && !db.ConsultationFeedbacks.Any(feedback => feedback.ConsultationId == consultation.Id && (feedback.Stage == ReleaseStage.Released || feedback.Stage == ReleaseStage.Waiting))
            orderby consultation.LastDay
            select new { consultation.Id, consultation.Name, consultation.LastDay }).Take(most).ToListAsync(cancellation);
        return [.. due.Select(late => new AtHand("意见采纳情况", late.Name, FormattableString.Invariant($"/work/consultations/{late.Id}"), "公布采纳情况", late.LastDay.AddDays(days))), .. waiting, .. release];
    }

    private IQueryable<Consultation> Matching(ConsultationFilter filter, Actor actor)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.ViewDocuments));
        return
            from consultation in db.Consultations.AsNoTracking()
            join agency in agencies on consultation.AgencyId equals agency.Id
            where (filter.Stage == null || consultation.Stage == filter.Stage)
                && (filter.Year == null || consultation.FirstDay.Year == filter.Year)
                && (filter.Text == null || consultation.Name.Contains(filter.Text) || agency.Name.Contains(filter.Text))
            select consultation;
    }

    private async Task<List<ConsultationRow>> RowsAsync(IQueryable<Consultation> consultations, CancellationToken cancellation)
    {
        var days = (await RulesAsync(cancellation)).FeedbackDays;
        return await consultations.Select(consultation => new ConsultationRow
        {
            Id = consultation.Id,
            AgencyId = consultation.AgencyId,
            AgencyName = db.Agencies.Where(agency => agency.Id == consultation.AgencyId).Select(agency => agency.ShortName ?? agency.Name).Single(),
            Name = consultation.Name,
            Stage = consultation.Stage,
            FirstDay = consultation.FirstDay,
            LastDay = consultation.LastDay,
            FeedbackDueOn = consultation.LastDay.AddDays(days),
            FeedbackStage = db.ConsultationFeedbacks.Where(feedback => feedback.ConsultationId == consultation.Id).Select(feedback => (ReleaseStage?)feedback.Stage).FirstOrDefault(),
            Comments = db.ConsultationComments.Count(comment => comment.ConsultationId == consultation.Id),
            Unjudged = db.ConsultationComments.Count(comment => comment.ConsultationId == consultation.Id && comment.Verdict == null),
            ChangedByName = consultation.ChangedByName,
        }).ToListAsync(cancellation);
    }

    private async Task<ParticipationRules> RulesAsync(CancellationToken cancellation) => await settings.ReadAsync<ParticipationRules>(ParticipationRules.Setting, cancellation) ?? new ParticipationRules();
}
