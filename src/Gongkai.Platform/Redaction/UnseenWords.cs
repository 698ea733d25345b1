namespace Gongkai.Platform.Redaction;

/// <summary>Words that a page holds and does not show: where they stand all is of one colour.</summary>
internal static class UnseenWords
{
    private const int Nearly = 12;

    // Where a font is missing nothing of a page is drawn; that says nothing of its boxes.
    private const double MostOfAPage = 0.9;

    public static PageText? Of(PageText page, PixelPage pixels)
    {
        var words = page.Words.Where(word => word.Text.Any(char.IsLetterOrDigit) && word.Text is not "一").ToList();
        var unseen = words.Where(word => IsFlat(word, pixels)).ToList();
        return unseen.Count == 0 || (unseen.Count > words.Count * MostOfAPage && words.Count > 20) ? null : new PageText(page.Page, unseen);
    }

    private static bool IsFlat(PageWord word, PixelPage page)
    {
        var (left, right) = (Pixel(word.Left, page.Width), Pixel(word.Right, page.Width));
        var (top, bottom) = (Pixel(word.Top, page.Height), Pixel(word.Bottom, page.Height));
        if (right - left < 4 || bottom - top < 4)
        {
            return false;
        }

        // The edge of a box may run through the edge of a word.
        var (across, down) = ((right - left) / 10, (bottom - top) / 4);
        Span<byte> least = [255, 255, 255];
        Span<byte> most = [0, 0, 0];
        for (var row = top + down; row < bottom - down; row++)
        {
            for (var column = left + across; column < right - across; column++)
            {
                var at = ((row * page.Width) + column) * 3;
                for (var colour = 0; colour < 3; colour++)
                {
                    least[colour] = Math.Min(least[colour], page.Pixels[at + colour]);
                    most[colour] = Math.Max(most[colour], page.Pixels[at + colour]);
                }
            }

            if (most[0] - least[0] > Nearly || most[1] - least[1] > Nearly || most[2] - least[2] > Nearly)
            {
                return false;
            }
        }

        return true;
    }

    private static int Pixel(double fraction, int length) => Math.Clamp((int)Math.Round(fraction * length), 0, length - 1);
}
