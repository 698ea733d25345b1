using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gongkai.Cli.Running;
using Gongkai.Reports;
using Spectre.Console;

namespace Gongkai.Cli.Printing;

/// <summary>What <c>gongkai mend</c> prints.</summary>
internal static class MendsPage
{
    public const string CsvHeader = "file,agency,year,mend,address,from,to,reason";

    public static void Draw(IAnsiConsole console, Examination examination, ImmutableArray<Finding> broken, string file)
    {
        FindingsPage.Headline(console, examination.Report, file);
        foreach (var finding in broken)
        {
            Paragraph.Write(console, 2, finding.Message, finding.Rule);
        }

        var mending = examination.Mending;
        Paragraph.Write(
            console,
            2,
            !mending.IsNeeded ? broken.IsEmpty ? "数字全部对得上，不用改。" : "没有找到改法。"
            : mending.Mends.IsEmpty ? $"至少要改 {mending.ChangedCells} 格，在限定的步数内没有列出改法。"
            : $"最少改 {mending.ChangedCells} 格，共 {mending.Mends.Length} 种改法{(mending.IsComplete ? "" : "（没有全部列出）")}{(mending.IsProven ? "" : "（未能证明这是最少的）")}：");
        for (var index = 0; index < mending.Mends.Length; index++)
        {
            FindingsPage.Mend(console, index + 1, mending.Mends[index]);
        }

        var choices = examination.Choices;
        if (choices.Length > mending.Mends.Length)
        {
            Paragraph.Write(console, 2, "对不上的地方不止一处，各不相干，也可以只改其中一处：");
            for (var index = mending.Mends.Length; index < choices.Length; index++)
            {
                FindingsPage.Mend(console, index + 1, choices[index]);
            }
        }

        if (mending.HasUnread)
        {
            Paragraph.Write(console, 2, "对不上的地方有未读出的格：请先对照原文，也许不用改数字。");
        }

        if (mending.IsCarryOverBroken)
        {
            Paragraph.Write(console, 2, "上年报告的“结转下年度”一行自己就对不上，没有要求各列都与它一致。");
        }
    }

    public static byte[] Csv(Examination examination, string file) => Encoding.UTF8.GetBytes(string.Concat(
        examination.Mending.Mends.SelectMany((mend, index) => mend.Changes.Select(change => Printing.Csv.Line(
            file,
            examination.Report.Agency,
            examination.Report.Year?.ToString(CultureInfo.InvariantCulture),
            (index + 1).ToString(CultureInfo.InvariantCulture),
            change.Address.ToString(),
            change.From is { } from ? Figure.Format(from) : null,
            Figure.Format(change.To),
            mend.Reason)))));
}
