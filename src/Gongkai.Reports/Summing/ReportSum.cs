using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Summing;

/// <summary>
/// Adds many reports into one, cell by cell, as they stream past: it keeps sums and what could not be added, never a report.
/// It refuses none and hides nothing: other years and editions are added where they have the same figure, and listed. For one thread.
/// </summary>
public sealed class ReportSum
{
    /// <summary>What is larger is no figure of an office; below it a sum of ten million reports keeps every digit.</summary>
    private const decimal LargestFigure = 100_000_000_000_000_000_000m;

    private static readonly bool[][] OnForm =
    [
        Form(Edition.National2021, singleOtherwiseRow: false),
        Form(Edition.National2021, singleOtherwiseRow: true),
        Form(Edition.Trial2019, singleOtherwiseRow: true),
    ];

    private readonly List<IncludedReport> included = [];
    private readonly Tally[] tallies = [.. Enumerable.Range(0, NationalForm.Count).Select(_ => new Tally())];

    /// <summary>Adds up reports that are at hand, or that are read one by one.</summary>
    public static SummedReports Sum(IEnumerable<AnnualReport> reports)
    {
        var sum = new ReportSum();
        foreach (var report in reports)
        {
            sum.Add(report);
        }

        return sum.Result();
    }

    /// <summary>Adds one report.</summary>
    public void Add(AnnualReport report)
    {
        var single = Identities.HasSingleOtherwiseRow(report.Figures);
        var form = OnForm[report.Edition == Edition.Trial2019 ? 2 : single ? 1 : 0];
        var cells = report.Figures.Cells;
        for (var index = 0; index < cells.Length; index++)
        {
            tallies[index].Add(included.Count, cells[index], form[index]);
        }

        included.Add(new IncludedReport(report.Agency, report.Year, report.Edition, report.Source?.Name));
    }

    /// <summary>The sum of what was added so far.</summary>
    public SummedReports Result()
    {
        var mixesOtherwise = TotalOf(RequestRow.OtherwiseWhole).IsPresent && TotalOf(RequestRow.OtherwiseOther).IsPresent;
        ImmutableArray<FigureSum> figures = [.. NationalForm.Figures.Select(figure => tallies[figure.Address.Index].Result(figure.Address))];
        var builder = new FigureSet.Builder();
        foreach (var figure in figures)
        {
            builder[figure.Address] = CellOf(figure, mixesOtherwise);
        }

        var years = included.Select(report => report.Year).Distinct().ToList();
        return new SummedReports
        {
            Included = [.. included],
            Figures = figures,
            Report = new AnnualReport
            {
                Year = years.Count == 1 ? years[0] : null,
                Edition = included.Count > 0 && included.All(report => report.Edition == Edition.Trial2019) ? Edition.Trial2019 : Edition.National2021,
                Figures = builder.Build(),
            },
        };
    }

    private static Cell CellOf(FigureSum figure, bool mixesOtherwise)
    {
        if (figure.Added == 0 && figure.NotAdded.All(cell => cell.Kind == CellKind.Missing))
        {
            return Cell.Missing;
        }

        if (figure.NotAdded.Length > 0)
        {
            return Cell.Unreadable($"{Figure.Format(figure.Sum)}＋?（{figure.NotAdded.Length}个单位未读出）");
        }

        // Where some reports print （六）其他处理 as one row and some as three, neither the one nor the three are the sum of all.
        return figure switch
        {
            { OnOtherForm: > 0 } when mixesOtherwise && IsOtherwise(figure.Address) =>
                Cell.Unreadable($"{Figure.Format(figure.Sum)}＋?（{figure.OnOtherForm}个单位的“（六）其他处理”填法不同）"),
            _ => Cell.Number(figure.Sum),
        };
    }

    private static bool IsOtherwise(FigureAddress address) =>
        NationalForm.RowOf(address) is RequestRow.OtherwiseWhole or RequestRow.ClarificationOverdue or RequestRow.FeeOverdue or RequestRow.OtherwiseOther;

    private static bool[] Form(Edition edition, bool singleOtherwiseRow)
    {
        var form = new bool[NationalForm.Count];
        foreach (var address in NationalForm.Of(edition, singleOtherwiseRow))
        {
            form[address.Index] = true;
        }

        return form;
    }

    private Tally TotalOf(RequestRow row) => tallies[NationalForm.Request(row, ApplicantColumn.Total).Index];

    private sealed class Tally
    {
        private readonly List<NotAdded> notAdded = [];
        private decimal sum;
        private int added;
        private int onOtherForm;

        public bool IsPresent => added + notAdded.Count > 0;

        public void Add(int report, Cell cell, bool isOnForm)
        {
            if (cell.IsNumber && Math.Abs(cell.Value) <= LargestFigure)
            {
                sum += cell.Value;
                added++;
            }
            else if (cell.Kind != CellKind.Missing || isOnForm)
            {
                notAdded.Add(new NotAdded(report, cell.Kind, cell.Raw));
            }
            else
            {
                onOtherForm++;
            }
        }

        public FigureSum Result(FigureAddress address) => new(address, sum, added, onOtherForm, [.. notAdded]);
    }
}
