using System.Globalization;
using System.Text;

namespace Gongkai.Platform.Search.Texts;

/// <summary>Gathers the tokens of a document with their places and weights into what PostgreSQL keeps: A title and number, B issuer, keywords, topic and summary, C text, D attachments.</summary>
public sealed class SearchVector
{
    private const int LastPlace = 16_383;
    private const int MostPlaces = 4;

    // PostgreSQL keeps less than a megabyte of letters in one.
    private const int MostBytes = 800_000;

    private readonly Dictionary<string, List<(int Place, char Weight)>> tokens = new(StringComparer.Ordinal);
    private int place;
    private int bytes;

    public SearchVector Add(IEnumerable<string> added, char weight)
    {
        foreach (var token in added)
        {
            place = Math.Min(LastPlace, place + 1);
            if (!tokens.TryGetValue(token, out var places))
            {
                bytes += Encoding.UTF8.GetByteCount(token);
                if (bytes > MostBytes)
                {
                    break;
                }

                tokens[token] = places = [];
            }

            if (places.Count < MostPlaces && (places.Count == 0 || places[^1].Place < place))
            {
                places.Add((place, weight));
            }
        }

        place = Math.Min(LastPlace, place + 2);
        return this;
    }

    /// <summary>As PostgreSQL reads a tsvector.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (token, places) in tokens)
        {
            text.Append(text.Length == 0 ? "" : " ").Append(Quoted(token));
            for (var index = 0; index < places.Count; index++)
            {
                text.Append(index == 0 ? ':' : ',').Append(places[index].Place.ToString(CultureInfo.InvariantCulture)).Append(places[index].Weight);
            }
        }

        return text.ToString();
    }

    internal static string Quoted(string token) => $"'{token.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";
}
