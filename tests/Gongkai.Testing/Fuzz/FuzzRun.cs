namespace Gongkai.Testing.Fuzz;

/// <summary>Tries many spoilt files one after the other, and does not wait for ever for one that hangs.</summary>
public static class FuzzRun
{
    // The smallest that threads get on any system that we run on.
    private const int Stack = 1 << 20;

    /// <summary>The faults found, a line or more each.</summary>
    /// <param name="seeds">The format and seed of each file.</param>
    /// <param name="patience">How long one file may take before it counts as a hang; the run ends there.</param>
    /// <param name="tried">Called after each file.</param>
    public static IReadOnlyList<string> Faults(IEnumerable<(string Kind, int Seed)> seeds, TimeSpan patience, Action<Mutant>? tried = null)
    {
        var faults = new List<string>();
        foreach (var (kind, seed) in seeds)
        {
            var mutant = Mutator.Make(kind, seed);
            string? fault = null;
            var trial = new Thread(() => fault = FuzzTrial.FaultOrNull(mutant), Stack) { IsBackground = true, Name = mutant.ToString() };
            trial.Start();
            if (!trial.Join(patience))
            {
                faults.Add($"{mutant}: hangs");
                return faults;
            }

            if (fault is not null)
            {
                faults.Add(fault);
            }

            tried?.Invoke(mutant);
        }

        return faults;
    }
}
