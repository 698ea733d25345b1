using System.Globalization;
using Gongkai.Platform.Accounts;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Gongkai.Reports.Reading;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings;

/// <summary>
/// Reads a file, or what was pasted of a whole report, into the draft. Where the draft is not empty, or the file names another agency or year,
/// the person confirms first; the file waits in the filing until then. What stood there before is kept as a version.
/// </summary>
public sealed class UploadReport(GongkaiDb db, FilingDesk desk, FilingSteps steps, Blobs blobs, VirusScan viruses, TimeProvider time)
{
    private static readonly ReadLimits Limits = ReadLimits.Default;

    /// <param name="FilingId">Which filing.</param>
    /// <param name="FileName">The name of the file; null to confirm the one that waits.</param>
    /// <param name="Content">The file, or pasted HTML or text in UTF-8; null to confirm the one that waits.</param>
    /// <param name="IsConfirmed">Whether the person has seen <see cref="Result.Confirmations"/>, or knows that the draft is replaced.</param>
    public sealed record Command(int FilingId, string? FileName, Stream? Content, bool IsConfirmed);

    public sealed record Result
    {
        public FilingRefusal? Refusal { get; init; }

        /// <summary>Why not, as a sentence.</summary>
        public string? Message { get; init; }

        /// <summary>What has to be confirmed, each a sentence.</summary>
        public IReadOnlyList<string> Confirmations { get; init; } = [];

        /// <summary>How many cells were not read and have to be filled in by a person.</summary>
        public int Unsettled { get; init; }
    }

    public async Task<Result> RunAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        Guid? waiting = null;
        var first = await steps.TakeAsync(command.FilingId, FilingAction.Edit, actor, hand =>
        {
            waiting = hand.Filing.PendingBlobId;
            return Task.FromResult(new StepTaken());
        }, cancellation);
        if (first.Refusal is not null)
        {
            return Refused(first);
        }

        var (name, bytes) = command.Content is { } content
            ? (command.FileName ?? "粘贴的内容", await ReadAsync(content, cancellation))
            : await WaitingAsync(waiting, cancellation);
        if (command.Content is not null && !await viruses.PassesAsync(new MemoryStream(bytes!, writable: false), cancellation))
        {
            return new Result { Refusal = FilingRefusal.Unreadable, Message = "这个文件没有通过病毒检查，没有读取；请换一台电脑重新保存，或者联系系统管理员。" };
        }

        var outcome = bytes is null
            ? ReadOutcome.Failed("没有等待确认的文件，请重新选择文件上传。")
            : await Task.Run(() => ReportReader.Read(name, bytes, Limits), cancellation);
        if (outcome.Report is not { } report || UnreadableBecause(report) is not null)
        {
            return new Result { Refusal = FilingRefusal.Unreadable, Message = outcome.Failure ?? UnreadableBecause(outcome.Report!) };
        }

        return await TakeInAsync(command, report, bytes!, actor, cancellation);
    }

    private async Task<Result> TakeInAsync(Command command, AnnualReport report, byte[] bytes, Actor actor, CancellationToken cancellation)
    {
        IReadOnlyList<string> confirmations = [];
        var taken = await steps.TakeAsync(command.FilingId, FilingAction.Edit, actor, async hand =>
        {
            var filing = hand.Filing;
            var draft = FilingDraft.Of(filing.Content, filing.Revision, filing.FieldRevisions);
            if (command.Content is not null)
            {
                await KeepFileAsync(filing, report.Source!, bytes, cancellation);
            }

            confirmations = [.. Confirmations(hand, draft.Report, report)];
            if (confirmations.Count > 0 && !command.IsConfirmed)
            {
                return StepTaken.Noted("filing.fileReceived", new { report.Source!.Name, report.Source.Sha256 });
            }

            confirmations = [];
            await steps.KeepVersionAsync(filing, actor, "读入文件之前", always: false, cancellation);
            await db.SaveChangesAsync(cancellation);
            (filing.SourceBlobId, filing.PendingBlobId) = (filing.PendingBlobId, null);
            await RemarkAsync(db, filing.Id, report, time.GetUtcNow(), cancellation);
            var own = report with { Agency = hand.AgencyName, Year = filing.Year, ReadingFindings = [] };
            await desk.KeepAsync(filing, draft.Replace(own, actor.AccountId, actor.Name), actor, cancellation);
            return StepTaken.Done(FilingStep.Uploaded, report.Source!.Name);
        }, cancellation);
        return taken.Refusal is not null ? Refused(taken)
            : confirmations.Count > 0 ? new Result { Refusal = FilingRefusal.Unconfirmed, Message = FilingWords.Sentence(FilingRefusal.Unconfirmed, taken.State), Confirmations = confirmations }
            : new Result { Unsettled = ReportFields.Figures(report).Count(address => report.Figures[address].Kind is CellKind.Unreadable or CellKind.Missing) };
    }

    private async Task KeepFileAsync(Filing filing, ReportSource source, byte[] bytes, CancellationToken cancellation)
    {
        var blob = await blobs.KeepAsync(new MemoryStream(bytes), source.Name, ContentTypeOf(source.Kind), cancellation);
        var before = filing.PendingBlobId;
        filing.PendingBlobId = blob.Id;
        await db.SaveChangesAsync(cancellation);
        await db.Blobs.Where(old => old.Id == before).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>What the reader could not place waits as a remark until a person has dealt with it; unread cells wait as such.</summary>
    internal static async Task RemarkAsync(GongkaiDb db, int filingId, AnnualReport report, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.Remarks.Where(remark => remark.FilingId == filingId && remark.WrittenBy == null && remark.SettledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(remark => remark.SettledAt, now), cancellation);
        db.Remarks.AddRange(report.ReadingFindings
            .Where(finding => finding.Severity >= Severity.Warning && finding.At.All(address => report.Figures[address].Kind is not (CellKind.Unreadable or CellKind.Missing)))
            .Select(finding => new Remark
            {
                FilingId = filingId,
                At = finding.At.IsEmpty ? finding.Section is { } section ? string.Create(CultureInfo.InvariantCulture, $"section.{section}") : "" : finding.At[0].ToString(),
                Text = finding.Message,
                WrittenAt = now,
                WriterName = "文件读取",
            }));
    }

    private async Task<(string Name, byte[]? Bytes)> WaitingAsync(Guid? blobId, CancellationToken cancellation)
    {
        var blob = await db.Blobs.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == blobId, cancellation);
        if (blob is null)
        {
            return ("", null);
        }

        using var output = new MemoryStream((int)blob.Length);
        await blobs.CopyToAsync(blob.Id, output, cancellation);
        return (blob.Name, output.ToArray());
    }

    /// <summary>The bytes up to one past the bound, so that the reader refuses what is longer.</summary>
    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken cancellation)
    {
        using var output = new MemoryStream();
        var buffer = new byte[81_920];
        while (output.Length <= Limits.FileBytes && await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            output.Write(buffer, 0, read);
        }

        return output.ToArray();
    }

    internal static string? UnreadableBecause(AnnualReport report) =>
        report.ReadingFindings.FirstOrDefault(finding => finding.Rule is "read.notAReport" or "read.otherForm")?.Message;

    private static IEnumerable<string> Confirmations(FilingInHand hand, AnnualReport before, AnnualReport read)
    {
        if (read.Year is { } year && year != hand.Filing.Year)
        {
            yield return $"文件写的是{year}年度，这里是{hand.Filing.Year}年度。";
        }

        if (read.Agency?.Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } agency
            && !agency.EndsWith(hand.AgencyName, StringComparison.Ordinal) && !hand.AgencyName.EndsWith(agency, StringComparison.Ordinal))
        {
            yield return $"文件写的机关是“{agency}”，这里是“{hand.AgencyName}”。";
        }

        if (HoldsWork(before))
        {
            yield return "这里已经写有内容，读入后会换成文件里的内容；原来的内容保留在历史版本里。";
        }
    }

    /// <summary>Whether somebody has written something that another report in its place would overwrite.</summary>
    internal static bool HoldsWork(AnnualReport report) =>
        report.Sections.Any(section => section.Text.Length > 0) || ReportFields.Figures(report).Any(address => report.Figures[address].Kind is not (CellKind.Blank or CellKind.Missing));

    private static Result Refused(StepResult step) => new() { Refusal = step.Refusal, Message = step.Message };

    internal static string ContentTypeOf(string kind) => kind switch
    {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xls" => "application/vnd.ms-excel",
        "doc" => "application/msword",
        "pdf" => "application/pdf",
        "html" => "text/html",
        "json" => "application/json",
        "csv" => "text/csv",
        "txt" => "text/plain",
        _ => "application/octet-stream",
    };
}
