using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>Makes a report that was read the draft of its agency, where no work is overwritten by it.</summary>
public sealed class BulkDrafts(GongkaiDb db, FilingDesk desk, FilingSteps steps, TimeProvider time)
{
    /// <summary>Puts it in, in the open transaction; null where the agency has a report with something in it.</summary>
    internal async Task<Filing?> PutAsync(BulkDraft draft, Actor actor, CancellationToken cancellation)
    {
        var agency = await db.Agencies.FromSql($"SELECT *, xmin FROM agencies WHERE id = {draft.AgencyId} FOR NO KEY UPDATE").AsNoTracking().SingleAsync(cancellation);
        var existing = await db.Filings.AsNoTracking().Where(filing => filing.AgencyId == agency.Id && filing.Year == draft.Year).Select(filing => (int?)filing.Id).SingleOrDefaultAsync(cancellation);
        var own = draft.Report with { Agency = agency.Name, Year = draft.Year, ReadingFindings = [] };
        var filing = existing is { } id ? await ReplaceAsync(id, own, actor, cancellation) : await BeginAsync(agency.Id, own, actor, cancellation);
        if (filing is null)
        {
            return null;
        }

        filing.SourceBlobId = draft.BlobId;
        await UploadReport.RemarkAsync(db, filing.Id, draft.Report, time.GetUtcNow(), cancellation);
        await steps.RecordAsync(filing, FilingStep.Uploaded, actor, $"批量导入：{draft.FileName}", cancellation: cancellation);
        await db.SaveChangesAsync(cancellation);
        return filing;
    }

    private async Task<Filing> BeginAsync(int agencyId, AnnualReport report, Actor actor, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var filing = new Filing { AgencyId = agencyId, Year = report.Year!.Value, Content = FilingContent.Write(report), Revision = 1, CreatedAt = now, SavedAt = now, SavedBy = actor.AccountId };
        db.Filings.Add(filing);
        await db.SaveChangesAsync(cancellation);
        await desk.CheckAsync(filing, report, cancellation);
        await steps.RecordAsync(filing, FilingStep.Begun, actor, cancellation: cancellation);
        await db.SaveChangesAsync(cancellation);
        return filing;
    }

    private async Task<Filing?> ReplaceAsync(int filingId, AnnualReport report, Actor actor, CancellationToken cancellation)
    {
        var filing = (await desk.TakeAsync(filingId, cancellation))!.Filing;
        var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
        if (filing.State is not (FilingState.Draft or FilingState.Returned) || filing.PendingBlobId is not null || UploadReport.HoldsWork(draft.Report))
        {
            return null;
        }

        await desk.KeepAsync(filing, draft.Replace(report, actor.AccountId, actor.Name), actor, cancellation);
        return filing;
    }
}

/// <summary>A report that was read, and the file that it came in.</summary>
internal sealed record BulkDraft(int AgencyId, int Year, AnnualReport Report, Guid BlobId, string FileName);
