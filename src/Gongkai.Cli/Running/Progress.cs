using System.Diagnostics;
using System.Globalization;

namespace Gongkai.Cli.Running;

/// <summary>
/// A line on standard error that says how far long work has come. It shows itself only on a terminal, after a second,
/// and steps aside while something else is written there.
/// </summary>
internal sealed class Progress : IDisposable
{
    private const int BarWidth = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly bool isShown = Terminal.HasStyledError;
    private readonly long start = Stopwatch.GetTimestamp();
    private TimeSpan drawnAt = Patience - Interval;
    private bool isDrawn;
    private int done;

    /// <summary>How many there are in all, once that is known.</summary>
    public int? Total { get; set; }

    public void Step()
    {
        done++;
        var elapsed = Stopwatch.GetElapsedTime(start);
        if (isShown && elapsed - drawnAt >= Interval)
        {
            drawnAt = elapsed;
            isDrawn = true;
            Console.Error.Write($"\r{Line(done, Total, elapsed)}\u001b[K");
        }
    }

    /// <summary>Takes the line away, before something else is written.</summary>
    public void Hide()
    {
        if (isDrawn)
        {
            isDrawn = false;
            Console.Error.Write("\r\u001b[K");
        }
    }

    public void Dispose() => Hide();

    internal static string Line(int done, int? total, TimeSpan elapsed)
    {
        var seconds = elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        if (total is not { } all || all < done)
        {
            return $"已处理 {done} 个文件，用时 {seconds} 秒";
        }

        var filled = all == 0 ? BarWidth : (int)((long)BarWidth * done / all);
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {done}/{all}，用时 {seconds} 秒";
    }
}
