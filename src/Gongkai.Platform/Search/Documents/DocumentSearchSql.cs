namespace Gongkai.Platform.Search.Documents;

/// <summary>The questions to the words of documents. What may be shown of the answers is asked of the one policy for what is public, by whoever asks these.</summary>
internal static class DocumentSearchSql
{
    /// <summary>More are not counted, and more are not looked at for their order.</summary>
    public const int MostCounted = 2_000;

    public const int MostShown = 600;

    public const int MostRanked = MostShown / 2;

    private const string Status = """
        CASE WHEN s.repealed_on <= @q_today AND NOT coalesce(s.expires_on < s.repealed_on, false) THEN 'Repealed' WHEN s.expires_on < @q_today THEN 'Expired'
            WHEN s.effective_on > @q_today THEN 'NotYetInForce' WHEN s.amended_on <= @q_today THEN 'Amended' ELSE 'InForce' END
        """;

    // As SearchLetters folds what is looked for. The short text comes first: most phrases are found in it, and the long ones are not fetched.
    private const string FoldedOpen = "translate(lower(";

    private const string FoldedClose = "), '（），：；！？％＋－．／［］', '(),:;!?%+-./[]')";

    private const string Filters = $"""
            AND (s.shown_until IS NULL OR s.shown_until >= @q_today)
            AND (@q_agency IS NULL OR s.agency_id = @q_agency) AND (@q_category IS NULL OR s.category = @q_category) AND (@q_kind IS NULL OR s.kind = @q_kind) AND (@q_year IS NULL OR s.year = @q_year)
            AND (@q_status IS NULL OR (s.kind = ANY (@q_ruled) AND {Status} = @q_status))
            AND (cardinality(@q_phrases) = 0 OR NOT EXISTS (
                SELECT FROM unnest(@q_phrases) AS phrase
                WHERE strpos({FoldedOpen}s.title{FoldedClose}, phrase) = 0 AND strpos({FoldedOpen}s.text{FoldedClose}, phrase) = 0 AND strpos({FoldedOpen}s.attachments{FoldedClose}, phrase) = 0))
        """;

    /// <summary>Documents that hold the words: the newest where one goes back from them, any otherwise.</summary>
    public static string Found(bool walks) => $"""SELECT s.document_id AS "DocumentId" FROM search_documents AS s WHERE {Holding("words", walks)} {(walks ? Walked : "")} LIMIT {MostCounted + 1}""";

    /// <summary>The newest that hold the words.</summary>
    public static string Newest(bool walks) => $"""SELECT s.document_id AS "DocumentId", 0::real AS "Rank" FROM search_documents AS s WHERE {Holding("words", walks)} {(walks ? Walked : Sorted)} LIMIT {MostShown}""";

    /// <summary>
    /// The newest of those that have the words in their title and the newest of all, by their words and weights. New ones stand before old ones, those in force before those that are not,
    /// and those that have the words as they were written before those that have only the parts of them.
    /// </summary>
    public static string Ranked(bool walksNames, bool walksWords) => $"""
        {RankedOf}
        WHERE s.document_id IN (
            (SELECT s.document_id FROM search_documents AS s WHERE {Holding("names", walksNames)} {(walksNames ? Walked : Sorted)} LIMIT {MostRanked})
            UNION
            (SELECT s.document_id FROM search_documents AS s WHERE {Holding("words", walksWords)} {(walksWords ? Walked : Sorted)} LIMIT {MostRanked}))
        """;

    // The function in the place of its operator keeps the server from the index of the words.
    private static string Holding(string column, bool walks) => (walks ? $"ts_match_vq(s.{column}, @q_terms::tsquery)" : $"s.{column} @@ @q_terms::tsquery") + Filters;

    // An order that is no index's keeps the server from going back from the newest.
    private const string Sorted = "ORDER BY (s.published_at + interval '0') DESC, s.document_id DESC";

    private const string Walked = "ORDER BY s.published_at DESC, s.document_id DESC";

    private const string RankedOf = """
        SELECT s.document_id AS "DocumentId", (
            ts_rank(ARRAY[0.05, 0.2, 0.45, 1]::real[], s.words, @q_terms::tsquery)
            / (1 + 0.12 * greatest(0, extract(epoch FROM @q_now - s.published_at) / 31557600))
            * CASE WHEN s.repealed_on <= @q_today OR s.expires_on < @q_today THEN 0.25 ELSE 1 END
            * CASE WHEN NOT EXISTS (SELECT FROM unnest(@q_folded) AS word WHERE strpos(lower(s.title), word) = 0) THEN 4
                WHEN NOT EXISTS (SELECT FROM unnest(@q_folded) AS word WHERE strpos(lower(s.title), word) = 0 AND strpos(lower(s.text), word) = 0) THEN 1 ELSE 0.4 END)::real AS "Rank"
        FROM search_documents AS s
        """;
}
