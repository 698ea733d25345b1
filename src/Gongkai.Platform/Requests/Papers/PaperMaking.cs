using Gongkai.Law.Requests;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>Makes the Word file of a paper in the transaction that is open, and gives it its number where it has one.</summary>
public sealed class PaperMaking(GongkaiDb db, RequestQueries queries, RemedyQueries remedies, Blobs blobs, TimeProvider time)
{
    internal const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Which papers the case gives the facts for now, in the order in which a case meets them.</summary>
    public static IReadOnlyList<Paper> Possible(RequestSheet sheet)
    {
        bool Happened(RequestEventKind kind) => sheet.Events.Any(happened => happened.Event.Kind == kind && happened.RetractedAt is null);
        return [.. Enum.GetValues<Paper>().Where(paper => paper switch
        {
            Paper.Application or Paper.Receipt or Paper.ApprovalSheet or Paper.DossierList => true,
            Paper.ClarificationNotice => Happened(RequestEventKind.ClarificationAsked),
            Paper.ReasonNotice => Happened(RequestEventKind.ReasonAsked),
            Paper.ExtensionNotice => Happened(RequestEventKind.ExtensionNotified),
            Paper.ThirdPartyConsultation => Happened(RequestEventKind.ThirdPartyAsked),
            Paper.AgencyConsultation => Happened(RequestEventKind.AgencyAsked),
            Paper.ConsultationNotice => Happened(RequestEventKind.ThirdPartyAsked) || Happened(RequestEventKind.AgencyAsked),
            Paper.ThirdPartyNotice => Happened(RequestEventKind.ThirdPartyInformed),
            Paper.FeeNotice => Happened(RequestEventKind.FeeNoticed),
            Paper.SearchRecord => sheet.Searches.Count > 0,
            Paper.ProofOfService => sheet.Row.DeskStep is DeskStep.Signed or DeskStep.Served or DeskStep.Filed,
            Paper.Granting or Paper.PartlyGranting or Paper.Withholding or Paper.Unavailable or Paper.NotProcessing or Paper.Ending or Paper.InquiryPointing or Paper.Correction => false,
        })];
    }

    /// <summary>The decision's own paper: that of its outcome, so that it names the right remedy and no other.</summary>
    internal static Paper OfDecision(RequestSheet sheet) => sheet.Row.Kind == RequestKind.Correction
        ? Paper.Correction
        : OutcomeRule.Of(OutcomeRule.Together([.. sheet.Items.Select(item => item.Outcome!.Value)])).Paper;

    /// <summary>Makes a paper.</summary>
    internal async Task<RequestPaper> MakeAsync(long requestId, Func<RequestSheet, Paper> choose, Actor actor, CancellationToken cancellation)
    {
        var facts = await FactsAsync(requestId, actor, cancellation);
        var row = facts.Sheet.Row;
        var paper = choose(facts.Sheet);
        var number = PaperWords.HasNumber(paper) ? await NumberAsync(row.AgencyId, facts.Bodies.NumberWord, cancellation) : null;
        var content = TemplateFilling.Fill(await TemplateAsync(paper, cancellation), PaperFields.Of(paper, facts, number));
        var blob = await blobs.KeepAsync(new MemoryStream(content, writable: false), $"{PaperWords.Of(paper)}（{row.Number}）.docx", WordType, cancellation);
        var made = new RequestPaper { RequestId = requestId, Paper = paper, Number = number, BlobId = blob.Id, MadeAt = time.GetUtcNow(), MadeByName = actor.Name };
        db.RequestPapers.Add(made);
        return made;
    }

    /// <summary>The decision's own paper as it would be served if it were signed now, but for its number; null where this person has nothing to sign.</summary>
    public async Task<byte[]?> DecisionAsync(long requestId, Actor actor, CancellationToken cancellation)
    {
        if (await queries.FindAsync(requestId, actor, cancellation) is not { } sheet || !sheet.Actions.Contains(RequestAction.Sign))
        {
            return null;
        }

        var facts = await FactsAsync(requestId, actor, cancellation);
        var paper = OfDecision(facts.Sheet);
        return TemplateFilling.Fill(await TemplateAsync(paper, cancellation), PaperFields.Of(paper, facts, $"{facts.Bodies.NumberWord}〔{time.Today().Year}〕　号（签发时编号）"));
    }

    /// <summary>The template in use: the administrator's, or the one that the program brings.</summary>
    internal async Task<byte[]> TemplateAsync(Paper paper, CancellationToken cancellation)
    {
        if (await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(kept => kept.Paper == paper, cancellation) is not { } template)
        {
            return BuiltInTemplates.Of(paper);
        }

        using var file = new MemoryStream();
        await blobs.CopyToAsync(template.BlobId, file, cancellation);
        return file.ToArray();
    }

    private async Task<PaperFacts> FactsAsync(long requestId, Actor actor, CancellationToken cancellation)
    {
        var (sheet, applicant) = await queries.WholeAsync(requestId, actor, cancellation);
        var bodies = await remedies.OfAsync(sheet.Row.AgencyId, cancellation);
        var agency = await db.Agencies.AsNoTracking().Where(found => found.Id == sheet.Row.AgencyId).Select(found => new { found.Telephone, found.Address }).SingleAsync(cancellation);
        return new PaperFacts(sheet, applicant, bodies, agency.Telephone, agency.Address, time.Today());
    }

    private async Task<string> NumberAsync(int agencyId, string word, CancellationToken cancellation)
    {
        var year = time.Today().Year;
        return FormattableString.Invariant($"{word}〔{year}〕{await db.NextNumberAsync(agencyId, RunningNumbers.Papers, year, cancellation)}号");
    }
}

/// <summary>A template that an administrator put in the place of the one that the program brings.</summary>
public sealed class PaperTemplate
{
    public Paper Paper { get; init; }

    public Guid BlobId { get; set; }

    public DateTimeOffset ChangedAt { get; set; }

    public required string ChangedByName { get; set; }
}
