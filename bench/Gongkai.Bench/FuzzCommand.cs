using System.Diagnostics;
using System.Globalization;
using Gongkai.Testing.Fuzz;

namespace Gongkai.Bench;

/// <summary>The fuzz test at length.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Tries new files until the time is up; 0 where no fault was found.</summary>
    /// <param name="minutes">How long.</param>
    /// <param name="first">The first seed; those of the tests are below 1,000.</param>
    public static int Run(double minutes, int first)
    {
        var clock = Stopwatch.StartNew();
        var tried = 0;
        var faults = 0;
        for (var seed = first; clock.Elapsed.TotalMinutes < minutes; seed++)
        {
            foreach (var kind in Mutator.Kinds)
            {
                // A stack overflow ends the process: then this line says where.
                Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{kind} {seed}   "));
                foreach (var fault in FuzzRun.Faults([(kind, seed)], Patience))
                {
                    faults++;
                    Console.WriteLine(fault);
                }

                tried++;
            }
        }

        Console.Error.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tried} files tried from seed {first}, {faults} faults"));
        return faults == 0 ? 0 : 1;
    }

    /// <summary>Writes one file of the fuzz test out and says what becomes of it.</summary>
    public static int Show(string kind, int seed)
    {
        var mutant = Mutator.Make(kind, seed);
        var path = Path.Combine(Path.GetTempPath(), $"fuzz-{seed}.{kind}");
        File.WriteAllBytes(path, mutant.Bytes);
        Console.WriteLine($"{mutant}\n{path}\n{FuzzTrial.FaultOrNull(mutant) ?? "no fault"}");
        return 0;
    }
}
