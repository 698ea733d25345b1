using System.Text.RegularExpressions;
using Gongkai.Reports.Checking.Narrative.Wording;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>Sentences without figures that say that something did or did not happen: 未收到申请, 全部办结, 未发生行政复议.</summary>
internal static partial class StatementChecks
{
    private static readonly WordSet Anchors = new("未", "无", "没有", "全部", "均", "都", "零");

    private static readonly WordSet Objects = new("申请", "复议", "诉讼", "起诉", "办结", "办理", "答复", "回复", "办毕", "处理完");

    private static readonly WordSet Wholes = new("全部", "均", "都");

    private static readonly WordSet NotAboutReceipt = new("复议", "诉讼", "投诉", "举报", "收费", "处理费", "纠错", "违规", "败诉", "逾期", "超期", "异议", "不满", "争议", "引", "超时", "延期", "有效", "撤回", "补正", "结转");

    private static readonly WordSet NotAboutDisputes = new("败诉", "纠错", "纠正", "撤销", "超期", "逾期", "不服", "未经", "责令", "违法", "有无", "胜诉", "上年", "泄密", "去年");

    private static readonly WordSet StillOpen = new("结转", "转下", "转入", "正在办理", "尚在", "未到期", "未办结", "除", "顺延", "延至", "在办", "还在", "其余", "办理中", "留待");

    private static readonly WordSet OtherTimes = new("上年", "去年", "上一年", "如未", "若未", "如无", "若无", "下一步", "以来", "上半年", "下半年", "季度", "是否", "有无", "确保", "力争", "务必");

    public static void Check(AnnualReport report, IReadOnlyList<Passage> passages, FindingList findings)
    {
        var scopes = new ScopeReader(report);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in passages)
        {
            foreach (var sentence in passage.Sentences)
            {
                var words = passage.Folded.AsSpan(sentence.Start, sentence.End - sentence.Start);
                if (words.HasAny(Anchors) && words.HasAny(Objects) && IsOwnAndNow(words, report, scopes))
                {
                    CheckSentence(new Place(report, passage, sentence), seen, findings);
                }
            }
        }
    }

    private static bool IsOwnAndNow(ReadOnlySpan<char> sentence, AnnualReport report, ScopeReader scopes) =>
        !sentence.HasAny(OtherTimes)
        && YearReader.Of(sentence, report.Year, Time.Report) == Time.Report
        && scopes.Of(sentence, Scope.Unsaid) is var scope
        && (scope is Scope.Unsaid or Scope.Own || scopes.IsGovernment);

    private static void CheckSentence(Place place, HashSet<string> seen, FindingList findings)
    {
        var sentence = place.Folded;
        if (sentence.Contains("申请", StringComparison.Ordinal))
        {
            CheckNoRequests(place, sentence, seen, findings);
        }

        if (sentence.AsSpan().HasAny(Wholes))
        {
            CheckAllConcluded(place, sentence, seen, findings);
        }

        if (DisputeWords.NamesDisputes(sentence))
        {
            CheckDisputes(place, seen, findings);
        }
    }

    private static void CheckNoRequests(Place place, string sentence, HashSet<string> seen, FindingList findings)
    {
        if (NoRequests().Match(sentence) is { Success: true } none && !none.ValueSpan.HasAny(NotAboutReceipt)
            && !Rest(sentence, none.Index + none.Length).HasAny(NotAboutReceipt))
        {
            Compare(place, none, Rules.RequestsStatement, [NationalForm.Request(RequestRow.Received, ApplicantColumn.Total)], "没有收到申请", false, seen, findings);
        }
        else if ((place.InBlock || (sentence.Contains('提', StringComparison.Ordinal) && RequestWords.NamesRequests(sentence))) && NoRequestsInBlock().Match(sentence) is { Success: true } bare && !bare.ValueSpan.HasAny(NotAboutReceipt)
            && !Rest(sentence, bare.Index + bare.Length).HasAny(NotAboutReceipt))
        {
            Compare(place, bare, Rules.RequestsStatement, [NationalForm.Request(RequestRow.Received, ApplicantColumn.Total)], "没有收到申请", false, seen, findings);
        }
    }

    private static void CheckAllConcluded(Place place, string sentence, HashSet<string> seen, FindingList findings)
    {
        if (AllConcluded().Match(sentence) is { Success: true } all
            && (place.InBlock || RequestWords.NamesRequests(sentence))
            && !RequestWords.NamesForeign(Rest(sentence, sentence.LastIndexOfAny([',', ';'], all.Index) + 1))
            && !place.Paragraph.HasAny(StillOpen))
        {
            var doubtful = all.Groups["verb"].ValueSpan.Contains("答复", StringComparison.Ordinal) || all.Groups["verb"].ValueSpan.Contains("回复", StringComparison.Ordinal)
                || all.Value.Contains('率', StringComparison.Ordinal);
            Compare(place, all, Rules.RequestsStatement, [NationalForm.Request(RequestRow.CarriedOut, ApplicantColumn.Total)], "全部办结", doubtful, seen, findings);
        }
    }

    private static void CheckDisputes(Place place, HashSet<string> seen, FindingList findings)
    {
        foreach (var match in NoDisputes().Matches(place.Folded).Cast<Match>())
        {
            var words = match.ValueSpan;
            if (words.HasAny(NotAboutDisputes) || words.ContainsAnyInRange('0', '9'))
            {
                continue;
            }

            var after = words.Has("复议后");
            if (words.Has("复议") && !after)
            {
                Compare(place, match, Rules.DisputesStatement, [NationalForm.Dispute(DisputeGroup.Reconsideration, DisputeResult.Total)], "没有发生行政复议", false, seen, findings);
            }

            if (words.Has("诉讼") || words.Has("起诉"))
            {
                FigureAddress[] litigation =
                    [NationalForm.Dispute(DisputeGroup.LitigationDirect, DisputeResult.Total), NationalForm.Dispute(DisputeGroup.LitigationAfterReconsideration, DisputeResult.Total)];
                Compare(place, match, Rules.DisputesStatement, after ? litigation[1..] : litigation, "没有发生行政诉讼", false, seen, findings);
            }
        }
    }

    private static void Compare(
        Place place, Match match, Rule rule, FigureAddress[] addresses, string what, bool doubtful, HashSet<string> seen, FindingList findings)
    {
        foreach (var address in addresses)
        {
            if (place.Report.Figures[address].ValueOrNull is > 0 and var value && seen.Add(address.ToString() + what))
            {
                var shown = place.Words(match);
                findings.Add(
                    rule,
                    $"第{"一二三四五六"[place.Section - 1]}部分写“{shown}”（{what}），而{address.Figure.Description}是 {Figure.Format(value)}，{(doubtful ? "请核对" : "应当一致")}。",
                    [address],
                    place.Section,
                    "0",
                    Figure.Format(value),
                    doubtful);
            }
        }
    }

    private static ReadOnlySpan<char> Rest(string sentence, int start)
    {
        var rest = sentence.AsSpan(Math.Min(Math.Max(start, 0), sentence.Length));
        var end = rest.IndexOfAny(',', ';');
        return end < 0 ? rest : rest[..end];
    }

    [GeneratedRegex(
        "(?:未曾?(?:收到|接到|接收|受理|产生|发生|出现|有|收悉)|没有(?:收到|接到|受理|发生|产生|出现)?|(?<![有将暂])无(?![法论故偿效关需须])|暂无|零)"
        + "(?<x>[^,;.0-9]{0,14}?)(?:信息公开申请|依申请公开|公开申请|申请公开|信息申请)(?!表|书|指南|渠道|专栏|制度|[^,;.]{0,6}(?:费|复议|诉讼|引))",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoRequests();

    [GeneratedRegex("(?:未曾?(?:收到|接到|受理)|没有(?:收到|接到|受理))(?:任何|公民|自然人|法人|企业|其[他它]组织|或者|[,和或及与]){0,9}[^,;.0-9]{0,18}?申请|(?:没有|无)[^;.0-9]{1,24}(?:提出|提交)[^,;.0-9]{0,6}申请", RegexOptions.CultureInvariant)]
    private static partial Regex NoRequestsInBlock();

    [GeneratedRegex(
        "(?:全部|均|都)(?:已经?|全部|在)*(?:按照?(?:期|时|规定|要求)|依法|依规|及时|如期|规定|法定|答复|时限|时间|期限|内|予以|给予|进行|妥善|规范|完成|了|已){0,6}"
        + "(?<verb>办结|办理完毕|办理完成|办毕|答复完毕|处理完毕|办理|答复|回复)(?![率质])",
        RegexOptions.CultureInvariant)]
    private static partial Regex AllConcluded();

    [GeneratedRegex(
        "(?:未曾?(?:发生|产生|出现|收到|引发|引起|涉及|有|被|因|接到)|没有(?:发生|因|被|收到|出现|产生|引发)?|(?<![有])无(?![法论故偿效关需须])|暂无|零)[^,;.0-9]{0,30}?(?:(?:举报|投诉|申诉|信访|异议|纠纷)[,及和与或]){0,3}[^,;.0-9]{0,8}?(?:复议|诉讼|起诉)(?:[^,;.0-9]{0,4}?,?(?:及|和|与|或|、|零|提起|被提起){0,2}(?:行政)?(?:诉讼|复议|起诉))?[^,;.]{0,8}",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoDisputes();

    /// <summary>A sentence and where it stands.</summary>
    private sealed class Place(AnnualReport report, Passage passage, Sentence sentence)
    {
        public AnnualReport Report => report;

        public int Section => passage.Number;

        public bool InBlock => sentence.InBlock;

        public string Folded { get; } = passage.Folded[sentence.Start..sentence.End];

        public ReadOnlySpan<char> Paragraph
        {
            get
            {
                var first = passage.Folded.AsSpan(0, sentence.Start).LastIndexOf('\n') + 1;
                var length = passage.Folded.AsSpan(sentence.End).IndexOf('\n');
                return passage.Folded.AsSpan(first..(length < 0 ? passage.Folded.Length : sentence.End + length));
            }
        }

        public string Words(Match match) => passage.Text.Substring(sentence.Start + match.Index, match.Length);
    }
}
