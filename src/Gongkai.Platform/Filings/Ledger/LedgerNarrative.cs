using System.Globalization;
using Gongkai.Law.Requests;
using Gongkai.Platform.Requests;
using Gongkai.Platform.Storage;
using Gongkai.Reports;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Filings.Ledger;

/// <summary>
/// What the ledger of a year gives to the text of the report: the blocks 主动公开, 依申请公开, 政府信息管理 and 平台建设 of section one, and the fee of
/// section six; of the parts that the agency keeps here.
/// </summary>
public sealed class LedgerNarrative(GongkaiDb db, LedgerFigures ledger, ProactiveFigures proactive, ProactiveNarrative documents)
{
    private const string Requests = "requests.received.total";
    private const string Documents = "proactive.normativeDocuments.inForce";

    /// <summary>How much of each part is kept here, and whether the agency says that this is all.</summary>
    public async Task<IReadOnlyList<LedgerOffer>> AllOffersAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var adopted = await ledger.AdoptedPartsAsync(agencyId, year, cancellation);
        return [new(LedgerPart.Requests, await ReceivedAsync(agencyId, year, cancellation), adopted.Contains(LedgerPart.Requests)), .. await OffersAsync(agencyId, year, cancellation)];
    }

    /// <summary>The same for the parts of table two.</summary>
    public async Task<IReadOnlyList<LedgerOffer>> OffersAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var adopted = await ledger.AdoptedPartsAsync(agencyId, year, cancellation);
        return [.. (await proactive.KeptAsync(agencyId, year, cancellation)).OrderBy(part => part.Key).Select(part => new LedgerOffer(part.Key, part.Value, adopted.Contains(part.Key)))];
    }

    /// <summary>How many cases the agency keeps here that were received in a year.</summary>
    public Task<int> ReceivedAsync(int agencyId, int year, CancellationToken cancellation)
    {
        var (first, last) = LedgerFigures.Bounds(year);
        return db.Requests.CountAsync(request => request.AgencyId == agencyId && request.ReceivedOn >= first && request.ReceivedOn <= last, cancellation);
    }

    /// <summary>The sentences by section, a paragraph to a block.</summary>
    public async Task<IReadOnlyDictionary<int, string>> OfAsync(int agencyId, int year, IReadOnlyDictionary<FigureAddress, decimal> figures, CancellationToken cancellation)
    {
        var named = figures.ToDictionary(figure => figure.Key.ToString(), figure => figure.Value);
        var cases = named.ContainsKey(Requests) ? await OfCasesAsync(agencyId, year, named, cancellation) : new Dictionary<int, string>();
        var published = named.ContainsKey(Documents) ? await documents.OfAsync(agencyId, year, named, cancellation) : null;
        var sections = cases.ToDictionary();
        var first = new[]
        {
            published is null ? null : ProactiveSentences.Proactive(published), cases.GetValueOrDefault(1), published is null ? null : ProactiveSentences.Management(published), published is null ? null : ProactiveSentences.Platform(published),
        };
        if (first.Any(paragraph => paragraph is not null))
        {
            sections[1] = string.Join('\n', first.OfType<string>());
        }

        return sections;
    }

    /// <summary>What of the sentences a text does not say yet.</summary>
    public static string Unsaid(string sentences, string text) => string.Join('\n', sentences.Split('\n').Where(paragraph => !text.Contains(paragraph, StringComparison.Ordinal)));

    private async Task<IReadOnlyDictionary<int, string>> OfCasesAsync(int agencyId, int year, IReadOnlyDictionary<string, decimal> figures, CancellationToken cancellation)
    {
        var (first, last) = LedgerFigures.Bounds(year);
        var channels = await db.Requests.Where(request => request.AgencyId == agencyId && request.Kind == RequestKind.Disclosure && request.ReceivedOn >= first && request.ReceivedOn <= last)
            .GroupBy(request => request.Channel).Select(group => new { Channel = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var fees = await (
            from fee in db.RequestFees
            join request in db.Requests on fee.RequestId equals request.Id
            where request.AgencyId == agencyId && ((fee.PaidOn >= first && fee.PaidOn <= last) || (fee.RefundedOn >= first && fee.RefundedOn <= last))
            select new { fee.Amount, fee.PaidOn, fee.RefundedOn }).ToListAsync(cancellation);
        var paid = fees.Where(fee => fee.PaidOn >= first && fee.PaidOn <= last).ToList();
        return LedgerSentences.Of(new LedgerYear(
            year,
            figures,
            [.. channels.OrderByDescending(channel => channel.Count).ThenBy(channel => channel.Channel).Select(channel => (channel.Channel, channel.Count))],
            paid.Count,
            paid.Sum(fee => fee.Amount),
            fees.Where(fee => fee.RefundedOn >= first && fee.RefundedOn <= last).Sum(fee => fee.Amount)));
    }
}

/// <summary>A part of table two: how much of it is kept here up to the end of the year, and whether the agency says that this is all.</summary>
public sealed record LedgerOffer(LedgerPart Part, int Kept, bool IsAdopted);

/// <summary>A year of requests as the text of a report speaks of it.</summary>
/// <param name="Year">The report year.</param>
/// <param name="Figures">The figures of the year, by address.</param>
/// <param name="Channels">How the requests of the year came, the most first.</param>
/// <param name="FeeCases">How many requests a fee was paid for in the year.</param>
/// <param name="FeesPaid">信息处理费 paid in the year, in yuan.</param>
/// <param name="FeesRefunded">What of fees was given back in the year, in yuan.</param>
public sealed record LedgerYear(
    int Year, IReadOnlyDictionary<string, decimal> Figures, IReadOnlyList<(IntakeChannel Channel, int Count)> Channels, int FeeCases, int FeesPaid, int FeesRefunded)
{
    /// <summary>The total of a row of table three, or of all rows of its group.</summary>
    public decimal Total(string row) =>
        Figures.Where(figure => figure.Key == $"requests.{row}.total" || (figure.Key.StartsWith($"requests.{row}.", StringComparison.Ordinal) && figure.Key.EndsWith(".total", StringComparison.Ordinal)))
            .Sum(figure => figure.Value);

    /// <summary>The total of a block of table four.</summary>
    public decimal Disputes(string block) => Figures.GetValueOrDefault($"disputes.{block}.total");
}

/// <summary>Words the sentences, so that they agree with the tables that are made from the same cases.</summary>
public static class LedgerSentences
{
    private static readonly (string Row, string Words)[] Results =
        [("granted", "予以公开"), ("partlyGranted", "部分公开"), ("withheld", "不予公开"), ("unavailable", "无法提供"), ("notProcessed", "不予处理"), ("otherwise", "其他处理")];

    /// <summary>The sentences by section: 1 and 6.</summary>
    public static IReadOnlyDictionary<int, string> Of(LedgerYear year) => new Dictionary<int, string> { [1] = Requests(year), [6] = Fees(year) };

    private static string Requests(LedgerYear year)
    {
        var received = year.Total("received");
        var carriedIn = year.Total("carriedIn");
        var carriedOut = year.Total("carriedOut");
        var concluded = year.Total("concluded");
        var came = received == 0
            ? $"{year.Year}年没有收到政府信息公开申请"
            : $"{year.Year}年收到政府信息公开申请{Count(received)}件{(year.Channels.Count > 0 ? $"，按提交方式分：{string.Join('、', year.Channels.Select(channel => $"{RequestWords.Of(channel.Channel)}{channel.Count}件"))}" : "")}";
        var before = carriedIn == 0 ? "没有上年结转的申请" : $"上年结转{Count(carriedIn)}件";
        var results = string.Join('、', Results.Select(result => (result.Words, Count: year.Total(result.Row))).Where(result => result.Count > 0).Select(result => $"{result.Words}{Count(result.Count)}件"));
        var ended = concluded == 0 ? "" : $"全年办结{Count(concluded)}件，其中{results}。";
        var after = carriedOut == 0 ? "没有结转下年度的申请。" : $"结转下年度继续办理{Count(carriedOut)}件。";
        return $"（二）依申请公开。{came}；{before}。{ended}{after}{Disputed(year)}";
    }

    private static string Disputed(LedgerYear year)
    {
        var reconsideration = year.Disputes("reconsideration");
        var litigation = year.Disputes("litigationDirect") + year.Disputes("litigationAfterReconsideration");
        return (reconsideration, litigation) switch
        {
            (0, 0) => "没有发生政府信息公开行政复议、行政诉讼。",
            (_, 0) => $"政府信息公开行政复议案件{Count(reconsideration)}件，没有发生行政诉讼。",
            (0, _) => $"政府信息公开行政诉讼案件{Count(litigation)}件，没有发生行政复议。",
            _ => $"政府信息公开行政复议案件{Count(reconsideration)}件、行政诉讼案件{Count(litigation)}件。",
        };
    }

    private static string Fees(LedgerYear year) =>
        (year.FeesPaid == 0 ? $"{year.Year}年没有收取信息处理费。" : $"{year.Year}年收取信息处理费{year.FeesPaid}元，涉及申请{year.FeeCases}件。")
        + (year.FeesRefunded == 0 ? "" : $"退还信息处理费{year.FeesRefunded}元。");

    private static string Count(decimal count) => count.ToString("0", CultureInfo.InvariantCulture);
}
