using System.Collections.Immutable;

namespace Gongkai.Reports.Form;

/// <summary>
/// An arithmetic identity between figures (勾稽关系): the sum of <paramref name="Left"/> equals the sum of <paramref name="Right"/>.
/// </summary>
/// <param name="Rule">The rule that checks it: <c>requests.balance</c>, <c>requests.concluded</c>, <c>requests.total</c>, <c>disputes.total</c>.</param>
/// <param name="Left">The first side.</param>
/// <param name="Right">The other side: the total, where the identity has one.</param>
public sealed record Identity(string Rule, ImmutableArray<FigureAddress> Left, ImmutableArray<FigureAddress> Right);

/// <summary>The arithmetic identities of the form.</summary>
public static class Identities
{
    /// <summary>What was received and carried in equals what was concluded and carried out, in each column (printed in the form's corner cell).</summary>
    public const string Balance = "requests.balance";

    /// <summary>The row （七）总计 is the sum of the rows above it in group three, in each column.</summary>
    public const string Concluded = "requests.concluded";

    /// <summary>The column 总计 of table three is the sum of the six kinds of applicant, in each row.</summary>
    public const string ApplicantTotal = "requests.total";

    /// <summary>The total of each group of table four is the sum of its four results.</summary>
    public const string DisputeTotal = "disputes.total";

    private static readonly FigureAddress[] SingleOtherwiseRow =
        [.. Enum.GetValues<ApplicantColumn>().Select(column => NationalForm.Request(RequestRow.OtherwiseWhole, column))];

    private static readonly ImmutableArray<Identity> ThreeRows = Build(singleOtherwiseRow: false);
    private static readonly ImmutableArray<Identity> SingleRow = Build(singleOtherwiseRow: true);

    /// <summary>The identities of a report with the three rows under （六）其他处理, or with the single row.</summary>
    public static ImmutableArray<Identity> Of(bool singleOtherwiseRow) => singleOtherwiseRow ? SingleRow : ThreeRows;

    /// <summary>The identities that these cells have to meet.</summary>
    public static ImmutableArray<Identity> Of(FigureSet figures) => Of(HasSingleOtherwiseRow(figures));

    /// <summary>Whether the source printed （六）其他处理 as one row, as the 2019 edition does.</summary>
    public static bool HasSingleOtherwiseRow(FigureSet figures)
    {
        foreach (var address in SingleOtherwiseRow)
        {
            if (figures[address].Kind != CellKind.Missing)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Identity> Build(bool singleOtherwiseRow)
    {
        var rows = Enum.GetValues<RequestRow>()
            .Where(row => row switch
            {
                RequestRow.OtherwiseWhole => singleOtherwiseRow,
                RequestRow.ClarificationOverdue or RequestRow.FeeOverdue or RequestRow.OtherwiseOther => !singleOtherwiseRow,
                _ => true,
            })
            .ToList();
        var outcomes = rows.Where(row => row is > RequestRow.CarriedIn and < RequestRow.Concluded).ToList();
        var columns = Enum.GetValues<ApplicantColumn>();

        return
        [
            .. columns.Select(column => new Identity(
                Balance,
                [NationalForm.Request(RequestRow.Received, column), NationalForm.Request(RequestRow.CarriedIn, column)],
                [NationalForm.Request(RequestRow.Concluded, column), NationalForm.Request(RequestRow.CarriedOut, column)])),
            .. columns.Select(column => new Identity(
                Concluded,
                [.. outcomes.Select(row => NationalForm.Request(row, column))],
                [NationalForm.Request(RequestRow.Concluded, column)])),
            .. rows.Select(row => new Identity(
                ApplicantTotal,
                [.. columns.Where(column => column != ApplicantColumn.Total).Select(column => NationalForm.Request(row, column))],
                [NationalForm.Request(row, ApplicantColumn.Total)])),
            .. Enum.GetValues<DisputeGroup>().Select(group => new Identity(
                DisputeTotal,
                [.. Enum.GetValues<DisputeResult>().Where(result => result != DisputeResult.Total).Select(result => NationalForm.Dispute(group, result))],
                [NationalForm.Dispute(group, DisputeResult.Total)])),
        ];
    }
}
