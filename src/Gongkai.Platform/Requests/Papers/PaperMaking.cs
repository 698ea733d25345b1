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
        var (sheet, applicant) = await queries.WholeAsync(requestId, actor, cancellation);
        var paper = choose(sheet);
        var bodies = await remedies.OfAsync(sheet.Row.AgencyId, cancellation);
        var agency = await db.Agencies.AsNoTracking().Where(found => found.Id == sheet.Row.AgencyId).Select(found => new { found.Telephone, found.Address }).SingleAsync(cancellation);
        var facts = new PaperFacts(sheet, applicant, bodies, agency.Telephone, agency.Address, time.Today());
        var number = PaperWords.HasNumber(paper) ? await NumberAsync(sheet.Row.AgencyId, bodies.NumberWord, cancellation) : null;
        var content = TemplateFilling.Fill(await TemplateAsync(paper, cancellation), PaperFields.Of(paper, facts, number));
        var blob = await blobs.KeepAsync(new MemoryStream(content, writable: false), $"{PaperWords.Of(paper)}（{sheet.Row.Number}）.docx", WordType, cancellation);
        var made = new RequestPaper { RequestId = requestId, Paper = paper, Number = number, BlobId = blob.Id, MadeAt = time.GetUtcNow(), MadeByName = actor.Name };
        db.RequestPapers.Add(made);
        return made;
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

    private async Task<string> NumberAsync(int agencyId, string word, CancellationToken cancellation)
    {
        var year = time.Today().Year;
        var last = await db.Database.SqlQuery<int>(
            $"""
            INSERT INTO request_numbers (agency_id, series, year, last) VALUES ({agencyId}, 'paper', {year}, 1)
            ON CONFLICT (agency_id, series, year) DO UPDATE SET last = request_numbers.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellation);
        return FormattableString.Invariant($"{word}〔{year}〕{last[0]}号");
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
