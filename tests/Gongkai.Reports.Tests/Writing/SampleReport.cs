using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Writing;

/// <summary>A whole report of an invented town, with figures that agree.</summary>
internal static class SampleReport
{
    public static AnnualReport Of(Edition edition, params (string Address, Cell Cell)[] changes)
    {
        var figures = new FigureSet.Builder();
        foreach (var address in NationalForm.Of(edition))
        {
            figures[address] = Cell.Number(0);
        }

        foreach (var (row, number) in new[] { (RequestRow.Received, 24), (RequestRow.Granted, 22), (RequestRow.Concluded, 22), (RequestRow.CarriedOut, 2) })
        {
            figures[NationalForm.Request(row, ApplicantColumn.Natural)] = Cell.Number(number);
            figures[NationalForm.Request(row, ApplicantColumn.Total)] = Cell.Number(number);
        }

        foreach (var (address, cell) in changes)
        {
            figures[FigureAddress.Parse(address, null)] = cell;
        }

        return new AnnualReport
        {
            Agency = "云岭县石桥镇人民政府",
            Year = 2024,
            Edition = edition,
            Title = "云岭县石桥镇人民政府2024年政府信息公开工作年度报告",
            Preamble = "本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。",
            Period = new StatisticalPeriod(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)),
            SignedOn = new DateOnly(2025, 1, 20),
            Signatory = "云岭县石桥镇人民政府",
            Sections =
            [
                .. NationalForm.SectionHeadings.Select((heading, index) =>
                    new Section(index + 1, heading, index == 0 ? "（一）主动公开\n全年公开信息三百二十条。\n（二）依申请公开。全年新收24件。" : "")),
            ],
            Figures = figures.Build(),
        };
    }

    /// <summary>The same report without the cells of some addresses.</summary>
    public static AnnualReport Without(this AnnualReport report, Func<Figure, bool> isLeftOut) => report with
    {
        Figures = report.Figures.With(NationalForm.Figures
            .Where(isLeftOut)
            .Select(figure => KeyValuePair.Create(figure.Address, Cell.Missing))),
    };
}
