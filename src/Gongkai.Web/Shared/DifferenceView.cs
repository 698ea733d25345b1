using Gongkai.Platform.Publishing.Texts;

namespace Gongkai.Web.Shared;

/// <summary>A stretch of a difference; long stretches in which nothing changed are folded.</summary>
public sealed record DifferenceStretch(IReadOnlyList<DifferenceBlock> Blocks, bool IsFolded);

/// <summary>How a difference is shown.</summary>
public static class DifferenceView
{
    private const int Around = 2;
    private const int LeastFolded = 3;

    public static IReadOnlyList<DifferenceStretch> Of(TextDifference difference)
    {
        var blocks = difference.Blocks;
        var isNear = new bool[blocks.Count];
        for (var index = 0; index < blocks.Count; index++)
        {
            if (IsChanged(blocks[index]))
            {
                Array.Fill(isNear, true, Math.Max(0, index - Around), Math.Min(blocks.Count, index + Around + 1) - Math.Max(0, index - Around));
            }
        }

        var stretches = new List<DifferenceStretch>();
        for (var from = 0; from < blocks.Count;)
        {
            var to = from + 1;
            while (to < blocks.Count && isNear[to] == isNear[from])
            {
                to++;
            }

            stretches.Add(new DifferenceStretch([.. blocks.Skip(from).Take(to - from)], !isNear[from] && to - from >= LeastFolded));
            from = to;
        }

        return stretches;
    }

    public static string MarkOf(DifferenceBlock block) => block.State switch
    {
        DifferenceState.Added => "新增",
        DifferenceState.Removed => "删除",
        DifferenceState.Changed => "修改",
        _ => block.IsRestyled ? "改格式" : "",
    };

    private static bool IsChanged(DifferenceBlock block) => block.State != DifferenceState.Same || block.IsRestyled;
}
