using Gongkai.Platform.Participation;
using Gongkai.Platform.Publishing;
using Gongkai.Platform.Screening.Texts;

namespace Gongkai.Web.Workbench;

/// <summary>Model of _ReleaseActions: what this person can do with a text on its way to the public.</summary>
/// <param name="Text">The text.</param>
/// <param name="Id">What its address holds.</param>
/// <param name="Actions">What can be done.</param>
/// <param name="Hits">What the screening found.</param>
/// <param name="EditHref">Where it is written; null where it is written on the page itself.</param>
public sealed record ReleaseBar(ReleasedText Text, long Id, IReadOnlyList<ReleaseAction> Actions, IReadOnlyList<DocumentHit> Hits, string? EditHref)
{
    public bool HasGrave => Hits.Any(hit => hit.Severity == ScreeningSeverity.Grave);

    public bool Can(ReleaseAction action) => Actions.Contains(action);

    /// <summary>What is said where nothing can be done.</summary>
    public string Waits => Text.Stage == ReleaseStage.Waiting ? "起草的人不能自己发布，正在等另一位有发布权限的人审核。" : "现在没有要您办的事。";
}
