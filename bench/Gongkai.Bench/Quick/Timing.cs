using System.Diagnostics;

namespace Gongkai.Bench.Quick;

/// <summary>What one item of a task costs.</summary>
/// <param name="Seconds">Processor seconds, the median of the rounds.</param>
/// <param name="Allocated">Bytes allocated.</param>
internal readonly record struct Cost(double Seconds, long Allocated);

/// <summary>
/// Times tasks beside each other: a round runs each of them in turn, so that what else the machine does falls on all alike.
/// Counts processor time, not the clock on the wall, for the same reason.
/// </summary>
internal static class Timing
{
    private const int Rounds = 15;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(60);

    /// <summary>The cost of an item of each task.</summary>
    /// <param name="items">How many items a pass works through.</param>
    /// <param name="passes">Each task: one pass over all its items.</param>
    public static Cost[] Measure(int items, params Action[] passes)
    {
        var counts = Array.ConvertAll(passes, PassesInRound);
        var seconds = Array.ConvertAll(passes, _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var task = 0; task < passes.Length; task++)
            {
                seconds[task][round] = Time(passes[task], counts[task]) / (counts[task] * (double)items);
            }
        }

        return [.. passes.Select((pass, task) => new Cost(Median(seconds[task]), Allocated(pass) / items))];
    }

    /// <summary>The processor seconds of each item, the median of three runs.</summary>
    public static double[] Each<T>(IReadOnlyList<T> items, Action<T> work) =>
        [.. items.Select(item => Median([.. Enumerable.Range(0, 3).Select(_ => Time(() => work(item), 1))]))];

    public static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static int PassesInRound(Action pass)
    {
        // Long enough for the last tier of the compiler to be reached.
        var clock = Stopwatch.StartNew();
        var passes = 0;
        while (clock.Elapsed < WarmUp || passes < 60)
        {
            pass();
            passes++;
        }

        return Math.Max(1, (int)(Round.TotalSeconds / Math.Max(1e-6, Time(pass, 8) / 8)));
    }

    private static double Time(Action pass, int count)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var index = 0; index < count; index++)
        {
            pass();
        }

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static long Allocated(Action pass)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        pass();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
