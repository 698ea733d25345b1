namespace Gongkai.Reports.Checking.Narrative.Wording;

/// <summary>Reads labels of what became of requests.</summary>
internal static class OutcomeWords
{
    // A longer label gives a reason, and so counts a part of the group only.
    private const int LongestPlain = 3;

    private static readonly (string Words, Quantity Quantity)[] Rows =
    [
        ("国家秘密", Quantity.StateSecret),
        ("第三方合法权益", Quantity.ThirdPartyRights),
        ("内部事务", Quantity.InternalAffairs),
        ("过程性", Quantity.ProcessInformation),
        ("执法案卷", Quantity.EnforcementFile),
        ("行政查询", Quantity.AdministrativeInquiry),
        ("不掌握", Quantity.NotHeld),
        ("没有现成", Quantity.NeedsCreation),
        ("另行制作", Quantity.NeedsCreation),
        ("信访举报投诉类", Quantity.Petition),
        ("重复申请", Quantity.Repeated),
    ];

    public static Meaning Of(ReadOnlySpan<char> label)
    {
        var (quantity, groups) = Group(label);
        foreach (var (words, row) in Rows)
        {
            if (label.Has(words))
            {
                // 因…等原因无法提供 speaks of the group, with one row as its example.
                return label.Has("等") && quantity != Quantity.None ? new(quantity, Clarity.Doubtful) : new(row, Clarity.Doubtful);
            }
        }

        return groups switch
        {
            0 => Meaning.None,
            1 => new(quantity, Vocabulary.Residue(label) > LongestPlain ? Clarity.Doubtful : Clarity.Sure),
            2 when label.Has("部分公开") && HasGranted(label) => new(Quantity.GrantedOrPartly, label.Has("各") ? Clarity.Part : Clarity.Sure),
            _ => new(quantity, Clarity.Part),
        };
    }

    private static (Quantity Quantity, int Count) Group(ReadOnlySpan<char> label)
    {
        var (quantity, count) = (Quantity.None, 0);
        Add(label.Has("不予公开") || label.Has("不同意公开") || label.Has("决定不公开"), Quantity.Withheld);
        Add(label.Has("部分公开"), Quantity.PartlyGranted);
        Add(HasGranted(label), Quantity.Granted);
        Add(label.Has("无法提供"), Quantity.Unavailable);
        Add(label.Has("不予处理"), Quantity.NotProcessed);
        Add(label.Has("其他处理") || label.Has("其它处理"), Quantity.Otherwise);
        return (quantity, count);

        void Add(bool found, Quantity outcome)
        {
            if (found)
            {
                quantity = outcome;
                count++;
            }
        }
    }

    private static bool HasGranted(ReadOnlySpan<char> label)
    {
        var at = label.IndexOf("予以公开");
        return (at >= 0 && (at == 0 || label[at - 1] != '不')) || (label.Has("同意公开") && !label.Has("不同意"));
    }
}
