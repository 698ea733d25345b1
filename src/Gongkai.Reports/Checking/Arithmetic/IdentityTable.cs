using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Arithmetic;

/// <summary>The identities of one shape of the form, with their addresses as plain indices for the fast path.</summary>
internal sealed class IdentityTable
{
    private static readonly IdentityTable ThreeRows = new(singleOtherwiseRow: false);
    private static readonly IdentityTable SingleRow = new(singleOtherwiseRow: true);

    private IdentityTable(bool singleOtherwiseRow) =>
        Rows = [.. Identities.Of(singleOtherwiseRow).Select(identity => new Row(identity))];

    public Row[] Rows { get; }

    public static IdentityTable Of(FigureSet figures) => Identities.HasSingleOtherwiseRow(figures) ? SingleRow : ThreeRows;

    /// <summary>One identity.</summary>
    internal sealed class Row(Identity identity)
    {
        public Identity Identity => identity;

        public int[] Left { get; } = [.. identity.Left.Select(address => address.Index)];

        public int[] Right { get; } = [.. identity.Right.Select(address => address.Index)];

        /// <summary>Whether it speaks of the column 总计 of table three, and so repeats what the other columns say.</summary>
        public bool IsTotalColumn { get; } =
            identity.Rule is Identities.Balance or Identities.Concluded
            && NationalForm.ColumnOf(identity.Right[0]) == ApplicantColumn.Total;
    }
}
