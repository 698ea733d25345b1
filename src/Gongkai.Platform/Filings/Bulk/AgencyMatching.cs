using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings.Bulk;

/// <summary>Finds out whose report a file is: from its title, the agency it names, its signatory and the name of the file. Where these do not agree, a person decides.</summary>
internal sealed partial class AgencyMatching
{
    private const int ShortestInFileName = 2;
    private static readonly string[] Endings = ["人民政府", "办事处"];

    private readonly string region;
    private readonly ILookup<string, int> byName;

    /// <param name="agencies">Those that may file, each with every name that it goes or went by.</param>
    /// <param name="authority">The name of the government above them, as 青禾县人民政府.</param>
    public AgencyMatching(IEnumerable<KnownAgency> agencies, string authority)
    {
        region = authority.EndsWith("人民政府", StringComparison.Ordinal) ? authority[..^4] : authority;
        byName = agencies.SelectMany(agency => agency.Names.SelectMany(Keys).Distinct().Select(key => (key, agency.Id))).ToLookup(pair => pair.key, pair => pair.Id);
    }

    public AgencyMatch Find(AnnualReport report, string fileName, int year)
    {
        var named = Named(fileName);
        HashSet<int>[] said = [.. new[] { Meant(report.Agency), Meant(AgencyOf(report.Title)), Meant(report.Signatory) }.Where(ids => ids.Count > 0)];
        if (said.Length == 0)
        {
            return report.Agency is { } stranger
                ? new AgencyMatch(null, $"报告写的是“{stranger}”，不在要报的单位里。请核对后选定，或放在一边。")
                : new AgencyMatch(Only(named), named.Count == 1 ? "报告里没有写明是哪个单位，只有文件名像。请核对后选定。" : "认不出是哪个单位的报告。请选定单位，或放在一边。");
        }

        var common = said.Aggregate((one, other) => [.. one.Intersect(other)]);
        if (common.Count != 1)
        {
            return new AgencyMatch(Only(said[0]), common.Count == 0 ? "标题和落款写的不是同一个单位。请核对后选定。" : "叫这个名称的单位不止一个。请核对后选定。");
        }

        var found = common.Single();
        return new AgencyMatch(
            found,
            named.Count > 0 && !named.Contains(found) ? "文件名和报告里写的不是同一个单位。请核对后选定。"
            : report.Year is null ? "报告没有写明是哪一年度的。请核对后选定。"
            : report.Year != year ? string.Create(CultureInfo.InvariantCulture, $"报告写的是 {report.Year} 年度，这里收的是 {year} 年度。")
            : null);
    }

    private static int? Only(HashSet<int> ids) => ids.Count == 1 ? ids.Single() : null;

    private HashSet<int> Meant(string? text) => text is null ? [] : [.. Keys(text).SelectMany(key => byName[key])];

    /// <summary>The agencies of the longest name that stands in the name of the file.</summary>
    private HashSet<int> Named(string fileName)
    {
        var text = Fold(Path.GetFileNameWithoutExtension(fileName));
        var longest = byName.Where(group => group.Key.Length >= ShortestInFileName && text.Contains(group.Key, StringComparison.Ordinal)).MaxBy(group => group.Key.Length);
        return longest is null ? [] : [.. longest];
    }

    /// <summary>The ways in which a name is written: with and without the county before it, and without 人民政府 or 办事处 after it.</summary>
    private IEnumerable<string> Keys(string name)
    {
        var whole = Fold(name);
        var at = whole.IndexOf(region, StringComparison.Ordinal);
        string[] forms = at >= 0 ? [whole, whole[at..], whole[(at + region.Length)..]] : [whole];
        return forms.Concat(forms.SelectMany(form => Endings.Where(ending => form.EndsWith(ending, StringComparison.Ordinal)).Select(ending => form[..^ending.Length])))
            .Where(form => form.Length >= ShortestInFileName && !Endings.Contains(form)).Distinct();
    }

    /// <summary>What stands before the year, or before the subject, in a title.</summary>
    private static string? AgencyOf(string? title) => title is not null && TitleOfReport().Match(Fold(title)) is { Success: true } match ? match.Groups[1].Value : null;

    private static string Fold(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(@"^(?:\d{4}年度?)?(.+?)(?:关于)?(?:\d{4}年|政府信息公开|政务公开)")]
    private static partial Regex TitleOfReport();
}

/// <summary>An agency that may file, and the names that it goes or went by.</summary>
internal sealed record KnownAgency(int Id, IReadOnlyList<string> Names);

/// <summary>Whose report it is or seems to be, and why a person has to look; certain where there is no doubt.</summary>
internal sealed record AgencyMatch(int? AgencyId, string? Doubt);
