using System.Text.RegularExpressions;
using Gongkai.Law.Publishing;
using Gongkai.Reports;

namespace Gongkai.Platform.Publishing.Texts.Importing;

/// <summary>What an official document says of itself at its head and its foot (GB/T 9704): title, number, date, agency, mark.</summary>
internal sealed partial class DocumentFacts
{
    private const int HeadLength = 25;
    private const int FootLength = 40;
    private const int LongestTitleLine = 60;
    private const int MostTitleLines = 4;
    private const int LongestAgency = 40;

    private readonly IReadOnlyList<ImportedBlock> blocks;
    private readonly int headEnd;

    private DocumentFacts(IReadOnlyList<ImportedBlock> blocks)
    {
        this.blocks = blocks;
        headEnd = Math.Min(blocks.Count, HeadLength);
        FindNumber();
        FindTitle();
        FindSignature();
        Mark = FindMark();
    }

    public string? Title { get; private set; }

    public string? Number { get; private set; }

    public DateOnly? MadeOn { get; private set; }

    public string? Agency { get; private set; }

    public DisclosureAttribute? Mark { get; }

    /// <summary>The first part that is neither masthead nor number nor title.</summary>
    public int BodyFrom { get; private set; }

    /// <summary>The parts that sign the document.</summary>
    public HashSet<int> Signature { get; } = [];

    private int NumberAt { get; set; } = -1;

    public static DocumentFacts Of(IReadOnlyList<ImportedBlock> blocks) => new(blocks);

    private void FindNumber()
    {
        for (var index = 0; index < headEnd && NumberAt < 0; index++)
        {
            var line = Compact(blocks[index].Text);
            if (NumberLine().Match(line) is { Success: true } match)
            {
                Number = $"{match.Groups[1].Value}〔{match.Groups[2].Value}〕{match.Groups[3].Value}号";
                NumberAt = index;
            }
            else if (index < 8 && DecreeLine().IsMatch(line))
            {
                Number = line;
                NumberAt = index;
            }
        }
    }

    private void FindTitle()
    {
        var from = NumberAt + 1;
        var isMarked = Enumerable.Range(0, headEnd).FirstOrDefault(index => blocks[index].IsTitle, -1);
        var first = isMarked >= 0 ? isMarked
            : Enumerable.Range(from, Math.Max(0, headEnd - from)).FirstOrDefault(index => blocks[index].IsCentred && IsTitleLine(blocks[index].Text), -1);
        if (first >= 0)
        {
            var end = first + 1;
            while (end < headEnd && end - first < MostTitleLines && GoesOn(blocks[first], blocks[end]) && !IsWholeTitle(blocks[end - 1].Text))
            {
                end++;
            }

            Take(first, end);
        }
        else if (!blocks.Take(headEnd).Any(static block => block.IsCentred))
        {
            FindPlainTitle(from);
        }

        BodyFrom = Math.Max(BodyFrom, IsHead(from) ? from : 0);
    }

    private static bool GoesOn(ImportedBlock first, ImportedBlock next) =>
        first.IsTitle ? next.IsTitle : next.IsCentred && IsTitleLine(next.Text) && Math.Abs(first.Size - next.Size) < 1.5;

    /// <summary>Where the file does not say how lines stand: the first line after the number, up to the one that ends as titles end.</summary>
    private void FindPlainTitle(int from)
    {
        var first = Enumerable.Range(from, Math.Max(0, Math.Min(headEnd, from + 4) - from)).FirstOrDefault(index => IsTitleLine(blocks[index].Text), -1);
        if (first < 0)
        {
            return;
        }

        for (var end = first; end < Math.Min(headEnd, first + 3) && IsTitleLine(blocks[end].Text); end++)
        {
            if (IsWholeTitle(blocks[end].Text))
            {
                Take(first, end + 1);
                return;
            }
        }

        if (NumberAt >= 0 || first == 0)
        {
            Take(first, first + 1);
        }
    }

    private void Take(int first, int end)
    {
        Title = string.Concat(blocks.Skip(first).Take(end - first).Select(static block => Compact(block.Text)));
        if (IsHead(first))
        {
            BodyFrom = end;
        }
    }

    /// <summary>Whether only what stands on the head of a document stands before a place: short lines, no tables.</summary>
    private bool IsHead(int end) => blocks.Take(end).All(static block => block.Text.Length is > 0 and <= LongestTitleLine && !block.Text.EndsWith('。'));

    private void FindSignature()
    {
        for (var index = blocks.Count - 1; index >= Math.Max(NumberAt + 1, blocks.Count - FootLength) && index >= BodyFrom; index--)
        {
            if (DayOf(blocks[index].Text) is not { } day)
            {
                continue;
            }

            MadeOn = day;
            Signature.Add(index);
            for (var before = index - 1; before >= BodyFrom && index - before <= 3 && IsAgency(Compact(blocks[before].Text)); before--)
            {
                Agency = Compact(blocks[before].Text);
                Signature.Add(before);
            }

            break;
        }

        MadeOn ??= blocks.Take(headEnd).Select(static block => DayOf(Compact(block.Text).Trim('（', '）', '(', ')'))).FirstOrDefault(static day => day is not null);
        Agency ??= Masthead();
    }

    private string? Masthead()
    {
        for (var index = 0; index < NumberAt; index++)
        {
            var line = Compact(blocks[index].Text);
            var name = line.EndsWith("文件", StringComparison.Ordinal) ? line[..^2] : line;
            if (IsAgency(name))
            {
                return name;
            }
        }

        return null;
    }

    private DisclosureAttribute? FindMark()
    {
        var lines = blocks.Skip(Math.Max(0, blocks.Count - FootLength)).Reverse().Concat(blocks.Take(headEnd));
        return lines.Select(static block => MarkPattern().Match(Compact(block.Text))).FirstOrDefault(static match => match.Success)?.Groups.Values.Skip(1).First(static group => group.Success).Value switch
        {
            null => null,
            "主动公开" or "公开发布" or "公开" => DisclosureAttribute.Proactive,
            "依申请公开" => DisclosureAttribute.OnRequest,
            _ => DisclosureAttribute.Withheld,
        };
    }

    private static bool IsTitleLine(string text) =>
        Compact(text) is { Length: >= 4 and <= LongestTitleLine } line && !line.EndsWith('。') && !line.EndsWith('：') && !line.EndsWith(':')
        && line[0] is not ('（' or '(') && DayOf(line) is null && !HeadMark().IsMatch(line) && !NumberLine().IsMatch(line);

    private static bool IsWholeTitle(string text) => TitleEnd().IsMatch(Compact(text));

    private static bool IsAgency(string text) => text.Length is >= 3 and <= LongestAgency && AgencyEnd().IsMatch(text);

    private static DateOnly? DayOf(string text) => PrintedDates.DayOrNull(Compact(text));

    private static string Compact(string text) => string.Concat(text.Where(static character => !char.IsWhiteSpace(character)));

    [GeneratedRegex(@"^(?:发文字号|文号|字号)?[:：]?([\p{IsCJKUnifiedIdeographs}]{1,16})[〔\[［（(【〕]((?:19|20)\d{2})[〕\]］）)】〔](?:第)?(\d{1,5})号(?:签发人.*)?$")]
    private static partial Regex NumberLine();

    [GeneratedRegex(@"^第\d{1,5}号$")]
    private static partial Regex DecreeLine();

    [GeneratedRegex(@"(?:通知|公告|通告|意见|办法|规定|方案|决定|批复|报告|函|纪要|细则|规划|计划|指南|公示|说明|解读|总结|要点|名单|清单|通报|命令|条例|议案|目录|规则|标准|措施|预案|制度|答复|表|书|信息)(?:[（(][^（）()]{1,12}[）)])?$")]
    private static partial Regex TitleEnd();

    [GeneratedRegex(@"(?:人民政府|政府|委员会|党委|局|厅|部|院|办公室|办|中心|署|处|所|站|队|协会|联合会|总会|法院|检察院|街道|指挥部|领导小组|公司|银行|学校|大学)$")]
    private static partial Regex AgencyEnd();

    [GeneratedRegex(@"^(?:特急|加急|急件|平急|签发人|\d{1,8}$|机密|秘密|绝密|附件)")]
    private static partial Regex HeadMark();

    [GeneratedRegex(@"此件(主动公开|公开发布|依申请公开|不予公开|不公开|删减后公开|公开)|公开(?:属性|方式|类别|形式|选项)[:：]?(主动公开|依申请公开|不予公开|不公开)|^[（(]?(主动公开|依申请公开|不予公开)[）)]?$")]
    private static partial Regex MarkPattern();
}
