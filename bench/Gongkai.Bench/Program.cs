using System.Globalization;
using BenchmarkDotNet.Running;
using Gongkai.Bench;
using Gongkai.Bench.Quick;

const int FirstSeed = 1_000;

switch (args)
{
    case ["--full", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Samples).Assembly).Run(rest.Length > 0 ? rest : ["--filter", "*"]);
        return 0;
    case ["--fuzz", var minutes]:
        return FuzzCommand.Run(double.Parse(minutes, CultureInfo.InvariantCulture), FirstSeed);
    case ["--fuzz", var minutes, var seed]:
        return FuzzCommand.Run(double.Parse(minutes, CultureInfo.InvariantCulture), int.Parse(seed, CultureInfo.InvariantCulture));
    case ["--fuzz-one", var kind, var seed]:
        return FuzzCommand.Show(kind, int.Parse(seed, CultureInfo.InvariantCulture));
    case ["--format", var format, .. var folder]:
        QuickRun.Format(format, folder.FirstOrDefault());
        return 0;
    case ["--stages"]:
        Stages.Run();
        return 0;
    case [] or ["--quick"] or ["--quick", _]:
        QuickRun.Run(args.Length > 1 ? args[1] : null, files: 10_000);
        return 0;
    default:
        Console.Error.WriteLine("bench/run [--quick [FOLDER OF TEXTS] | --stages | --full [BENCHMARKDOTNET OPTIONS] | --fuzz MINUTES [SEED] | --fuzz-one KIND SEED]");
        return 2;
}
