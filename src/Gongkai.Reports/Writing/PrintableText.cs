using System.Text;
using System.Xml;

namespace Gongkai.Reports.Writing;

/// <summary>Text that XML and HTML can hold: without control characters and halves of surrogate pairs, which have no printed form.</summary>
internal static class PrintableText
{
    public static string Of(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsPlain(text[index]))
            {
                return Cleaned(text);
            }
        }

        return text;
    }

    private static bool IsPlain(char character) =>
        character is '\t' or '\n' || (character >= ' ' && character is not ('\x7F' or '\uFFFE' or '\uFFFF' or (>= '\x80' and <= '\x9F')) && !char.IsSurrogate(character));

    private static string Cleaned(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (IsPlain(text[index]))
            {
                cleaned.Append(text[index]);
            }
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                cleaned.Append(text, index, 2);
                index++;
            }
        }

        return cleaned.ToString();
    }
}
