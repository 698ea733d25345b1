using Gongkai.Platform.Accounts;
using Gongkai.Reports;

namespace Gongkai.Platform.Filings;

/// <summary>A remark before it is kept.</summary>
/// <param name="At">The address of a figure, <c>section.1</c> to <c>section.6</c>, or empty for the whole.</param>
/// <param name="Text">What is to be said.</param>
public sealed record PlacedRemark(string At, string Text)
{
    /// <summary>Whether a report has such a place.</summary>
    public bool IsSomewhere => At is "" or "section.1" or "section.2" or "section.3" or "section.4" or "section.5" or "section.6" || FigureAddress.TryParse(At, null, out _);

    internal Remark Of(int filingId, Actor actor, TimeProvider time, bool isHeld = false) => new()
    {
        FilingId = filingId,
        At = At,
        Text = Text.Trim(),
        WrittenAt = time.GetUtcNow(),
        WrittenBy = actor.AccountId,
        WriterName = actor.Name,
        IsHeld = isHeld,
    };
}
