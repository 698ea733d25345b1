using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>What the use cases of a filing share: taking it in hand under a lock, and keeping its draft with what the rules say of it.</summary>
public sealed class FilingDesk(GongkaiDb db, FilingCheck check, TimeProvider time)
{
    private static readonly Role[] Reviews = [Role.FirstReviewer, Role.SecondReviewer, Role.FinalReviewer, Role.SecrecyReviewer];

    /// <summary>Locks a filing in the open transaction; null where there is none.</summary>
    internal async Task<FilingInHand?> TakeAsync(int filingId, CancellationToken cancellation)
    {
        var filing = await db.Filings.FromSql($"SELECT *, xmin FROM filings WHERE id = {filingId} FOR UPDATE").AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (filing is null)
        {
            return null;
        }

        if (db.Filings.Local.FirstOrDefault(known => known.Id == filingId) is { } stale)
        {
            db.Entry(stale).State = EntityState.Detached;
        }

        db.Attach(filing);
        var agency = await db.Agencies.AsNoTracking().Where(candidate => candidate.Id == filing.AgencyId)
            .Select(candidate => new { candidate.Name, candidate.Path }).SingleAsync(cancellation);
        return new FilingInHand(filing, agency.Name, await SituationAsync(filing.Id, filing.State, filing.AgencyId, agency.Path, cancellation));
    }

    internal async Task<FilingSituation> SituationAsync(int filingId, FilingState state, int agencyId, string path, CancellationToken cancellation)
    {
        var hasAuthority = path.Count(letter => letter == '/') > 2;
        if (state != FilingState.InReview)
        {
            return new FilingSituation(state, path, hasAuthority, null, []);
        }

        var today = time.Today();
        var events = await db.FilingEvents.AsNoTracking()
            .Where(happened => happened.FilingId == filingId && (happened.Step == FilingStep.SentToReview || happened.Step == FilingStep.Approved))
            .OrderByDescending(happened => happened.Id).Take(32)
            .Select(happened => new { happened.Step, happened.AccountId, happened.Role }).ToListAsync(cancellation);
        var sentBy = events.Find(happened => happened.Step == FilingStep.SentToReview)?.AccountId;
        var approved = events.TakeWhile(happened => happened.Step == FilingStep.Approved).Select(happened => happened.Role).ToHashSet();
        var held = await (
            from post in db.PostsHeld(today)
            where post.AgencyId == agencyId && post.AccountId != sentBy
            select post.Role).Distinct().ToListAsync(cancellation);
        return new FilingSituation(state, path, hasAuthority, sentBy, [.. Reviews.Where(role => held.Contains(role) && !approved.Contains(role))]);
    }

    /// <summary>Keeps a draft in the row, with its figures and findings; the use case saves and commits.</summary>
    internal async Task<CheckedReport> KeepAsync(Filing filing, FilingDraft draft, Actor actor, CancellationToken cancellation)
    {
        filing.Content = FilingContent.Write(draft.Report);
        filing.Revision = draft.Revision;
        filing.FieldRevisions = draft.StampsAsJson();
        filing.SavedAt = time.GetUtcNow();
        filing.SavedBy = actor.AccountId;
        return await CheckAsync(filing, draft.Report, cancellation);
    }

    /// <summary>Checks the report again and keeps what the rules say of it.</summary>
    internal async Task<CheckedReport> CheckAsync(Filing filing, AnnualReport report, CancellationToken cancellation)
    {
        var frame = await check.FrameAsync(filing.AgencyId, filing.Year, cancellation);
        var found = FilingCheck.Check(report, frame);
        if (!filing.Figures.AsSpan().SequenceEqual(found.Figures))
        {
            filing.Figures = found.Figures;
        }

        filing.Errors = found.Errors;
        filing.Warnings = found.Warnings;
        filing.Unsettled = found.Unsettled.Length;
        await KeepFindingsAsync(filing.Id, found.Findings, cancellation);
        return found;
    }

    private async Task KeepFindingsAsync(int filingId, IReadOnlyList<Finding> findings, CancellationToken cancellation)
    {
        var kept = await db.FilingFindings.AsNoTracking().Where(finding => finding.FilingId == filingId).OrderBy(finding => finding.Number)
            .Select(finding => new { finding.Rule, finding.Severity, finding.At, finding.Section, finding.Message }).ToListAsync(cancellation);
        if (kept.SequenceEqual(findings.Select(finding => new { finding.Rule, finding.Severity, At = FilingViews.At(finding), finding.Section, finding.Message })))
        {
            return;
        }

        var rules = findings.Select(finding => finding.Rule).ToArray();
        var severities = findings.Select(finding => finding.Severity.ToString()).ToArray();
        var places = findings.Select(FilingViews.At).ToArray();
        var sections = findings.Select(finding => finding.Section).ToArray();
        var messages = findings.Select(finding => finding.Message).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM filing_findings WHERE filing_id = {filingId};
            INSERT INTO filing_findings (filing_id, number, rule, severity, at, section, message)
            SELECT {filingId}, found.number, found.rule, found.severity, found.at, found.section, found.message
            FROM unnest({rules}, {severities}, {places}, {sections}, {messages}) WITH ORDINALITY AS found (rule, severity, at, section, message, number)
            """,
            cancellation);
    }
}

/// <summary>A filing under lock, with its agency and what the gate has to know.</summary>
internal sealed record FilingInHand(Filing Filing, string AgencyName, FilingSituation Situation);
