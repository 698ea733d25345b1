using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gongkai.Platform.Screening.Texts;
using Gongkai.Platform.Screening.Texts.Words;
using Gongkai.Testing.Screening;

namespace Gongkai.Bench.Platform;

/// <summary>How well the screening does over the labelled texts, and how long a document of ten pages takes.</summary>
internal static class ScreeningRun
{
    private const int Rounds = 25;
    private const int LettersOfTenPages = 10 * 28 * 22;

    public static void Run()
    {
        var texts = LabelledText.All;
        var (scores, mistakes) = ScreeningScore.Measure(texts, WordBook.BuiltIn);
        Console.WriteLine($"{texts.Count(text => text.Expected.Count > 0)} texts with {texts.Sum(text => text.Expected.Count)} hits to be found, {texts.Count(text => text.Expected.Count == 0)} without");
        Console.WriteLine("family      found  missed  wrong  precision  recall");
        foreach (var score in scores)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{score.Family,-10} {score.Found,6} {score.Missed,7} {score.Wrong,6} {score.Precision,10:0.000} {score.Recall,7:0.000}"));
        }

        foreach (var mistake in mistakes)
        {
            Console.WriteLine(mistake);
        }

        var document = TenPages(texts);
        var hits = TextScreening.Of(document, WordBook.BuiltIn).Count;
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            TextScreening.Of(document, WordBook.BuiltIn);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        var made = Stopwatch.GetTimestamp();
        _ = new WordBook(WordTable.BuiltIn);
        var loading = Stopwatch.GetElapsedTime(made).TotalMilliseconds;
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a document of ten pages with {hits} hits: {times[Rounds / 2]:0.0} ms, the slowest {times[^1]:0.0} ms (target 200 ms); making the matcher of {WordBook.BuiltIn.Count} words: {loading:0.0} ms"));
    }

    /// <summary>All labelled texts after each other, until there are as many letters as ten pages hold, and some tables.</summary>
    private static ScreenedDocument TenPages(IReadOnlyList<LabelledText> texts)
    {
        var body = new StringBuilder();
        for (var index = 0; Letters(body) < LettersOfTenPages; index++)
        {
            body.Append(texts[index % texts.Count].Document.BodyHtml);
        }

        return LabelledText.Complete(body.ToString());
    }

    private static int Letters(StringBuilder html)
    {
        var (letters, isInTag) = (0, false);
        foreach (var chunk in html.GetChunks())
        {
            foreach (var letter in chunk.Span)
            {
                isInTag = letter == '<' || (isInTag && letter != '>');
                letters += isInTag || letter == '>' ? 0 : 1;
            }
        }

        return letters;
    }
}
