namespace Gongkai.Platform.Redaction;

/// <summary>A rectangle of a page, in fractions of the page's width and height from its left and its top.</summary>
/// <param name="Page">The page, from 1.</param>
/// <param name="Left">How far it is from the left edge.</param>
/// <param name="Top">How far it is from the top edge.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
public readonly record struct PageArea(int Page, double Left, double Top, double Width, double Height)
{
    /// <summary>The part of it that lies on the page; null where none does, or where a number is none.</summary>
    public PageArea? OnPage()
    {
        if (Page < 1 || !double.IsFinite(Left) || !double.IsFinite(Top) || !double.IsFinite(Width) || !double.IsFinite(Height))
        {
            return null;
        }

        var (left, top) = (Math.Clamp(Left, 0, 1), Math.Clamp(Top, 0, 1));
        var (right, bottom) = (Math.Clamp(Left + Width, 0, 1), Math.Clamp(Top + Height, 0, 1));
        return right > left && bottom > top ? new PageArea(Page, left, top, right - left, bottom - top) : null;
    }
}

/// <summary>The size of a page as it is shown, in points.</summary>
public readonly record struct PageSize(double Width, double Height);
