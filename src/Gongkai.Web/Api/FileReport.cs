using Gongkai.Platform.Accounts;
using Gongkai.Platform.Filings;
using Gongkai.Reports.Json;

namespace Gongkai.Web.Api;

/// <summary>Takes a report that a system sent through the use cases of the page: begins the filing where there is none, then reads it in.</summary>
internal sealed class FileReport(BeginFiling begin, UploadReport upload, FilingQueries filings)
{
    public async Task<ApiFiling?> FindAsync(int year, Actor actor, CancellationToken cancellation)
    {
        var page = await filings.ListAsync(new FilingFilter { Year = year }, actor, null, cancellation);
        return page.Items is [var row, ..] && await filings.FindAsync(row.Id, actor, cancellation) is { } sheet ? ApiFiling.Of(sheet) : null;
    }

    public async Task<(int Status, object Answer)> RunAsync(SentReport sent, Actor actor, CancellationToken cancellation)
    {
        if ((sent.Year ?? YearOf(sent)) is not { } year)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, "没有年度", "请在报告里写明 year，或在网址里加 year=报告年度。");
        }

        var begun = await begin.RunAsync(new BeginFiling.Command(actor.AgencyId, year, FilingOrigin.Empty), actor, cancellation);
        if (begun.FilingId is not { } id)
        {
            return Refused(StatusOf(begun.Refusal!.Value), "不能开始编写", begun.Message!);
        }

        var taken = await upload.RunAsync(new UploadReport.Command(id, sent.Name, new MemoryStream(sent.Bytes), sent.IsConfirmed), actor, cancellation);
        if (taken.Refusal is { } refusal)
        {
            var answer = Refused(StatusOf(refusal), "没有写入", refusal == FilingRefusal.Unconfirmed ? "请核对下面的事项；确认后加 confirmed=true，用新的键重发。" : taken.Message!);
            return (answer.Status, answer.Answer with { Confirmations = taken.Confirmations.Count > 0 ? taken.Confirmations : null });
        }

        var sheet = await filings.FindAsync(id, actor, cancellation) ?? throw new InvalidOperationException($"The filing {id} was written and is not there.");
        return (begun.Refusal is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, ApiFiling.Of(sheet));
    }

    private static int? YearOf(SentReport sent) => ReportJson.Read(sent.Bytes).Report?.Year;

    private static (int Status, ApiRefusal Answer) Refused(int status, string title, string sentence) => (status, new ApiRefusal(title, status, sentence));

    private static int StatusOf(FilingRefusal refusal) => refusal switch
    {
        FilingRefusal.NotFound => StatusCodes.Status404NotFound,
        FilingRefusal.NotAllowed => StatusCodes.Status403Forbidden,
        FilingRefusal.Unreadable or FilingRefusal.YearOutOfRange or FilingRefusal.TextMissing or FilingRefusal.NoSuchPlace => StatusCodes.Status422UnprocessableEntity,
        FilingRefusal.WrongState or FilingRefusal.OwnWork or FilingRefusal.NotYourTurn or FilingRefusal.ReviewsPending or FilingRefusal.NoAuthority or FilingRefusal.Hindered
            or FilingRefusal.AlreadyBegun or FilingRefusal.NoLastYear or FilingRefusal.Unconfirmed or FilingRefusal.NoSuchMend or FilingRefusal.NoSuchFinding
            or FilingRefusal.NoSuchRemark or FilingRefusal.NoLedger => StatusCodes.Status409Conflict,
    };
}
