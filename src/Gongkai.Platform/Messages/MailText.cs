using System.Globalization;
using System.Text;

namespace Gongkai.Platform.Messages;

/// <summary>A letter as it goes over the wire: plain text in UTF-8, its id as the message's own, by which a mail server knows a second copy.</summary>
internal static class MailText
{
    /// <summary>An encoded word may be 75 letters long; 14 Chinese characters of three bytes fit.</summary>
    private const int LettersInAWord = 14;

    public static string Of(Mail mail, string from)
    {
        var domain = from[(from.LastIndexOf('@') + 1)..];
        return string.Join("\r\n",
            $"From: <{from}>",
            $"To: <{mail.Recipient}>",
            $"Subject: {Subject(mail.Subject)}",
            $"Date: {mail.CreatedAt.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
            $"Message-ID: <{mail.Id:N}@{domain}>",
            mail.StopAddress is { } stop ? $"Auto-Submitted: auto-generated\r\nList-Unsubscribe: <{stop}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click" : "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
            "",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Text), Base64FormattingOptions.InsertLineBreaks));
    }

    private static string Subject(string subject)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in subject.EnumerateRunes())
        {
            word.Append(rune);
            if (word.Length >= LettersInAWord)
            {
                words.Add(Encoded(word));
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            words.Add(Encoded(word));
        }

        return string.Join("\r\n ", words);
    }

    private static string Encoded(StringBuilder word) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=";
}
