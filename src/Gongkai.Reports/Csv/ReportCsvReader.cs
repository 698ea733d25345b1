using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Gongkai.Reports.Reading;

namespace Gongkai.Reports.Csv;

/// <summary>Reads the tidy table back; stops at the first row that cannot be what <see cref="ReportCsv"/> writes, and says which.</summary>
internal sealed class ReportCsvReader
{
    private const int LongestQuote = 40;

    private static readonly CsvReaderOptions Options = new() { Separator = ',', TrackLineNumbers = true };

    private readonly FigureSet.Builder figures = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Section>.Builder sections = ImmutableArray.CreateBuilder<Section>();
    private AnnualReport report = new();
    private (string Agency, string Year)? owner;

    public static ReadOutcome Read(ReadOnlyMemory<byte> bytes)
    {
        if (!ReportCsv.Claims(bytes.Span))
        {
            return ReadOutcome.Failed("第1行不是 agency,year,address,label,kind,value：这不是本软件写出的 CSV 年报。");
        }

        using var csv = CsvReader.Create(bytes, Options);
        var reader = new ReportCsvReader();
        while (csv.Read())
        {
            if (reader.Row(csv) is { } wrong)
            {
                return ReadOutcome.Failed($"第{csv.LineNumber}行：{wrong}");
            }
        }

        return ReadOutcome.Read(reader.report with { Sections = reader.sections.ToImmutable(), Figures = reader.figures.Build() });
    }

    private string? Row(CsvReader csv)
    {
        if (csv.FieldCount < ReportCsv.Header.Length)
        {
            return $"应有{ReportCsv.Header.Length}栏，只有{csv.FieldCount}栏。";
        }

        var row = (Agency: csv.GetString(0), Year: csv.GetString(1));
        owner ??= row;
        if (owner != row)
        {
            return "机关或年度与前面各行不同：一个文件只能放一份报告，请分开再读。";
        }

        var address = csv.GetString(2);
        if (!address.StartsWith("sections.", StringComparison.Ordinal) && !seen.Add(address))
        {
            return $"“{Quote(address)}”出现了两次，不知以哪一行为准。";
        }

        var kind = csv.GetString(4);
        return Owner(row.Agency, row.Year)
            ?? (kind == ReportCsv.SectionKind
                ? Document(address, Plain(csv.GetString(3)), Plain(csv.GetString(5)))
                : Figure(address, kind, csv.GetString(5)));
    }

    private string? Owner(string agency, string year)
    {
        int? number = null;
        if (year.Length > 0)
        {
            if (!int.TryParse(year, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed))
            {
                return $"年度“{Quote(year)}”不是数字。";
            }

            number = parsed;
        }

        report = report with { Agency = agency.Length > 0 ? Plain(agency) : null, Year = number };
        return null;
    }

    // An address that this version does not know is passed over, as in JSON.
    private string? Figure(string name, string kind, string value)
    {
        if (!FigureAddress.TryParse(name, null, out var address))
        {
            return null;
        }

        const NumberStyles Digits = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (kind == CellKind.Number.Word)
        {
            var isNumber = decimal.TryParse(value, Digits, CultureInfo.InvariantCulture, out var number);
            figures[address] = isNumber ? Cell.Number(number) : Cell.Unreadable(Plain(value));
            return null;
        }

        if (FormCells.CellOrNull(kind, Plain(value)) is not { } cell)
        {
            return $"kind“{Quote(kind)}”应是 number、blank、dash、text、missing、unreadable 或 section。";
        }

        figures[address] = cell;
        return null;
    }

    private string? Document(string address, string label, string value)
    {
        switch (address)
        {
            case "edition":
                if (EditionText.OrNull(value) is not { } edition)
                {
                    return $"格式版本“{Quote(value)}”应是 2021 或 2019。";
                }

                report = report with { Edition = edition };
                return null;
            case "title":
                report = report with { Title = value };
                return null;
            case "preamble":
                report = report with { Preamble = value };
                return null;
            case "signatory":
                report = report with { Signatory = value };
                return null;
            case "signedOn":
                report = report with { SignedOn = IsoDate.OrNull(value) };
                return report.SignedOn is null ? $"落款日期“{Quote(value)}”应写成 2025-01-20 的样子。" : null;
            case "period":
                report = report with { Period = PeriodOrNull(value) };
                return report.Period is null ? $"统计期限“{Quote(value)}”应写成 2024-01-01/2024-12-31 的样子。" : null;
            default:
                return Section(address, label, value);
        }
    }

    private string? Section(string address, string heading, string text)
    {
        if (!address.StartsWith("sections.", StringComparison.Ordinal))
        {
            return null;
        }

        if (!int.TryParse(address["sections.".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 6)
        {
            return $"“{Quote(address)}”的编号应是1到6。";
        }

        sections.Add(new Section(number, heading, text));
        return null;
    }

    private static StatisticalPeriod? PeriodOrNull(string value)
    {
        var slash = value.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && IsoDate.OrNull(value[..slash]) is { } from && IsoDate.OrNull(value[(slash + 1)..]) is { } to
            ? new StatisticalPeriod(from, to)
            : null;
    }

    private static string Plain(string value) =>
        value.StartsWith(ReportCsv.Apostrophe, StringComparison.Ordinal) ? value[ReportCsv.Apostrophe.Length..] : value;

    private static string Quote(string text) =>
        text.Length <= LongestQuote ? text.ReplaceLineEndings(" ") : text[..LongestQuote].ReplaceLineEndings(" ") + "…";
}
