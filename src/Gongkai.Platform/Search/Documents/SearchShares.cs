using Gongkai.Platform.Search.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Search.Documents;

/// <summary>
/// How large a part of the documents holds the words, guessed from what the server counts of its columns, and so which way of looking is the shorter:
/// by the words, which takes longer the more documents hold them, or back from the newest until there are enough, which takes longer the fewer do.
/// The server's own guess takes letters that stand side by side for independent ones, and is wrong by a factor of twenty.
/// </summary>
/// <param name="Documents">How many documents there are.</param>
/// <param name="Words">The part that holds the words anywhere.</param>
/// <param name="Names">The part that holds them in its title or number.</param>
internal sealed record SearchShares(double Documents, double Words, double Names)
{
    // Microseconds, as measured over a million documents: a document looked at on the way back, one found by its words and sorted, one only counted by them.
    private const double Walked = 3;
    private const double Sorted = 2.2;
    private const double Counted = 0.4;

    private const double Rare = 0.001;

    public bool WalksWords(int wanted) => wanted / Math.Max(Words, Rare) * Walked < Words * Documents * Sorted;

    public bool WalksNames(int wanted) => wanted / Math.Max(Names, Rare) * Walked < Names * Documents * Sorted;

    public bool CountsWalking(int wanted) => wanted / Math.Max(Words, Rare) * Walked < Words * Documents * Counted;

    /// <param name="db">The database.</param>
    /// <param name="words">What is looked for.</param>
    /// <param name="filter">What else has to hold; one agency or one year is never come by on the way back.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<SearchShares> OfAsync(GongkaiDb db, SearchWords words, DocumentSearchFilter filter, CancellationToken cancellation)
    {
        if (filter.AgencyId is not null || filter.Year is not null || filter.Status is not null || words.Phrases.Count > 0)
        {
            return new(0, 0, 0);
        }

        var terms = words.Words.Select(word => SearchWords.TermsOf(word).ToArray()).ToArray();
        var tokens = terms.SelectMany(of => of).Select(term => term.Token).Distinct().ToArray();
        var known = await db.Database.SqlQuery<KnownShare>(
            $"""
            SELECT attname AS "Name", token AS "Token", share AS "Share",
                (SELECT greatest(reltuples, 0)::double precision FROM pg_class WHERE oid = 'search_documents'::regclass) AS "Documents"
            FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) AS elem (token, share)
            WHERE schemaname = current_schema() AND tablename = 'search_documents' AND attname IN ('words', 'names') AND token = ANY ({tokens})
            """).ToListAsync(cancellation);
        var shares = known.ToDictionary(share => (share.Name, share.Token), share => (double)share.Share);
        var among = (filter.Category is null ? 1 : 0.05) * (filter.Kind is null ? 1 : 0.1);
        return new(known.Count == 0 ? 0 : known[0].Documents, among * Share("words"), among * Share("names"));

        // The letters of one word stand together in most documents; words are taken for independent of each other.
        double Share(string column) => terms.Where(of => of.Length > 0).Aggregate(1.0, (share, of) => share * of.Min(term => Of(column, term)));

        double Of(string column, SearchTerm term) => term.IsBeginning ? 0 : shares.GetValueOrDefault((column, term.Token));
    }

    private sealed record KnownShare(string Name, string Token, float Share, double Documents);
}
