using System.Buffers;
using Gongkai.Reports.Form;

namespace Gongkai.Reports.Reading.Recognition;

/// <summary>The words of the form's rows and columns, found in folded letters without punctuation.</summary>
internal static class LabelText
{
    /// <summary>More letters than any label has.</summary>
    public const int MostLetters = 256;

    private static readonly (RequestRow Row, string Letters)[] Rows =
    [
        (RequestRow.Received, "本年新收政府信息公开申请数量"),
        (RequestRow.CarriedIn, "上年结转政府信息公开申请数量"),
        (RequestRow.Granted, "予以公开"),
        (RequestRow.PartlyGranted, "部分公开"),
        (RequestRow.StateSecret, "属于国家秘密"),
        (RequestRow.ProhibitedByLaw, "其他法律行政法规禁止公开"),
        (RequestRow.SecurityAndStability, "危及三安全一稳定"),
        (RequestRow.ThirdPartyRights, "保护第三方合法权益"),
        (RequestRow.InternalAffairs, "属于三类内部事务信息"),
        (RequestRow.ProcessInformation, "属于四类过程性信息"),
        (RequestRow.EnforcementFile, "属于行政执法案卷"),
        (RequestRow.AdministrativeInquiry, "属于行政查询事项"),
        (RequestRow.NotHeld, "本机关不掌握相关政府信息"),
        (RequestRow.NeedsCreation, "没有现成信息需要另行制作"),
        (RequestRow.StillUnclear, "补正后申请内容仍不明确"),
        (RequestRow.Petition, "信访举报投诉类申请"),
        (RequestRow.Repeated, "重复申请"),
        (RequestRow.Publication, "要求提供公开出版物"),
        (RequestRow.Excessive, "无正当理由大量反复申请"),
        (RequestRow.Reissue, "要求行政机关确认或重新出具已获取信息"),
        (RequestRow.OtherwiseWhole, "其他处理"),
        (RequestRow.ClarificationOverdue, "申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请"),
        (RequestRow.FeeOverdue, "申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请"),
        (RequestRow.CarriedOut, "结转下年度继续办理"),
    ];

    private static readonly (ApplicantColumn Column, string Letters)[] ApplicantColumns =
    [
        (ApplicantColumn.Natural, "自然人"),
        (ApplicantColumn.Commercial, "商业企业"),
        (ApplicantColumn.Research, "科研机构"),
        (ApplicantColumn.PublicWelfare, "社会公益组织"),
        (ApplicantColumn.LegalService, "法律服务机构"),
    ];

    private static readonly string[] HeaderWords = ["申请人情况", "法人或其他组织", "勾稽关系"];

    // One letter of each of the words above that few other labels have.
    private static readonly SearchValues<char> ColumnLetters = SearchValues.Create("然商研益服");
    private static readonly SearchValues<char> HeaderLetters = SearchValues.Create("况或稽");

    /// <summary>Whether a folded character counts when labels are compared.</summary>
    public static bool IsLetter(char folded) => folded is (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>The counting letters of a text, without numbering and notes, as many as the buffer holds.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Where the letters are put.</param>
    public static ReadOnlySpan<char> Letters(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        var depth = 0;
        foreach (var raw in SkipNumbering(text))
        {
            var character = Folding.Fold(raw);
            if (!IsLetter(character))
            {
                depth += character is '(' or '[' ? 1 : character is ')' or ']' ? -1 : 0;
            }
            else if (depth <= 0 && length < buffer.Length)
            {
                buffer[length++] = character;
            }
        }

        return buffer[..length];
    }

    /// <summary>The text without a numbering in front: <c>一、</c>, <c>1.</c>, <c>(三)</c>.</summary>
    public static ReadOnlySpan<char> SkipNumbering(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && !IsLetter(text[at]) && (char.IsWhiteSpace(text[at]) || Folding.Fold(text[at]) == ' '))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && at - start < 4 && IsNumeral(Folding.Fold(text[at])))
        {
            at++;
        }

        return at > start && at < text.Length && Folding.Fold(text[at]) is ',' or '.' or ':' or ')' ? text[(at + 1)..] : text[start..];
    }

    /// <summary>The row of table three whose label ends these letters, for every label that is sure to be a row's.</summary>
    public static RequestRow? RowAtEnd(ReadOnlySpan<char> letters)
    {
        if (letters.Length < 4)
        {
            return null;
        }

        return letters[^1] switch
        {
            '量' => letters.EndsWith("结转政府信息公开申请数量") ? RequestRow.CarriedIn
                : letters.EndsWith("新收政府信息公开申请数量") ? RequestRow.Received : null,
            '开' => letters.EndsWith("禁止公开") ? RequestRow.ProhibitedByLaw
                : letters.EndsWith("予以公开") ? RequestRow.Granted
                : letters.EndsWith("部分公开") ? RequestRow.PartlyGranted : null,
            '形' => letters.EndsWith("不计其他情形") ? RequestRow.PartlyGranted : null,
            '密' => letters.EndsWith("国家秘密") ? RequestRow.StateSecret : null,
            '定' => letters.EndsWith("三安全一稳定") ? RequestRow.SecurityAndStability : null,
            '益' => letters.EndsWith("第三方合法权益") ? RequestRow.ThirdPartyRights : null,
            '卷' => letters.EndsWith("行政执法案卷") ? RequestRow.EnforcementFile : null,
            '项' => letters.EndsWith("行政查询事项") ? RequestRow.AdministrativeInquiry : null,
            '作' => letters.EndsWith("需要另行制作") ? RequestRow.NeedsCreation : null,
            '确' => letters.EndsWith("内容仍不明确") ? RequestRow.StillUnclear : null,
            '物' => letters.EndsWith("公开出版物") ? RequestRow.Publication : null,
            '息' => InformationRow(letters),
            '请' => ApplicationRow(letters),
            '正' => letters.EndsWith("逾期不补正") ? RequestRow.ClarificationOverdue : null,
            '用' => letters.EndsWith("要求缴纳费用") ? RequestRow.FeeOverdue : null,
            '理' => letters.EndsWith("下年度继续办理") ? RequestRow.CarriedOut
                : letters.EndsWith("其他处理") ? RequestRow.OtherwiseWhole : null,
            _ => null,
        };
    }

    /// <summary>
    /// The one row whose label these letters nearly are: a slip of a letter or two, or a label with words before or after it.
    /// Null where none or more than one is near.
    /// </summary>
    public static RequestRow? RowNear(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < 4 or > 60)
        {
            return null;
        }

        RequestRow? found = null;
        var best = int.MaxValue;
        var tied = false;
        foreach (var (row, label) in Rows)
        {
            var most = Math.Max(1, label.Length / 5);
            if (Math.Abs(label.Length - letters.Length) > most)
            {
                continue;
            }

            var distance = Distance(letters, label, most);
            if (distance > most || (label.Length <= 4 && distance > 0 && !SharesHalf(letters, label)))
            {
                continue;
            }

            tied = distance == best;
            if (distance < best)
            {
                (best, found) = (distance, row);
            }
        }

        return tied ? null : found ?? RowWithin(letters);
    }

    /// <summary>The row whose label begins with these letters and goes on, with the letters that are still to come; null where it is not the only one.</summary>
    public static (RequestRow Row, string Remainder)? RowBegun(ReadOnlySpan<char> letters)
    {
        (RequestRow, string)? found = null;
        foreach (var (row, label) in Rows)
        {
            for (var length = Math.Min(label.Length - 1, letters.Length); length >= 4; length--)
            {
                if (letters.EndsWith(label.AsSpan(0, length)))
                {
                    if (found is not null)
                    {
                        return null;
                    }

                    found = (row, label[length..]);
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>The column of table three that a header cell names, where no other word can be meant; 其他 and 总计 are told apart by their neighbours.</summary>
    public static ApplicantColumn? Column(ReadOnlySpan<char> letters)
    {
        if (letters.Length is < 2 or > 20 || letters.IndexOfAny(ColumnLetters) < 0)
        {
            return null;
        }

        foreach (var (column, label) in ApplicantColumns)
        {
            if (letters.IndexOf(label) >= 0)
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>Whether the letters are a word of table three's header that names no column.</summary>
    public static bool IsHeaderWord(ReadOnlySpan<char> letters)
    {
        if (letters.IndexOfAny(HeaderLetters) < 0)
        {
            return false;
        }

        foreach (var word in HeaderWords)
        {
            if (letters.Length <= word.Length + 30 && letters.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the letters are these words but for one letter.</summary>
    public static bool IsNear(ReadOnlySpan<char> letters, ReadOnlySpan<char> words)
    {
        if (words.Length < 4 || Math.Abs(words.Length - letters.Length) > 1)
        {
            return false;
        }

        SkipShared(ref letters, ref words);
        return letters.Length <= 1 && words.Length <= 1;
    }

    private static bool IsNumeral(char folded) =>
        folded is (>= '0' and <= '9') or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十';

    private static RequestRow? InformationRow(ReadOnlySpan<char> letters) =>
        letters.EndsWith("内部事务信息") ? RequestRow.InternalAffairs
        : letters.EndsWith("过程性信息") ? RequestRow.ProcessInformation
        : letters.EndsWith("不掌握相关政府信息") ? RequestRow.NotHeld
        : letters.EndsWith("出具已获取信息") ? RequestRow.Reissue : null;

    private static RequestRow? ApplicationRow(ReadOnlySpan<char> letters)
    {
        if (letters.EndsWith("不再处理其政府信息公开申请"))
        {
            var fee = letters.LastIndexOf("缴纳费用");
            var clarification = letters.LastIndexOf("不补正");
            return fee < 0 && clarification < 0 ? null
                : fee > clarification ? RequestRow.FeeOverdue : RequestRow.ClarificationOverdue;
        }

        return letters.EndsWith("重复申请") ? RequestRow.Repeated
            : letters.EndsWith("大量反复申请") ? RequestRow.Excessive
            : letters.EndsWith("举报投诉类申请") ? RequestRow.Petition : null;
    }

    private static RequestRow? RowWithin(ReadOnlySpan<char> letters)
    {
        RequestRow? found = null;
        foreach (var (row, label) in Rows)
        {
            if (label.Length < letters.Length && letters.IndexOf(label) >= 0)
            {
                if (found is not null)
                {
                    return null;
                }

                found = row;
            }
        }

        return found;
    }

    private static bool SharesHalf(ReadOnlySpan<char> letters, string label)
    {
        var shared = 0;
        foreach (var letter in letters)
        {
            shared += label.Contains(letter, StringComparison.Ordinal) ? 1 : 0;
        }

        return shared >= 3;
    }

    /// <summary>The edit distance, or more than <paramref name="most"/> where it is beyond that.</summary>
    private static int Distance(ReadOnlySpan<char> first, ReadOnlySpan<char> second, int most)
    {
        SkipShared(ref first, ref second);
        Span<int> row = stackalloc int[second.Length + 1];
        for (var column = 0; column <= second.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= first.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            var least = line;
            for (var column = 1; column <= second.Length; column++)
            {
                var above = row[column];
                var change = diagonal + (first[line - 1] == second[column - 1] ? 0 : 1);
                row[column] = Math.Min(change, Math.Min(above, row[column - 1]) + 1);
                least = Math.Min(least, row[column]);
                diagonal = above;
            }

            if (least > most)
            {
                return most + 1;
            }
        }

        return row[second.Length];
    }

    /// <summary>Leaves out the beginning and the end that both share: they never add to the distance.</summary>
    private static void SkipShared(ref ReadOnlySpan<char> first, ref ReadOnlySpan<char> second)
    {
        var start = first.CommonPrefixLength(second);
        first = first[start..];
        second = second[start..];
        while (!first.IsEmpty && !second.IsEmpty && first[^1] == second[^1])
        {
            first = first[..^1];
            second = second[..^1];
        }
    }
}
