using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Participation.Letters;

/// <summary>What those at work read of letters. Who wrote is opened only for those who may know.</summary>
public sealed class LetterQueries(GongkaiDb db, PublishLetter publications, LetterClock clock, ApplicantSeal seal, TimeProvider time)
{
    public const int MostExported = 20_000;

    private const int PageSize = 50;
    private const int MostNamed = 500;

    /// <summary>A page of the list, the newest first.</summary>
    public async Task<Page<LetterRow>> ListAsync(LetterFilter filter, Actor actor, string? after, CancellationToken cancellation)
    {
        var rows = Rows(filter, actor, Act.ViewRequests);
        if (long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            rows = rows.Where(row => row.Id < last);
        }

        var found = await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellation);
        return new Page<LetterRow>([.. found.Take(PageSize)], found.Count > PageSize ? found[PageSize - 1].Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    public Task<List<LetterRow>> ExportAsync(LetterFilter filter, Actor actor, CancellationToken cancellation) =>
        Rows(filter, actor, Act.ViewRequests).OrderByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellation);

    /// <summary>A letter with its steps; null where there is none for this person.</summary>
    public async Task<LetterSheet?> FindAsync(long id, Actor actor, CancellationToken cancellation)
    {
        if (await Rows(new LetterFilter(), actor, Act.ViewRequests).SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } row)
        {
            return null;
        }

        var letter = await db.Letters.AsNoTracking().SingleAsync(found => found.Id == id, cancellation);
        var path = await db.Agencies.AsNoTracking().Where(agency => agency.Id == letter.AgencyId).Select(agency => agency.Path).SingleAsync(cancellation);
        var publication = await db.LetterPublications.AsNoTracking().SingleOrDefaultAsync(found => found.LetterId == id, cancellation);
        var today = time.Today();
        var sender = letter.Sealed is { } content && Gate.May(actor, Act.ViewApplicants, path) ? seal.Open(content) : null;
        return new LetterSheet
        {
            Row = row,
            Content = letter.Content,
            Answer = letter.Answer,
            Sender = sender is null ? letter.SenderLabel : string.Join('，', new[] { sender.Name, sender.Telephone, sender.Email }.Where(part => part.Length > 0)),
            DocumentId = letter.DocumentId,
            DocumentTitle = letter.DocumentId is { } document ? await db.PublicPublications(today).Where(found => found.DocumentId == document).Select(found => found.Title).SingleOrDefaultAsync(cancellation) : null,
            Steps = await (
                from step in db.LetterSteps.AsNoTracking()
                join agency in db.Agencies.AsNoTracking() on step.AgencyId equals agency.Id
                where step.LetterId == id
                orderby step.Id
                select new LetterStepView(step.Step, agency.Name, step.Note, step.At, step.ByName)).ToListAsync(cancellation),
            MayAnswer = Gate.May(actor, Act.HandleRequests, path),
            BeginsAnewWhenHandedOn = (await clock.RulesAsync(cancellation)).BeginsAnewWhenHandedOn,
            MayWrite = Gate.May(actor, Act.WriteDocuments, path),
            Publication = publication,
            Actions = publication is null ? [] : ReleaseGate.Possible(publication, path, actor),
            Hits = publication is { Stage: ReleaseStage.Draft or ReleaseStage.Waiting } ? await publications.HitsAsync(publication, cancellation) : [],
        };
    }

    /// <summary>The people of an agency who can be in charge of a letter.</summary>
    public async Task<IReadOnlyList<Handler>> HandlersAsync(int agencyId, CancellationToken cancellation) =>
        await db.Answerers(agencyId, time.Today()).OrderBy(account => account.DisplayName).Select(account => new Handler(account.Id, account.DisplayName)).ToListAsync(cancellation);

    /// <summary>The agencies to which a letter can be handed, by name.</summary>
    public Task<List<string>> ReceiversAsync(int agencyId, CancellationToken cancellation)
    {
        var today = time.Today();
        return db.Agencies.AsNoTracking().Where(agency => agency.Id != agencyId && agency.ValidFrom <= today && (agency.ValidTo == null || agency.ValidTo >= today))
            .OrderBy(agency => agency.Path.Length).ThenBy(agency => agency.SortOrder).ThenBy(agency => agency.Id).Take(MostNamed).Select(agency => agency.Name).ToListAsync(cancellation);
    }

    internal async Task<IReadOnlyList<AtHand>> AtHandAsync(Actor actor, CancellationToken cancellation)
    {
        const int most = 20;
        var me = actor.AccountId;
        var held = db.PostsHeld(time.Today());
        var open = await Rows(new LetterFilter { IsOpen = true }, actor, Act.HandleRequests)
            .Where(row => row.HandlerId == null || row.HandlerId == me || !held.Any(post => post.AgencyId == row.AgencyId && post.AccountId == row.HandlerId)).OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(most).ToListAsync(cancellation);
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, Act.PublishDocuments));
        var release = await (
            from publication in db.LetterPublications.AsNoTracking()
            join agency in agencies on publication.AgencyId equals agency.Id
            where publication.Stage == ReleaseStage.Waiting && !publication.Writers.Contains(me)
            select new AtHand("公开答复", publication.Subject, "/work/letters/" + publication.LetterId + "/publication", "审核发布", null)).Take(most).ToListAsync(cancellation);
        return [.. open.Select(row => new AtHand(ParticipationWords.Of(row.Kind), $"{row.Number} {row.Subject}", FormattableString.Invariant($"/work/letters/{row.Id}"), "答复", row.DueOn)), .. release];
    }

    private IQueryable<LetterRow> Rows(LetterFilter filter, Actor actor, Act act)
    {
        var agencies = db.Agencies.AsNoTracking().Within(Gate.ScopeOf(actor, act));
        return
            from letter in db.Letters.AsNoTracking()
            join agency in agencies on letter.AgencyId equals agency.Id
            where (filter.Kind == null || letter.Kind == filter.Kind)
                && (filter.IsOpen == null || (letter.AnsweredOn == null) == filter.IsOpen)
                && (filter.HandlerId == null || letter.HandlerId == filter.HandlerId)
                && (filter.Text == null || letter.Number == filter.Text || letter.Subject.Contains(filter.Text) || letter.Content.Contains(filter.Text) || agency.Name.Contains(filter.Text))
            select new LetterRow
            {
                Id = letter.Id,
                Number = letter.Number,
                AgencyId = letter.AgencyId,
                AgencyName = agency.ShortName ?? agency.Name,
                Kind = letter.Kind,
                Subject = letter.Subject,
                SenderLabel = letter.SenderLabel,
                HandlerId = letter.HandlerId,
                HandlerName = db.Users.Where(account => account.Id == letter.HandlerId).Select(account => account.DisplayName).FirstOrDefault(),
                WantsPublic = letter.WantsPublic,
                SentAt = letter.SentAt,
                CountedFrom = letter.CountedFrom,
                DueOn = letter.DueOn,
                AnsweredOn = letter.AnsweredOn,
                Transfers = letter.Transfers,
                PublicationStage = db.LetterPublications.Where(publication => publication.LetterId == letter.Id).Select(publication => (ReleaseStage?)publication.Stage).FirstOrDefault(),
            };
    }
}

/// <summary>Which letters a list shows; null leaves it open.</summary>
public sealed record LetterFilter
{
    public LetterKind? Kind { get; init; }

    public bool? IsOpen { get; init; }

    /// <summary>Who is in charge.</summary>
    public Guid? HandlerId { get; init; }

    /// <summary>The number, or letters of what it says or of the agency.</summary>
    public string? Text { get; init; }
}

/// <summary>A line of the list.</summary>
public sealed record LetterRow
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    public required int AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required LetterKind Kind { get; init; }

    public required string Subject { get; init; }

    public required string SenderLabel { get; init; }

    public required Guid? HandlerId { get; init; }

    public required string? HandlerName { get; init; }

    public required bool WantsPublic { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required DateOnly CountedFrom { get; init; }

    public required DateOnly DueOn { get; init; }

    public required DateOnly? AnsweredOn { get; init; }

    public required int Transfers { get; init; }

    /// <summary>Whether the period began anew when it was handed on.</summary>
    public bool BeganAnew => Letter.BeganAnew(SentAt, CountedFrom);

    public required ReleaseStage? PublicationStage { get; init; }
}

/// <summary>A letter as those at work see it.</summary>
public sealed record LetterSheet
{
    public required LetterRow Row { get; init; }

    public required string Content { get; init; }

    public required string? Answer { get; init; }

    /// <summary>Who writes, as far as this person may know.</summary>
    public required string Sender { get; init; }

    public required long? DocumentId { get; init; }

    public required string? DocumentTitle { get; init; }

    public required IReadOnlyList<LetterStepView> Steps { get; init; }

    public required bool MayAnswer { get; init; }

    public required bool BeginsAnewWhenHandedOn { get; init; }

    public required bool MayWrite { get; init; }

    public required LetterPublication? Publication { get; init; }

    public required IReadOnlyList<ReleaseAction> Actions { get; init; }

    public required IReadOnlyList<DocumentHit> Hits { get; init; }
}

public sealed record LetterStepView(LetterStepKind Step, string AgencyName, string? Note, DateTimeOffset At, string ByName);
