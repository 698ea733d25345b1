using System.Collections.Immutable;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Arithmetic;

/// <summary>
/// The arithmetic identities alone (勾稽关系): the fast path for many reports. A cell that was not read counts as any figure of zero
/// or more, so an error is only what no such figure could settle.
/// </summary>
public static class ArithmeticCheck
{
    // A sum of 22 figures of this size still fits a long with room to spare.
    private const long LargestInLong = 1_000_000_000_000_000;

    /// <summary>The broken identities, each a finding of severity error; those that are broken only if blank means zero are one note a rule.</summary>
    /// <param name="figures">The cells of a report of either edition.</param>
    public static ImmutableArray<Finding> Check(FigureSet figures)
    {
        var rows = IdentityTable.Of(figures).Rows;
        Span<long> values = stackalloc long[NationalForm.Count];
        values = values[..LoadWhole(figures.Cells, values)];
        List<Weighing>? suspects = null;
        foreach (var row in rows)
        {
            if (values.IsEmpty || !Holds(row, values))
            {
                var weighing = Weighing.Of(row, figures);
                if (weighing.Verdict != Verdict.Silent)
                {
                    (suspects ??= []).Add(weighing);
                }
            }
        }

        return suspects is null ? [] : ArithmeticFindings.Of(suspects, figures);
    }

    /// <summary>Loads whole figures; an unread cell adds nothing, as when it is weighed. Returns 0 where some figure of an identity is negative, broken or huge.</summary>
    private static int LoadWhole(ReadOnlySpan<Cell> cells, Span<long> values)
    {
        Span<int> bits = stackalloc int[4];
        for (var index = 0; index < cells.Length; index++)
        {
            ref readonly var cell = ref cells[index];
            if (!cell.IsNumber)
            {
                values[index] = 0;
                continue;
            }

            // Low, middle and high word, then sign and scale: several times cheaper than comparing and converting decimals.
            decimal.GetBits(cell.Value, bits);
            var value = ((long)bits[1] << 32) | (uint)bits[0];
            if (bits[3] == 0 && bits[2] == 0 && value is >= 0 and < LargestInLong)
            {
                values[index] = value;
            }
            else if (index >= FirstInIdentities)
            {
                return 0;
            }
        }

        return values.Length;
    }

    private static readonly int FirstInIdentities = NationalForm.Request(RequestRow.Received, ApplicantColumn.Natural).Index;

    private static bool Holds(IdentityTable.Row row, ReadOnlySpan<long> values)
    {
        var left = 0L;
        foreach (var index in row.Left)
        {
            left += values[index];
        }

        var right = 0L;
        foreach (var index in row.Right)
        {
            right += values[index];
        }

        return left == right;
    }
}
