using Gongkai.Reports.Checking.Narrative.Wording;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>
/// Reads what the text says in figures. A sentence counts only when it surely speaks of that figure, of the agency's own scope and
/// of the report's year; what is probably so is kept as unsure, everything else is passed over.
/// </summary>
internal sealed class ClaimReader
{
    private static readonly WordSet Comparisons = new("同比", "环比", "较上", "比上", "较去", "比去", "相比", "增加", "增长", "减少", "下降", "上升", "多出", "少于", "增幅", "降幅", "回落", "与20", "较20", "比20");

    private static readonly string[] Empties = ["", "其中", "其余", "另有", "另", "有", "均", "剩余", "余下", "尚有", "还有", "共", "共计", "剩", "分别", "和", "及", "其中有"];

    private readonly AnnualReport report;
    private readonly ScopeReader scopes;
    private readonly ClaimSet found = new([], []);
    private readonly List<Mention> mentions = [];
    private ReadingState state;
    private bool mentionsPartly;

    private ClaimReader(AnnualReport report)
    {
        this.report = report;
        scopes = new ScopeReader(report);
    }

    public static ClaimSet Read(AnnualReport report) => Read(report, [.. report.Sections.Select(Passage.Of)]);

    internal static ClaimSet Read(AnnualReport report, IReadOnlyList<Passage> passages)
    {
        var reader = new ClaimReader(report);
        foreach (var passage in passages)
        {
            if (passage.Sentences.Count > 0)
            {
                reader.mentionsPartly |= passage.Folded.Contains("部分公开", StringComparison.Ordinal);
                reader.ReadSection(passage);
            }
        }

        return reader.found;
    }

    private void ReadSection(Passage passage)
    {
        state = new ReadingState { Section = passage.Number };
        foreach (var sentence in passage.Sentences)
        {
            if (sentence.StartsParagraph)
            {
                state.StartParagraph(passage.Number, sentence.InBlock);
            }

            ReadSentence(passage.Text.AsSpan(sentence.Start, sentence.End - sentence.Start), passage.Folded.AsSpan(sentence.Start, sentence.End - sentence.Start));
        }
    }

    private void ReadSentence(ReadOnlySpan<char> text, ReadOnlySpan<char> folded)
    {
        state.StartSentence();
        MentionScanner.Scan(folded, mentions);
        var scanned = 0;
        for (var index = 0; index < mentions.Count; index++)
        {
            var mention = mentions[index];
            var segment = folded[scanned..mention.Start];
            if (mention.Unit == MentionUnit.Percent)
            {
                ReadShare(text, segment, mention);
            }
            else
            {
                var limit = index + 1 < mentions.Count ? mentions[index + 1].Start : folded.Length;
                ReadMention(text, folded, scanned, mention, limit);
            }

            scanned = mention.End;
        }

        state.Follow(folded[scanned..]);
    }

    private void ReadMention(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, int scanned, Mention mention, int limit)
    {
        var labelStart = LabelStart(text, scanned, mention.Start);
        var label = folded[labelStart..mention.Start];
        var segment = folded[scanned..mention.Start];
        state.Time = YearReader.Of(segment, report.Year, state.Time);
        state.Scope = scopes.Of(segment, state.Scope);
        state.Follow(segment, label);
        state.LastCount = null;
        var after = Postfix(text, folded, mention.End, limit);
        if (RequestWords.BeginsWithRequests(after))
        {
            state.Follow(after);
        }

        if (label.HasAny(Comparisons) || after.StartsWith("以上") || after.StartsWith("左右") || state.Subject is Subject.Foreign or Subject.None)
        {
            return;
        }

        var meaning = MeaningOf(label, segment);
        var words = text[labelStart..mention.End];
        if (meaning.Quantity == Quantity.None && meaning.Clarity != Clarity.Part && IsEmptyLabel(label) && !after.IsEmpty && !after.HasAny(Comparisons))
        {
            meaning = MeaningOf(after, after);
            words = text[labelStart..(mention.End + after.Length)];
        }

        if (state.AfterPart && meaning.Clarity == Clarity.Sure && segment.Has("其中"))
        {
            meaning = meaning with { Clarity = Clarity.Doubtful };
        }

        state.AfterPart = meaning.Clarity == Clarity.Part
            || meaning.Quantity is Quantity.CarriedIn or (>= Quantity.Natural and <= Quantity.LegalService);
        Keep(meaning, mention, label, words, text);
    }

    private Meaning MeaningOf(ReadOnlySpan<char> label, ReadOnlySpan<char> segment)
    {
        switch (state.Subject)
        {
            case Subject.Disputes:
                if (DisputeWords.Subject(segment) is var named and not Quantity.None)
                {
                    state.Dispute = named;
                }

                return segment.Has("复议机关") ? new(Quantity.None, Clarity.Part) : DisputeWords.Of(label, state.Dispute);
            case Subject.Documents:
                return DocumentWords.Of(label);
            case Subject.Requests when (RequestWords.NamesOther(label) && !label.Has("不掌握")) || RequestWords.NamesCases(label):
                return new(Quantity.None, Clarity.Part);
            case Subject.Requests:
                var meaning = RequestWords.Of(label, report.Year);
                return meaning.Quantity == Quantity.Granted && !mentionsPartly ? meaning with { Quantity = Quantity.GrantedLoosely } : meaning;
            default:
                return Meaning.None;
        }
    }

    private void Keep(Meaning meaning, Mention mention, ReadOnlySpan<char> label, ReadOnlySpan<char> words, ReadOnlySpan<char> sentence)
    {
        var isTotal = meaning.Quantity is >= Quantity.Received and <= Quantity.Answered;
        if (meaning.Quantity == Quantity.None || meaning.Clarity == Clarity.Part)
        {
            return;
        }

        if (state.Scope == Scope.Other || (state.Scope == Scope.Whole && !scopes.IsGovernment) || state.Time != Time.Report)
        {
            state.Dropped |= isTotal;
            return;
        }

        if (isTotal && meaning.Clarity != Clarity.Extra)
        {
            state.Dropped = false;
        }
        else if (state.Dropped && !isTotal)
        {
            return;
        }

        var residue = Vocabulary.Residue(label);
        var sure = meaning.Clarity == Clarity.Sure
            && mention.Unit is MentionUnit.Case or MentionUnit.Bare
            && state.Scope is not Scope.Whole
            && !(state.Scope == Scope.Own && scopes.IsGovernment)
            && !(state.IsCarried && residue > 1)
            && residue <= 10;
        if (state.IsCarried && isTotal && residue > 3 && state.Scope != Scope.Own)
        {
            return;
        }

        JoinCarriedIn(meaning, label);
        var shown = words.Length > 40 ? words[^40..] : words;
        found.Claims.Add(new Claim(meaning.Quantity, mention.Value, shown.ToString(), sentence.ToString(), state.Section, sure)
        {
            Extra = meaning.Clarity == Clarity.Extra,
        });
        state.LastCount = mention.Value;
        state.Counts.Add(mention.Value);
    }

    /// <summary>“共收到7件（含上年结转2件）”: the seven are what was received and what was carried in.</summary>
    private void JoinCarriedIn(Meaning meaning, ReadOnlySpan<char> label)
    {
        if (meaning.Quantity == Quantity.CarriedIn && !label.Has("不含") && (label.Has("含") || label.Has("其中") || label.Has("包括"))
            && found.Claims.Count > 0 && found.Claims[^1] is { Quantity: Quantity.Received } total)
        {
            found.Claims[^1] = total with { Quantity = Quantity.ReceivedWithCarriedIn };
        }
    }

    private void ReadShare(ReadOnlySpan<char> text, ReadOnlySpan<char> segment, Mention mention)
    {
        if (state.Subject == Subject.Requests && state.LastCount is { } part && segment.Has("占") && !segment.HasAny(Comparisons) && !segment.Has("率") && segment.Length <= 24)
        {
            found.Shares.Add(new ShareClaim(part, mention.Value, mention.Decimals, [.. state.Counts], text[Math.Max(0, mention.Start - segment.Length)..mention.End].ToString(), state.Section));
        }
    }

    private static bool IsEmptyLabel(ReadOnlySpan<char> label)
    {
        foreach (var word in Empties)
        {
            if (label.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the words before a number start; a note in brackets right before it belongs to them.</summary>
    private static int LabelStart(ReadOnlySpan<char> text, int scanned, int start)
    {
        var at = start;
        if (at > scanned && text[at - 1] is '）' or ')')
        {
            var open = text[scanned..at].LastIndexOfAny('（', '(');
            at = open < 0 ? at : scanned + open;
        }

        while (at > scanned && !Passage.EndsClause(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static ReadOnlySpan<char> Postfix(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, int start, int limit)
    {
        var end = start;
        while (end < limit && !Passage.EndsClause(text[end]) && text[end] != '、')
        {
            end++;
        }

        return end == limit && limit < folded.Length ? default : folded[start..end];
    }
}
