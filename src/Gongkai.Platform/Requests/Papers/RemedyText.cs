using Gongkai.Law.Requests;

namespace Gongkai.Platform.Requests.Papers;

/// <summary>
/// The paragraph of a paper that names the remedy. It comes out of the class alone, so that a paper cannot name another's (《行政复议法》第二十条、
/// 第二十三条，《行政诉讼法》第四十五条、第四十六条，法释〔2025〕8号第一条).
/// </summary>
public static class RemedyText
{
    /// <summary>The paragraphs; none for a paper that is a step of the procedure.</summary>
    /// <param name="remedy">The class.</param>
    /// <param name="bodies">To whom one turns.</param>
    /// <param name="isServedOnline">Whether the paper is served over the internet; the on-line channel has to be named then (《行政复议法》第二十二条第二款).</param>
    public static IReadOnlyList<string> Of(RemedyClass remedy, RemedyBodies bodies, bool isServedOnline)
    {
        var text = remedy switch
        {
            RemedyClass.None => null,
            RemedyClass.ReconsiderationFirst => $"如对本告知书不服，应当自收到本告知书之日起60日内先向{bodies.ReviewBody}申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内向{bodies.Court}提起行政诉讼。",
            RemedyClass.Either => $"如对本告知书不服，可以自收到本告知书之日起60日内向{bodies.ReviewBody}申请行政复议，也可以自收到本告知书之日起六个月内向{bodies.Court}提起行政诉讼。",
            RemedyClass.Divided =>
                $"如对其中不予公开的部分不服，应当自收到本告知书之日起60日内先向{bodies.ReviewBody}申请行政复议；对行政复议决定仍不服的，可以自收到行政复议决定书之日起15日内向{bodies.Court}提起行政诉讼。"
                + $"如对其他部分不服，可以自收到本告知书之日起60日内向{bodies.ReviewBody}申请行政复议，也可以自收到本告知书之日起六个月内向{bodies.Court}提起行政诉讼。",
        };
        return text is null ? []
            : isServedOnline && bodies.OnlineChannel is { } channel ? [text, $"可以通过互联网申请行政复议，渠道为：{channel}。"]
            : [text];
    }
}
