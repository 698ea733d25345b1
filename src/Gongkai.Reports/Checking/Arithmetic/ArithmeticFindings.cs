using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Arithmetic;

/// <summary>Words for broken identities; what only repeats another finding is joined to it.</summary>
internal static class ArithmeticFindings
{
    public static ImmutableArray<Finding> Of(List<Weighing> suspects, FigureSet figures)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var broken = suspects.Where(weighing => weighing.Verdict == Verdict.Broken).ToList();
        foreach (var weighing in broken)
        {
            if (!IsEcho(weighing, broken))
            {
                var echo = broken.Find(other => other != weighing && IsEchoOf(other, weighing, broken));
                findings.Add(Broken(weighing, echo.Row is null ? null : echo, figures));
            }
        }

        foreach (var group in suspects.Where(weighing => weighing.Verdict == Verdict.BrokenIfBlankIsZero).GroupBy(weighing => weighing.Row.Identity.Rule))
        {
            findings.Add(IfBlank([.. group], figures));
        }

        return findings.ToImmutable();
    }

    /// <summary>The column 总计 breaks by the same amount as the one applicant column that breaks: one fault, told once.</summary>
    private static bool IsEcho(Weighing weighing, List<Weighing> broken) =>
        weighing.Row.IsTotalColumn && broken.Exists(other => IsEchoOf(weighing, other, broken));

    private static bool IsEchoOf(Weighing total, Weighing column, List<Weighing> broken) =>
        total.Row.IsTotalColumn
        && !column.Row.IsTotalColumn
        && total.Row.Identity.Rule == column.Row.Identity.Rule
        && total.Difference == column.Difference
        && broken.Count(other => other.Row.Identity.Rule == column.Row.Identity.Rule) == 2;

    private static Finding Broken(Weighing weighing, Weighing? echo, FigureSet figures)
    {
        var message = new StringBuilder(Sentence(weighing, figures));
        if (weighing.Unread > 0)
        {
            message.Append(CultureInfo.InvariantCulture, $"（另有 {weighing.Unread} 格未读出，填什么数都不能使两边相等）");
        }

        if (echo is { } same)
        {
            message.Append(CultureInfo.InvariantCulture, $"；“总计”列随之也不相等（{Figure.Format(same.Left)} 与 {Figure.Format(same.Right)}）");
        }

        message.Append('。');
        return new Finding(weighing.Row.Identity.Rule, Severity.Error, message.ToString())
        {
            At = echo is { } other ? [.. weighing.Addresses(figures), .. other.Addresses(figures)] : weighing.Addresses(figures),
            Expected = Figure.Format(weighing.Row.Identity.Rule == Identities.Balance ? weighing.Right : weighing.Left),
            Actual = Figure.Format(weighing.Row.Identity.Rule == Identities.Balance ? weighing.Left : weighing.Right),
        };
    }

    private static string Sentence(Weighing weighing, FigureSet figures)
    {
        var identity = weighing.Row.Identity;
        var total = identity.Right[0].Figure;
        var left = Figure.Format(weighing.Left);
        var right = Figure.Format(weighing.Right);
        if (identity.Rule == Identities.Balance)
        {
            return $"表三“{total.Column}”列：本年新收 {Shown(identity.Left[0])} 加上年结转 {Shown(identity.Left[1])} 是 {left}，"
                + $"办理结果总计 {Shown(identity.Right[0])} 加结转下年度 {Shown(identity.Right[1])} 是 {right}，应当相等";
        }

        if (identity.Rule == Identities.Concluded)
        {
            return $"表三“{total.Column}”列：（七）总计是 {right}，而（一）至（六）各行之和是 {left}，应当相等";
        }

        var parts = identity.Rule == Identities.ApplicantTotal ? "前六列之和" : "四种结果之和";
        return $"{total.Description}是 {right}，而{parts}是 {left}，应当相等";

        string Shown(FigureAddress address) => figures[address].Shown();
    }

    private static Finding IfBlank(List<Weighing> weighings, FigureSet figures)
    {
        var first = weighings[0];
        var more = weighings.Count > 1 ? $"；另有 {weighings.Count - 1} 处同样情形" : "";
        return new Finding(
            first.Row.Identity.Rule,
            Severity.Note,
            $"空白若按 0 计，{Sentence(first, figures)}{more}。请把空白处填上数字。")
        {
            At = [.. weighings.SelectMany(weighing => weighing.Addresses(figures)).Distinct()],
            Expected = Figure.Format(first.Row.Identity.Rule == Identities.Balance ? first.Right : first.Left),
            Actual = Figure.Format(first.Row.Identity.Rule == Identities.Balance ? first.Left : first.Right),
        };
    }
}
