namespace Gongkai.Law.Requests;

/// <summary>Which remedy a paper has to name (《行政复议法》第二十条、第二十三条，《行政诉讼法》第四十五条、第四十六条).</summary>
public enum RemedyClass
{
    /// <summary>Reconsideration has to come first: 不予公开 under articles 14 to 16, and silence.</summary>
    ReconsiderationFirst,

    /// <summary>Reconsideration within 60 days or suit within six months, as the applicant chooses.</summary>
    Either,

    /// <summary>Both in one paper: reconsideration first for what is withheld, either for the rest.</summary>
    Divided,

    /// <summary>None: the paper is a step of the procedure (国办函〔2021〕132号第三条).</summary>
    None,
}
