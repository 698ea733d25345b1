using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Gongkai.Cli.Running;

namespace Gongkai.Cli;

/// <summary>The help in Chinese, with examples.</summary>
internal sealed class Help : SynchronousCommandLineAction
{
    private const string ExitCodes = "退出码：0 没有问题；1 有差错或提醒；2 有文件读不了，或命令没能执行。";

    public override bool ClearsParseErrors => true;

    public static void ReplaceIn(RootCommand root)
    {
        foreach (var option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new Help();
                    help.Description = "显示这份说明";
                    break;
                case VersionOption version:
                    version.Description = "显示版本";
                    break;
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        var writer = parseResult.InvocationConfiguration.Output;
        writer.WriteLine(command.Description);
        writer.WriteLine();
        writer.WriteLine("用法：");
        writer.WriteLine(command is RootCommand ? "  gongkai <命令> [选项]" : command.Subcommands.Count > 0 ? $"  {Line(command)} <子命令> [选项]" : $"  {Line(command)} {Arguments(command)} [选项]".Replace("  [", " [", StringComparison.Ordinal));
        WriteRows(writer, "参数", command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description ?? "")));
        WriteRows(writer, "命令", command.Subcommands.Select(subcommand => ($"{subcommand.Name} {Arguments(subcommand)}", subcommand.Description ?? "")));
        WriteRows(writer, "选项", AllOptions(command).Select(option => (Usage(option), option.Description ?? "")));
        WriteExamples(writer, command);
        writer.WriteLine();
        writer.WriteLine(ExitCodes);
        return CommandLine.Fine;
    }

    /// <summary>What a person types to reach a command.</summary>
    public static string Line(Command command) => command is RootCommand ? "gongkai" : $"{Line(command.Parents.OfType<Command>().First())} {command.Name}";

    private static string Arguments(Command command) => string.Join(' ', command.Arguments.Select(argument =>
        $"<{argument.HelpName ?? argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "…" : "")}"));

    private static IEnumerable<Option> AllOptions(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));

    private static string Usage(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias is ['-', not '-', ..] and not "-?").Append(option.Name));
        return option.HelpName is null || option.Arity.MaximumNumberOfValues == 0 ? names : $"{names} {option.HelpName}";
    }

    private static void WriteRows(TextWriter writer, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        var width = all.Max(row => DisplayWidth.Of(row.Name));
        writer.WriteLine();
        writer.WriteLine($"{title}：");
        foreach (var (name, meaning) in all)
        {
            writer.WriteLine($"  {DisplayWidth.PadRight(name, width)}  {meaning}");
        }
    }

    private static void WriteExamples(TextWriter writer, Command command)
    {
        var examples = command is DocumentedCommand documented
            ? documented.Examples
            : [.. command.Subcommands.OfType<DocumentedCommand>().Select(subcommand => subcommand.Examples[0])];
        writer.WriteLine();
        writer.WriteLine("示例：");
        foreach (var (line, meaning) in examples)
        {
            writer.WriteLine($"  {line}");
            writer.WriteLine($"      {meaning}");
        }
    }
}
