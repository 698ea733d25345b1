using Gongkai.Reports.Checking.Narrative.Wording;

namespace Gongkai.Reports.Checking.Narrative;

/// <summary>What a paragraph is speaking of at some place.</summary>
internal enum Subject
{
    None,
    Requests,
    Disputes,
    Documents,
    Foreign,
}

/// <summary>What the reader of a section remembers from one figure to the next.</summary>
internal struct ReadingState
{
    private bool inBlock;
    private bool disclosure;

    public ReadingState()
    {
    }

    public int Section { get; set; }

    public Subject Subject { get; private set; }

    /// <summary>Whether the subject was named in an earlier sentence only, or not at all.</summary>
    public bool IsCarried { get; private set; }

    public Quantity Dispute { get; set; } = Quantity.Disputes;

    public Scope Scope { get; set; }

    public Time Time { get; set; }

    /// <summary>Whether the last total was of another scope or year, so that what follows it is, too.</summary>
    public bool Dropped { get; set; }

    /// <summary>Whether the figure right before counts some of the requests only, so that 其中 may speak of these.</summary>
    public bool AfterPart { get; set; }

    /// <summary>The figure right before, where it was understood.</summary>
    public decimal? LastCount { get; set; }

    /// <summary>The figures of the paragraph that were understood.</summary>
    public List<decimal> Counts { get; } = [];

    public void StartParagraph(int section, bool isRequestBlock)
    {
        inBlock = isRequestBlock;
        disclosure = isRequestBlock || section == 4;
        Subject = Default;
        IsCarried = true;
        Dropped = false;
        Scope = Scope.Unsaid;
        Counts.Clear();
    }

    public void StartSentence()
    {
        if (Subject is Subject.Foreign or Subject.None)
        {
            Subject = Default;
        }

        IsCarried = true;
        Time = Time.Report;
        LastCount = null;
        AfterPart = false;
    }

    /// <summary>Takes the subject from the words between figures.</summary>
    public void Follow(ReadOnlySpan<char> segment, ReadOnlySpan<char> label = default)
    {
        var clause = label.IsEmpty ? segment : label;
        disclosure = disclosure || segment.Has("信息公开") || segment.Has("依申请");
        if (Section != 2 && DocumentWords.NamesDocuments(clause))
        {
            Turn(Section == 1 ? Subject.Documents : Subject.Foreign);
        }
        else if (DisputeWords.NamesDisputes(clause))
        {
            Turn(disclosure ? Subject.Disputes : Subject.Foreign);
        }
        else if (RequestWords.NamesRequests(clause))
        {
            Turn(Subject.Requests);
        }
        else if (RequestWords.NamesForeign(clause))
        {
            Turn(Subject.Foreign);
        }
        else if (Subject != Subject.Requests && RequestWords.NamesRequests(segment))
        {
            Turn(Subject.Requests);
        }
        else if (Subject == Subject.Requests && RequestWords.NamesRequests(segment))
        {
            IsCarried = false;
        }
        else if (inBlock && clause.Has("申请"))
        {
            Turn(Subject.Requests);
        }
    }

    private readonly Subject Default => Section == 4 ? Subject.Disputes : inBlock ? Subject.Requests : Subject.None;

    private void Turn(Subject subject)
    {
        Subject = subject;
        IsCarried = false;
    }
}
