using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Gongkai.Law.Reporting;

namespace Gongkai.Cli;

/// <summary>The options that several commands have, each with its own sentence for a wrong value.</summary>
internal static class SharedOptions
{
    private const int MostJobs = 256;

    public static Argument<string[]> Files(ArgumentArity arity)
    {
        var files = new Argument<string[]>("文件")
        {
            Description = "报告文件、文件夹、通配符或 .zip；- 表示标准输入",
            Arity = arity,
        };
        files.Validators.Add(RefuseMisspelledOptions);
        return files;
    }

    public static Argument<string> File(string name, string description)
    {
        var file = new Argument<string>(name) { Description = description };
        file.Validators.Add(RefuseMisspelledOptions);
        return file;
    }

    public static Option<OutputFormat> Format() => Choice(
        "--format",
        "输出格式，缺省为 table",
        OutputFormat.Table,
        ("table", OutputFormat.Table),
        ("json", OutputFormat.Json),
        ("jsonl", OutputFormat.Jsonl),
        ("csv", OutputFormat.Csv));

    public static Option<GovernmentLevel?> Level() => Choice<GovernmentLevel?>(
        "--level",
        "机关的层级；不写时从机关名称判断",
        null,
        ("province", GovernmentLevel.Province),
        ("city", GovernmentLevel.City),
        ("county", GovernmentLevel.County),
        ("township", GovernmentLevel.Township));

    public static Option<string?> Last() => new("--last")
    {
        Description = "上年报告，或上年报告所在的文件夹（按机关名称和年份配对，其次按文件名）",
        HelpName = "文件|文件夹",
    };

    public static Option<string?> Settings() => new("--settings") { Description = "检查规则的设置文件（JSON）", HelpName = "文件" };

    public static Option<string?> Output(string description) => new("--output", "-o") { Description = description, HelpName = "路径" };

    public static Option<bool> Force() => new("--force") { Description = "输出文件已存在时覆盖它（来源文件任何时候都不会被覆盖）" };

    public static Option<int> Jobs() => new("--jobs")
    {
        Description = "同时处理几个文件，缺省为处理器数",
        HelpName = "数目",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = result =>
            Whole(result, 1, MostJobs) ?? Environment.ProcessorCount,
    };

    /// <summary>A whole number within bounds, or null and a complaint.</summary>
    public static int? Whole(ArgumentResult result, int least, int most)
    {
        var word = result.Tokens[0].Value;
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        result.AddError($"选项 {Name(result)} 的值“{word}”不对，应是 {least} 到 {most} 的整数。");
        return null;
    }

    public static Option<T> Choice<T>(string name, string description, T otherwise, params (string Word, T Value)[] choices) => new(name)
    {
        Description = description,
        HelpName = string.Join('|', choices.Select(choice => choice.Word)),
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            foreach (var choice in choices)
            {
                if (choice.Word.Equals(word, StringComparison.OrdinalIgnoreCase))
                {
                    return choice.Value;
                }
            }

            result.AddError($"选项 {name} 的值“{word}”不对，应是 {string.Join("、", choices.Select(choice => choice.Word))} 之一。");
            return otherwise;
        },
    };

    private static string Name(ArgumentResult result) => (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name;

    private static void RefuseMisspelledOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value is ['-', _, ..] && !Path.Exists(token.Value))
            {
                result.AddError($"没有“{token.Value}”这个选项。");
                return;
            }
        }
    }
}
