using FsCheck.Fluent;
using Gongkai.Reports.Checking.Arithmetic;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Tests.Checking;

public sealed class ArithmeticPropertyTests
{
    private static readonly FigureAddress[] Cells =
        [.. NationalForm.Of(Edition.National2021).Where(address => address.Figure.Table is FormTable.Requests or FormTable.Disputes)];

    /// <summary>Whatever the figures are: an identity of numbers is spoken of exactly if it is broken, counted without any short cut.</summary>
    [Fact]
    public void Every_broken_identity_is_found_and_none_is_invented() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 3).ArrayOf(Cells.Length).ToArbitrary(), values =>
        {
            var builder = new FigureSet.Builder();
            for (var index = 0; index < Cells.Length; index++)
            {
                builder[Cells[index]] = Cell.Number(values[index]);
            }

            var figures = builder.Build();
            var broken = Identities.Of(figures).Count(identity => Sum(identity.Left) != Sum(identity.Right));
            var findings = ArithmeticCheck.Check(figures);
            var echoes = findings.Count(finding => finding.Message.Contains("随之", StringComparison.Ordinal));
            return findings.Length + echoes == broken;

            decimal Sum(IEnumerable<FigureAddress> addresses) => addresses.Sum(address => figures[address].Value);
        }));

    /// <summary>Hiding cells of a report whose identities hold never makes an error: the hidden figures still could stand there.</summary>
    [Fact]
    public void Unread_cells_never_make_an_error_of_a_right_report() =>
        FsCheck.Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 9).ArrayOf(Cells.Length).ToArbitrary(), hide =>
        {
            var figures = Sample.Figures(
                "requests.received.natural=5 requests.received.total=5 requests.granted.natural=4 requests.granted.total=4 "
                + "requests.concluded.natural=4 requests.concluded.total=4 requests.carriedOut.natural=1 requests.carriedOut.total=1 "
                + "disputes.reconsideration.upheld=2 disputes.reconsideration.total=2");
            var hidden = Cells.Where((_, index) => hide[index] < 3)
                .Select((address, index) => KeyValuePair.Create(address, index % 2 == 0 ? Cell.Unreadable("?") : Cell.Blank()));

            return ArithmeticCheck.Check(figures.With(hidden)).All(finding => finding.Severity != Severity.Error);
        }));
}
