using System.Text;
using Gongkai.Platform.Publishing.Public;
using Gongkai.Platform.Search.Texts;
using Gongkai.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Platform.Search.Documents;

/// <summary>您要找的是不是: a word of titles and of agencies that is nearly what was typed. Asked only where nothing was found.</summary>
public sealed class SearchCorrection(GongkaiDb db, TimeProvider time)
{
    private const int MostWords = 4;
    private const int LongestWord = 20;
    private const int TitlesOfAToken = 40;

    /// <summary>The query with the words that are nowhere put right; null where there is nothing to put right.</summary>
    public async Task<string?> OfAsync(SearchWords words, CancellationToken cancellation)
    {
        if (words.Words.Count is 0 or > MostWords)
        {
            return null;
        }

        var agencies = await db.Agencies.AsNoTracking().Where(agency => agency.ValidTo == null).Select(agency => agency.Name).ToListAsync(cancellation);
        var corrected = new List<string>();
        var isCorrected = false;
        foreach (var word in words.Words)
        {
            var better = agencies.Exists(name => name.Contains(word, StringComparison.OrdinalIgnoreCase)) ? null : await NearestAsync(word, agencies, cancellation);
            corrected.Add(better ?? word);
            isCorrected |= better is not null;
        }

        return isCorrected ? string.Join(' ', corrected) : null;
    }

    private async Task<string?> NearestAsync(string word, List<string> agencies, CancellationToken cancellation)
    {
        var letters = SearchLetters.Fold(word);
        var tokens = SearchTokens.Asked(letters).Where(term => !term.IsBeginning).Select(term => term.ToString()).Concat(SearchTokens.Gaps(letters).Select(SearchVector.Quoted)).Distinct().ToArray();
        if (letters.Length is < 3 or > LongestWord || tokens.Length == 0)
        {
            return null;
        }

        var near = db.Database.SqlQuery<NearTitle>(
            $"""
            SELECT DISTINCT found.document_id AS "DocumentId", found.title AS "Title" FROM unnest({tokens}) AS token,
                LATERAL (SELECT document_id, title FROM search_documents WHERE names @@ token::tsquery LIMIT {TitlesOfAToken}) AS found
            """);
        var titles = await (
            from title in near
            join publication in db.PublicPublications(time.Today()) on title.DocumentId equals publication.DocumentId
            select title.Title).ToListAsync(cancellation);
        return Nearest(letters, titles.Concat(agencies));
    }

    /// <summary>The piece of the texts that is the fewest letters away from the word, of those the one that stands in the most texts; null where it is further than a slip, or where the word itself is there.</summary>
    internal static string? Nearest(string word, IEnumerable<string> texts)
    {
        var most = word.Length <= 4 ? 1 : 2;
        var counts = new Dictionary<string, (int Distance, int Count)>(StringComparer.Ordinal);
        foreach (var text in texts.Select(SearchLetters.Fold))
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return null;
            }

            foreach (var piece in Pieces(text, word.Length))
            {
                var distance = counts.TryGetValue(piece, out var known) ? known.Distance : Distance(word, piece);
                if (distance <= most)
                {
                    counts[piece] = (distance, known.Count + 1);
                }
            }
        }

        return counts.Count == 0 ? null : counts.OrderBy(piece => piece.Value.Distance).ThenByDescending(piece => piece.Value.Count).ThenBy(piece => Math.Abs(piece.Key.Length - word.Length)).ThenBy(piece => piece.Key, StringComparer.Ordinal).First().Key;
    }

    private static IEnumerable<string> Pieces(string text, int length)
    {
        for (var size = Math.Max(2, length - 1); size <= length + 1; size++)
        {
            for (var start = 0; start + size <= text.Length; start++)
            {
                var piece = text.Substring(start, size);
                if (piece.EnumerateRunes().All(Rune.IsLetterOrDigit))
                {
                    yield return piece;
                }
            }
        }
    }

    /// <summary>How many letters have to be changed, added, left out or swapped with the next.</summary>
    internal static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            for (var column = 0; column <= to.Length; column++)
            {
                rows[row, column] = row == 0 || column == 0 ? row + column : Step(row, column);
            }
        }

        return rows[from.Length, to.Length];

        int Step(int row, int column)
        {
            var same = from[row - 1] == to[column - 1] ? 0 : 1;
            var least = Math.Min(Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1, rows[row - 1, column - 1] + same);
            var isSwapped = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
            return isSwapped ? Math.Min(least, rows[row - 2, column - 2] + 1) : least;
        }
    }

    private sealed record NearTitle(long DocumentId, string Title);
}
