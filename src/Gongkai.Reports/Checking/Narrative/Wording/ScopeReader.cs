using Gongkai.Reports.Checking.Documents;

namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>Whose figures a sentence speaks of.</summary>
internal enum Scope
{
    /// <summary>Nothing is said: the agency's own.</summary>
    Unsaid,

    /// <summary>本机关, 我局, 全镇 of a town, the agency's name.</summary>
    Own,

    /// <summary>全县, 各部门: more than the agency itself, unless the report is the whole government's.</summary>
    Whole,

    /// <summary>Another agency.</summary>
    Other,
}

/// <summary>Finds in a sentence whose figures it speaks of, seen from one agency.</summary>
internal sealed class ScopeReader
{
    private const string OfficeEndings = "局委厅办室会院所站队镇乡道府部";

    private static readonly WordSet Wholes = new("全县", "全市", "全区", "全省", "全州", "全旗", "全盟", "全系统", "各单位", "各部门", "各级", "各乡镇", "各镇", "各局", "各县", "各委办局", "所属");

    private static readonly WordSet TownWholes = new("全镇", "全乡", "全街道", "镇级", "乡级");

    private static readonly WordSet Owns = new("本机关", "本单位", "我单位", "我机关", "本级", "我局", "本局", "我委", "我办", "我镇", "我乡", "我街道", "我厅", "我处", "我中心", "本镇", "本乡", "本街道");

    private static readonly WordSet Verbs = new("共", "累计", "全年", "今年", "本年", "新收", "收到", "接到", "接收", "受理", "办理", "办结", "答复", "20");

    // Ordinary words that end like an office.
    private static readonly string[] NoOffices = ["全部", "渠道", "社会", "督办", "转办", "交办", "承办", "经办", "主办", "内部", "窗口办", "场所", "报道", "街道内"];

    private readonly string agency;
    private readonly string core;
    private readonly string signatory;

    public ScopeReader(AnnualReport report)
    {
        agency = Folding.Fold((report.Agency ?? "").Replace(" ", "", StringComparison.Ordinal));
        signatory = Folding.Fold((report.Signatory ?? "").Replace(" ", "", StringComparison.Ordinal));
        core = AgencyName.Core(agency);
        IsGovernment = agency.Length == 0 || AgencyName.IsWholeGovernment(agency);
    }

    /// <summary>Whether the report may be that of a whole government, whose tables sum many agencies.</summary>
    public bool IsGovernment { get; }

    public Scope Of(ReadOnlySpan<char> text, Scope before)
    {
        if (text.HasAny(Owns) || text.HasAny(TownWholes))
        {
            return Scope.Own;
        }

        if (text.HasAny(Wholes))
        {
            return Scope.Whole;
        }

        var subject = SubjectOf(text);
        if (subject.Length < 2 || OfficeEndings.IndexOf(subject[^1], StringComparison.Ordinal) < 0 || EndsWithWord(subject))
        {
            return before;
        }

        if (subject.EndsWith("部门"))
        {
            return Scope.Whole;
        }

        return IsOwn(subject) ? Scope.Own : Scope.Other;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> subject)
    {
        foreach (var word in NoOffices)
        {
            if (subject.EndsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsOwn(ReadOnlySpan<char> subject) =>
        agency.Length == 0
        || subject.Has(core)
        || AgencyName.IsWithin(subject, agency)
        || AgencyName.IsWithin(subject, signatory)
        || AgencyName.IsWithin(AgencyName.LocalName(AgencyName.Core(subject.ToString())), agency)
        || StartsWithOwn(subject);

    /// <summary>县政府办公室代表县政府: the office that acts is named first.</summary>
    private bool StartsWithOwn(ReadOnlySpan<char> subject)
    {
        for (var end = 3; end < subject.Length; end++)
        {
            if (OfficeEndings.Contains(subject[end - 1], StringComparison.Ordinal) && AgencyName.IsWithin(subject[..end], agency))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What stands before the first verb of the last clause, where that could be an agency.</summary>
    private static ReadOnlySpan<char> SubjectOf(ReadOnlySpan<char> text)
    {
        var clause = text[(text.LastIndexOfAny(",;(:") + 1)..];
        var end = Verbs.IndexIn(clause);
        return end <= 0 ? default : clause[..end].TrimStart("其中由及和年度0123456789");
    }
}
