using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings.Ledger;
using Gongkai.Platform.Organizations;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Form;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>Begins the report of an agency for a year: the empty form, or last year's text with its figures emptied. Figures that the agency's own cases give stand in place.</summary>
public sealed class BeginFiling(GongkaiDb db, FilingDesk desk, FilingSteps steps, FilingCheck check, TimeProvider time)
{
    private const int FirstYear = 2008;

    public sealed record Command(int AgencyId, int Year, FilingOrigin From);

    /// <summary>The id of the filing: the new one, or the one that is there already.</summary>
    public sealed record Result(FilingRefusal? Refusal, int? FilingId)
    {
        public string? Message => Refusal is { } refusal ? FilingWords.Sentence(refusal, FilingState.Draft) : null;
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var agency = await db.Agencies.FromSql($"SELECT *, xmin FROM agencies WHERE id = {command.AgencyId} FOR NO KEY UPDATE").AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (agency is null || !Gate.May(actor, Act.ViewFilings, agency.Path))
        {
            return new Result(FilingRefusal.NotFound, null);
        }

        if (!Gate.May(actor, Act.EditFilings, agency.Path))
        {
            return new Result(FilingRefusal.NotAllowed, null);
        }

        if (command.Year < FirstYear || command.Year > time.Today().Year)
        {
            return new Result(FilingRefusal.YearOutOfRange, null);
        }

        var existing = await db.Filings.AsNoTracking().Where(filing => filing.AgencyId == command.AgencyId && filing.Year == command.Year)
            .Select(filing => (int?)filing.Id).SingleOrDefaultAsync(cancellation);
        if (existing is not null)
        {
            return new Result(FilingRefusal.AlreadyBegun, existing);
        }

        var frame = await check.FrameAsync(agency.Id, command.Year, cancellation);
        var last = command.From == FilingOrigin.LastYear ? frame.Context.Last : null;
        if (command.From == FilingOrigin.LastYear && last is null)
        {
            return new Result(FilingRefusal.NoLastYear, null);
        }

        var report = Report(agency, command.Year, last);
        report = frame.Ledger is { } ledger ? FillFromLedger.With(report, ledger) : report;
        var now = time.GetUtcNow();
        var filing = new Filing { AgencyId = agency.Id, Year = command.Year, Content = FilingContent.Write(report), Revision = 1, CreatedAt = now, SavedAt = now, SavedBy = actor.AccountId };
        db.Filings.Add(filing);
        await db.SaveChangesAsync(cancellation);
        await desk.CheckAsync(filing, report, cancellation);
        await steps.RecordAsync(filing, FilingStep.Begun, actor, note: command.From == FilingOrigin.LastYear ? "从上一年度的文字开始" : null, cancellation: cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new Result(null, filing.Id);
    }

    private static AnnualReport Report(Agency agency, int year, AnnualReport? last)
    {
        var edition = NationalForm.EditionOf(year);
        var report = (last ?? new AnnualReport()) with
        {
            Agency = agency.Name,
            Year = year,
            Edition = edition,
            Title = string.Create(CultureInfo.InvariantCulture, $"{agency.Name}{year}年政府信息公开工作年度报告"),
            Signatory = agency.Name,
            SignedOn = null,
            Source = null,
            ReadingFindings = [],
            Figures = FigureSet.Empty.With(NationalForm.Of(edition).Select(address => KeyValuePair.Create(address, Cell.Blank()))),
        };
        report = last is null ? report : ReportFields.With(report, ReportFields.Preamble, report.Preamble.Replace($"{year - 1}年", $"{year}年", StringComparison.Ordinal));
        return report with
        {
            Sections = [.. NationalForm.SectionHeadings.Select((heading, index) => report.SectionOrNull(index + 1) ?? new Section(index + 1, heading, ""))],
        };
    }
}

/// <summary>What a new report begins with.</summary>
public enum FilingOrigin
{
    Empty,
    LastYear,
}
