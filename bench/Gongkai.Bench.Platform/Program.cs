using Gongkai.Bench.Platform;

switch (args)
{
    case ["--platform"]:
        await PlatformRun.RunAsync();
        return 0;
    case ["--cases"]:
        await CaseRun.RunAsync();
        return 0;
    case ["--submissions"]:
        await SubmissionRun.RunAsync();
        return 0;
    case ["--screening"]:
        ScreeningRun.Run();
        return 0;
    case ["--search"] or ["--search", _]:
        await SearchRun.RunAsync(args.ElementAtOrDefault(1));
        return 0;
    default:
        Console.Error.WriteLine("bench/run --platform | --cases | --submissions | --screening | --search [FOLDER]");
        return 2;
}
