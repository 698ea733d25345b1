using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Writing;

/// <summary>Reports of every shape: both editions, every kind of cell, missing rows and tables, sections left out or out of order, odd characters.</summary>
internal static class AnyReport
{
    private static readonly string[] Oddities =
    [
        "<script>alert('1')</script>", "&amp;", "\"引号\"", "'", "=1+1", "+86", "-5", "@某", "＝和", "a,b", "\t", "\u0001", "\u0000", "\u000B",
        "𠮷", "😀", "\u2028", "\u3000", "一、", "（一）", "第一行\n第二行", "\r\n", "_x0041_", "]]>", "\\u4e00", "{}", "；", "0", "〔缺〕",
    ];

    public static Arbitrary<AnnualReport> Arbitrary { get; } = Generator().ToArbitrary();

    private static Gen<AnnualReport> Generator() =>
        from edition in Gen.Elements(Edition.National2021, Edition.Trial2019)
        from figures in Figures(edition)
        from agency in Optional(Gen.Elements("甲县人民政府", "乙镇人民政府", "=丙局", "“丁”委员会"))
        from year in Gen.Elements<int?>(2019, 2020, 2024, null)
        from title in Optional(Words())
        from preamble in Words()
        from isDated in Gen.Elements(true, false)
        from day in Gen.Choose(0, 3000)
        from signatory in Optional(Words())
        from sections in Sections()
        select new AnnualReport
        {
            Agency = agency,
            Year = year,
            Edition = edition,
            Title = title,
            Preamble = preamble,
            Period = isDated ? new StatisticalPeriod(new DateOnly(2019, 1, 1).AddDays(day), new DateOnly(2019, 12, 31).AddDays(day)) : null,
            SignedOn = isDated ? new DateOnly(2020, 1, 1).AddDays(day) : null,
            Signatory = signatory,
            Sections = sections,
            Figures = figures,
        };

    private static Gen<string> Words() => Gen.Elements(Oddities.Concat(["公开", "申请", "全年", "120件", "。"])).ListOf().Select(string.Concat);

    private static Gen<string?> Optional(Gen<string> text) =>
        Gen.OneOf(text.Select(value => (string?)value), Gen.Constant<string?>(null));

    private static Gen<ImmutableArray<Section>> Sections() =>
        from order in Gen.Shuffle(Enumerable.Range(1, 6).ToArray())
        from count in Gen.Choose(0, 6)
        from texts in Words().ListOf(count)
        from isSorted in Gen.Elements(true, true, false)
        select (isSorted ? order.Take(count).Order() : order.Take(count))
            .Zip(texts, (number, text) => new Section(number, NationalForm.SectionHeadings[number - 1], text))
            .ToImmutableArray();

    private static Gen<FigureSet> Figures(Edition edition) =>
        from single in Gen.Elements(true, false)
        from cells in AnyCell().ArrayOf(NationalForm.Count)
        from missingRows in Gen.Elements(Enum.GetValues<RequestRow>()).ListOf(3)
        from missingTable in Gen.Elements<FormTable?>(null, null, null, FormTable.Requests, FormTable.Disputes, FormTable.Proactive)
        select Build(
            cells,
            NationalForm.Of(edition, single).Where(address =>
                address.Figure.Table != missingTable && !(NationalForm.RowOf(address) is { } row && missingRows.Contains(row))));

    private static FigureSet Build(Cell[] cells, IEnumerable<FigureAddress> present)
    {
        var figures = new FigureSet.Builder();
        foreach (var address in present)
        {
            figures[address] = cells[address.Index];
        }

        return figures.Build();
    }

    private static Gen<Cell> AnyCell() => Gen.Frequency(
        (12, Gen.Choose(0, 30000).Select(number => Cell.Number(number))),
        (2, Gen.Choose(-99999, 999999).Select(number => Cell.Number(number / 100m))),
        (1, Gen.Elements(Cell.Number(999_999_999_999_999_999m), Cell.Number(0.0m), Cell.Number(7.050m))),
        (2, Gen.Constant(Cell.Blank())),
        (2, Gen.Elements("/", "-", "—", "－").Select(raw => Cell.Dash(raw))),
        (1, Gen.Elements("无", "不适用", "=无").Select(raw => Cell.Text(raw))),
        (1, Words().Select(raw => Cell.Unreadable(raw))),
        (1, Gen.Constant(Cell.Missing)));
}
