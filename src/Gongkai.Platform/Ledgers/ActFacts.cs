using System.Globalization;
using System.Text;

namespace Gongkai.Platform.Ledgers;

/// <summary>What is entered of an act: by hand, in a row of a file, by an agency's own system.</summary>
public sealed record ActFacts
{
    public const int LongestNumber = 100;
    public const int LongestText = 300;
    private const int FirstYear = 1990;
    private const decimal Most = 100_000_000m;

    public ActKind Kind { get; init; }

    public string Number { get; init; } = "";

    public string Item { get; init; } = "";

    public string Counterpart { get; init; } = "";

    /// <summary>Whether the counterpart is a natural person, whose name is not kept; null where it was not said.</summary>
    public bool? IsPerson { get; init; }

    public DateOnly? FromOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public decimal? Amount { get; init; }

    public bool NeedsPublicity { get; init; }

    public DateOnly? PublicizedOn { get; init; }

    public long? DocumentId { get; init; }

    /// <summary>The same for whatever is one and the same act of an agency: the number as it is read, or the item and the period.</summary>
    public string Key => Number.Length > 0 ? Folded(Number) : string.Create(CultureInfo.InvariantCulture, $"{Folded(Item)}|{FromOn ?? DecidedOn:yyyyMMdd}-{DecidedOn:yyyyMMdd}");

    /// <summary>The counterpart as it is kept: who seems to be a natural person is not named.</summary>
    public string CounterpartLabel => Counterpart.Length > 0 && (IsPerson ?? LooksLikePerson(Counterpart)) ? Requests.Applicant.LabelOf(Counterpart, true) : Counterpart;

    internal static ActFacts Of(AdministrativeAct act) => new()
    {
        Kind = act.Kind, Number = act.Number, Item = act.Item, Counterpart = act.CounterpartLabel, IsPerson = false, FromOn = act.FromOn, DecidedOn = act.DecidedOn, Amount = act.Amount,
        NeedsPublicity = act.NeedsPublicity, PublicizedOn = act.PublicizedOn, DocumentId = act.DocumentId,
    };

    /// <summary>With the blanks taken off its texts.</summary>
    public ActFacts Trimmed() => this with { Number = Number.Trim(), Item = Item.Trim(), Counterpart = Counterpart.Trim(), FromOn = Kind == ActKind.Charge ? FromOn : null };

    /// <summary>What is missing or wrong, by field.</summary>
    public IEnumerable<ActFault> Faults(DateOnly today)
    {
        if (Number.Length == 0 && Kind != ActKind.Charge)
        {
            yield return new(nameof(Number), "请填决定书文号，同一文号只统计一次。");
        }

        if (Item.Length == 0)
        {
            yield return new(nameof(Item), Kind == ActKind.Charge ? "请填收费项目。" : "请填事项。");
        }

        if (Number.Length > LongestNumber || Item.Length > LongestText || Counterpart.Length > LongestText)
        {
            yield return new(nameof(Item), $"文号最多 {LongestNumber} 个字，事项和相对人最多 {LongestText} 个字，请缩短。");
        }

        if (DecidedOn is not { } day)
        {
            yield return new(nameof(DecidedOn), Kind == ActKind.Charge ? "请填收费日期或者收费期间。" : "请填决定日期。");
        }
        else if (day > today)
        {
            yield return new(nameof(DecidedOn), Kind == ActKind.Charge ? "收费期间还没有结束，结束以后再登记。" : "决定日期不能晚于今天。");
        }
        else if (day.Year < FirstYear || FromOn > day)
        {
            yield return new(nameof(DecidedOn), "日期不对，请核对。");
        }

        foreach (var fault in AmountAndPublicity(today))
        {
            yield return fault;
        }
    }

    /// <summary>What differs from another version of it, in words; empty where nothing does.</summary>
    public string Differences(ActFacts other)
    {
        var differences = new List<string>();
        Add("文号", Number, other.Number);
        Add("事项", Item, other.Item);
        Add("相对人", CounterpartLabel, other.CounterpartLabel);
        Add("日期", LedgerWords.Days(FromOn, DecidedOn), LedgerWords.Days(other.FromOn, other.DecidedOn));
        Add("金额", LedgerWords.Amount(Amount), LedgerWords.Amount(other.Amount));
        Add("依法应当公示", NeedsPublicity ? "是" : "否", other.NeedsPublicity ? "是" : "否");
        Add("公示日期", LedgerWords.Days(null, PublicizedOn), LedgerWords.Days(null, other.PublicizedOn));
        Add("公示的文件", DocumentId?.ToString(CultureInfo.InvariantCulture) ?? "", other.DocumentId?.ToString(CultureInfo.InvariantCulture) ?? "");
        return string.Join('；', differences);

        void Add(string name, string before, string after)
        {
            if (before != after)
            {
                differences.Add($"{name}：{(before.Length == 0 ? "空" : before)} → {(after.Length == 0 ? "空" : after)}");
            }
        }
    }

    /// <summary>As it is compared: letters in one width and case, brackets of one form, no blanks.</summary>
    internal static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(letter))
            {
                folded.Append(letter switch { '[' or '(' or '【' or '〔' => '〔', ']' or ')' or '】' or '〕' => '〕', _ => char.ToUpperInvariant(letter) });
            }
        }

        return folded.ToString();
    }

    private IEnumerable<ActFault> AmountAndPublicity(DateOnly today)
    {
        if (Kind == ActKind.Charge && Amount is null)
        {
            yield return new(nameof(Amount), "请填收费金额，单位是万元。");
        }
        else if (Amount is < 0 or > Most)
        {
            yield return new(nameof(Amount), "金额不对，请核对单位是不是万元。");
        }

        if (PublicizedOn > today || PublicizedOn < DecidedOn)
        {
            yield return new(nameof(PublicizedOn), "公示日期要在决定之后、今天以前，请核对。");
        }
    }

    private static bool LooksLikePerson(string name) =>
        name.Length is >= 2 and <= 4 && name.All(letter => letter is >= '\u4e00' and <= '\u9fff' or '·' or '*') && !"店厂社部院校站队会所馆场铺行坊局村镇乡县办".Contains(name[^1], StringComparison.Ordinal)
            && !name.EndsWith("公司", StringComparison.Ordinal) && !name.EndsWith("中心", StringComparison.Ordinal);
}

/// <summary>What is missing or wrong in the facts of an act.</summary>
public sealed record ActFault(string Field, string Message);
