using System.Globalization;

namespace Gongkai.Testing.Published;

/// <summary>Prints one table as lines of text; what the way of printing makes doubtful is marked in <paramref name="expected"/>.</summary>
public delegate IEnumerable<string> TablePrinter(FormSheet sheet, Expected expected, Random random);

/// <summary>Prints a whole report as text, around a way of printing its tables.</summary>
public static class TextPage
{
    public static PublishedReport Print(AnnualReport report, Random random, TablePrinter table, PrintStyle? style = null, string gap = "\n\n")
    {
        style ??= PrintStyle.Form;
        var expected = new Expected(report) { Sections = style.Sections };
        var parts = new List<string>();
        parts.AddRange(Head(report, random));
        foreach (var number in style.Sections)
        {
            var section = report.SectionOrNull(number)!;
            parts.Add(style.Heading(number, section.Heading));
            parts.AddRange(section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            FormSheet? sheet = number switch
            {
                2 => FormSheets.Proactive(report, style),
                3 => FormSheets.Requests(report, style),
                4 => FormSheets.Disputes(report, style),
                _ => null,
            };
            if (sheet is not null)
            {
                parts.Add(string.Join('\n', table(sheet, expected, random)));
            }
        }

        parts.Add(report.Signatory ?? "");
        parts.Add(Date(report.SignedOn));
        return PublishedReport.OfText(style.Finish(string.Join(gap, parts) + "\n"), expected);
    }

    /// <summary>The title, on one line or on two, and what stands before section one.</summary>
    public static IEnumerable<string> Head(AnnualReport report, Random random)
    {
        if (random.Next(2) == 0)
        {
            yield return report.Title ?? "";
        }
        else
        {
            yield return report.Agency ?? "";
            yield return $"{report.Year}年政府信息公开工作年度报告";
        }

        foreach (var line in report.Preamble.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return line;
        }
    }

    /// <summary>A date as it stands under a report.</summary>
    public static string Date(DateOnly? date) => date is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日") : "";
}
