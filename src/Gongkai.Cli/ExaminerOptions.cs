using System.CommandLine;
using Gongkai.Cli.Running;
using Gongkai.Law.Reporting;
using Gongkai.Reports.Checking;

namespace Gongkai.Cli;

/// <summary>The options of every command that checks: last year's reports, the level, the settings, how many at once.</summary>
internal sealed class ExaminerOptions
{
    private readonly Option<string?> last = SharedOptions.Last();
    private readonly Option<GovernmentLevel?> level = SharedOptions.Level();
    private readonly Option<string?> settings = SharedOptions.Settings();
    private readonly Option<int> jobs = SharedOptions.Jobs();

    public void AddTo(Command command)
    {
        command.Add(last);
        command.Add(level);
        command.Add(settings);
        command.Add(jobs);
    }

    public int Jobs(ParseResult parsed) => parsed.GetValue(jobs);

    /// <summary>The path given with <c>--last</c>.</summary>
    public string? LastPath(ParseResult parsed) => parsed.GetValue(last);

    /// <summary>The examiner, or a sentence that says what is wrong with the options.</summary>
    public async Task<(Examiner? Examiner, string? Failure)> OpenAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (known, wrong) = await ReadSettingsAsync(parsed.GetValue(settings), cancellation);
        if (known is null)
        {
            return (null, wrong);
        }

        var (before, missing) = await LastYear.OpenAsync(parsed.GetValue(last), Jobs(parsed), cancellation);
        return before is null ? (null, missing) : (new Examiner(new ReportChecker(known), before, parsed.GetValue(level)), null);
    }

    private static async Task<(CheckSettings? Settings, string? Failure)> ReadSettingsAsync(string? path, CancellationToken cancellation)
    {
        if (path is null)
        {
            return (CheckSettings.Default, null);
        }

        if (!File.Exists(path))
        {
            return (null, $"没有“{path}”这个设置文件。");
        }

        var read = CheckSettings.Parse(await File.ReadAllTextAsync(path, cancellation), out var errors);
        return (read, errors.IsEmpty ? null : $"设置文件“{path}”：{string.Join(' ', errors)}");
    }
}
