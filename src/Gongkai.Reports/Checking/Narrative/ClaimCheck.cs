using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>Holds what the text says in figures against the tables.</summary>
internal static class ClaimCheck
{
    private enum Standing
    {
        Agrees,

        /// <summary>Cells were not read; it could agree.</summary>
        Open,

        /// <summary>It agrees with a loose way of counting.</summary>
        Loose,
        Disagrees,
    }

    public static void Check(AnnualReport report, ClaimSet claims, FindingList findings)
    {
        var single = Identities.HasSingleOtherwiseRow(report.Figures);
        foreach (var group in claims.Claims.GroupBy(claim => claim.Quantity))
        {
            if (group.Key is not (Quantity.DocumentsIssued or Quantity.DocumentsRepealed or Quantity.DocumentsInForce) || report.Edition == Edition.National2021)
            {
                CheckGroup([.. group], Readings.Of(group.Key, single), report.Figures, findings);
            }
        }
    }

    private static void CheckGroup(List<Claim> claims, Readings readings, FigureSet figures, FindingList findings)
    {
        var wrong = claims.FindAll(claim => !claim.Extra && StandingOf(claim.Quantity, claim.Value, readings, figures) > Standing.Open);
        if (wrong.Count == 0)
        {
            return;
        }

        // Several figures of one kind are parts of a whole if they add up to it.
        var sum = claims.Select(claim => claim.Value).Sum();
        if (claims.Count > 1 && StandingOf(claims[0].Quantity, sum, readings, figures) <= Standing.Open)
        {
            return;
        }

        var agreeing = claims.Where(claim => !claim.Extra && !wrong.Contains(claim)).Select(claim => (decimal?)claim.Value).Max();
        var several = wrong.DistinctBy(claim => claim.Value).Count() > 1;
        foreach (var claim in wrong.DistinctBy(claim => claim.Value))
        {
            // What is less than a figure that agrees is most likely a part of it.
            if (agreeing is null || claim.Value > agreeing)
            {
                var doubtful = !claim.Sure || several || agreeing is not null
                    || StandingOf(claim.Quantity, claim.Value, readings, figures) == Standing.Loose;
                Add(claim, readings, figures, doubtful, findings);
            }
        }
    }

    private static Standing StandingOf(Quantity quantity, decimal value, Readings readings, FigureSet figures)
    {
        // 办理0件 leaves no other reading than that nothing was concluded.
        var plain = quantity == Quantity.Handled && value == 0 ? readings.Plain[..1] : readings.Plain;
        var standing = Standing.Disagrees;
        foreach (var sum in plain)
        {
            standing = (Standing)Math.Min((int)standing, (int)Weigh(sum, value, figures));
        }

        foreach (var sum in readings.Loose)
        {
            if (standing == Standing.Disagrees && Weigh(sum, value, figures) != Standing.Disagrees)
            {
                standing = Standing.Loose;
            }
        }

        return standing;
    }

    private static Standing Weigh(FigureAddress[] sum, decimal value, FigureSet figures)
    {
        var (known, unread) = (0m, false);
        foreach (var address in sum)
        {
            var cell = figures[address];
            known += cell.IsNumber ? cell.Value : 0;
            unread |= !cell.IsNumber;
        }

        return unread
            ? known <= value ? Standing.Open : Standing.Disagrees
            : known == value ? Standing.Agrees : Standing.Disagrees;
    }

    private static void Add(Claim claim, Readings readings, FigureSet figures, bool doubtful, FindingList findings)
    {
        var sum = readings.Plain[0];
        var actual = 0m;
        foreach (var address in sum)
        {
            actual += figures[address].ValueOrNull ?? 0;
        }

        var words = claim.Words.Trim('，', '、', '。', '（', '）', ' ');
        var cells = sum.Length == 1 ? $"{sum[0].Figure.Description}是 {Figure.Format(actual)}" : $"{Cells(sum)}之和是 {Figure.Format(actual)}";
        findings.Add(
            readings.Rule,
            $"第{"一二三四五六"[claim.Section - 1]}部分写“{words}”，而{cells}，{(doubtful ? "请核对是否说的同一件事" : "应当一致")}。",
            [.. sum],
            claim.Section,
            Figure.Format(claim.Value),
            Figure.Format(actual),
            doubtful);
    }

    private static string Cells(FigureAddress[] sum)
    {
        var first = sum[0].Figure;
        var rows = sum.Select(address => address.Figure.Row.Split(' ')[0]).Distinct().ToList();
        var columns = sum.Select(address => address.Figure.Column).Distinct().ToList();
        var labels = rows.Count > 3 ? $"“{rows[0]}”等 {rows.Count} 行" : $"“{string.Join("”“", rows)}”行";
        return columns.Count == 1
            ? $"{first.TableName}{labels}“{columns[0]}”列"
            : $"{first.TableName}{labels}“{columns[0]}”至“{columns[^1]}”列";
    }
}
