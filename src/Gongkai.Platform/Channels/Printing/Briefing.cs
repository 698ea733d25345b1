using Gongkai.Platform.Publishing;
using Gongkai.Platform.Publishing.Texts;
using Gongkai.Platform.Storage;
using Gongkai.Reports.Writing;

namespace Gongkai.Platform.Channels.Printing;

/// <summary>简报: documents of a span under one head.</summary>
/// <param name="Name">Its name, as 政务公开简报.</param>
/// <param name="Number">Its number in the year.</param>
/// <param name="Issuer">The office that issues it.</param>
/// <param name="On">Its date.</param>
/// <param name="Documents">What it tells of, in order.</param>
public sealed record Briefing(string Name, int Number, string Issuer, DateOnly On, IReadOnlyList<Publication> Documents)
{
    private const int LongestText = 600;

    public void Write(Stream output)
    {
        var blocks = new List<OfficialBlock>
        {
            new OfficialBlock.Line(OfficialStyle.Number, $"{On.Year} 年第 {Number} 期（总编发日期 {On:yyyy年M月d日}）"),
            new OfficialBlock.Line(OfficialStyle.Addressee, $"{Issuer}编"),
            new OfficialBlock.Line(OfficialStyle.Heading, "本期目录"),
        };
        blocks.AddRange(Documents.Select((publication, index) => new OfficialBlock.Line(OfficialStyle.Body, $"{index + 1}. {publication.Title}")));
        foreach (var publication in Documents)
        {
            blocks.Add(new OfficialBlock.Line(OfficialStyle.Heading, publication.Title));
            string[] facts = [publication.Number, DocumentWords.Of(publication.Kind), $"{publication.PublishedAt.InBeijing():yyyy年M月d日}公开", $"索引号 {publication.IndexNumber}"];
            blocks.Add(new OfficialBlock.Line(OfficialStyle.Body, $"（{string.Join("，", facts.Where(fact => fact.Length > 0))}）"));
            blocks.AddRange(TextOf(publication).Select(line => new OfficialBlock.Line(OfficialStyle.Body, line)));
        }

        blocks.Add(new OfficialBlock.Line(OfficialStyle.Signature, Issuer));
        blocks.Add(new OfficialBlock.Line(OfficialStyle.Signature, $"{On:yyyy年M月d日}"));
        new OfficialDocument(Name, [.. blocks]).Write(output);
    }

    /// <summary>The summary where there is one, else the beginning of the text up to the end of a paragraph.</summary>
    private static IEnumerable<string> TextOf(Publication publication)
    {
        if (publication.Summary.Length > 0)
        {
            return [publication.Summary];
        }

        var length = 0;
        return PlainText.Lines(publication.Body).TakeWhile(line => (length += line.Length) - line.Length < LongestText);
    }
}
