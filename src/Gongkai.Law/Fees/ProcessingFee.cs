namespace Gongkai.Law.Fees;

/// <summary>信息处理费 (《政府信息公开信息处理费管理办法》, 国办函〔2020〕109号), in yuan. Charging is allowed, not demanded (条例第四十二条).</summary>
public static class ProcessingFee
{
    /// <summary>The day from which it may be charged.</summary>
    public static DateOnly InForceFrom { get; } = new(2021, 1, 1);

    /// <summary>The fee of one request by count (第四条): nothing up to the tenth of the month, then 100 yuan, from the 31st on 100 more for every ten.</summary>
    /// <param name="ordinal">The how-manieth request of this applicant to this agency in the calendar month, from 1.</param>
    public static int OfRequest(int ordinal)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ordinal, 1);
        return ordinal switch
        {
            <= 10 => 0,
            <= 30 => 100,
            _ => 100 * (2 + ((ordinal - 31) / 10)),
        };
    }

    /// <summary>The fees by count of all requests that one applicant made to one agency in a calendar month.</summary>
    public static int OfMonth(int requests) => Enumerable.Range(1, requests).Sum(OfRequest);

    /// <summary>The fee of one request by volume (第五条): 30 pages free, to the 100th 10 yuan a page, to the 200th 20, then 40.</summary>
    /// <param name="pages">Pages of A4 or smaller, one side each; pages of several requests are not added up.</param>
    public static int OfPages(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        return (10 * Within(pages, 30, 100)) + (20 * Within(pages, 100, 200)) + (40 * Math.Max(0, pages - 200));
    }

    /// <summary>The scale that the program proposes: the one that asks less, by count where both ask the same, since then nobody argues over pages.</summary>
    public static FeeScale Proposed(int ordinal, int pages) => OfPages(pages) < OfRequest(ordinal) ? FeeScale.ByVolume : FeeScale.ByCount;

    private static int Within(int pages, int above, int upTo) => Math.Max(0, Math.Min(pages, upTo) - above);
}
