using System.CommandLine;
using System.CommandLine.Parsing;

namespace Gongkai.Cli;

/// <summary>What is wrong with the arguments, as one sentence that says what to write instead.</summary>
internal static class Complaint
{
    public static string? About(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand && parsed.Action is null or { ClearsParseErrors: false })
        {
            var known = Names(parsed.RootCommandResult.Command.Subcommands);
            return parsed.UnmatchedTokens is [var word, ..]
                ? $"没有“{word}”这个命令。可用的命令：{known}。用 gongkai --help 看用法。"
                : parsed.Errors.Count > 0 ? $"没有给出命令。可用的命令：{known}。用 gongkai --help 看用法。" : null;
        }

        return parsed.Errors.Count == 0 ? null : $"{Sentence(parsed.Errors.OrderBy(error => error.SymbolResult is OptionResult ? 0 : 1).First(), parsed)}用 {Help.Line(command)} --help 看用法。";
    }

    private static string Sentence(ParseError error, ParseResult parsed) => error.SymbolResult switch
    {
        _ when error.Message.EndsWith('。') => error.Message,
        OptionResult { Tokens.Count: 0 } option => $"选项 {option.Option.Name} 后面缺少值。",
        CommandResult { Command.Subcommands: [_, ..] subcommands } when parsed.UnmatchedTokens is [] => $"没有给出子命令，可用的：{Names(subcommands)}。",
        CommandResult { Command.Subcommands: [_, ..] subcommands } => $"没有“{parsed.UnmatchedTokens[0]}”这个子命令，可用的：{Names(subcommands)}。",
        OptionResult { IdentifierTokenCount: > 1 } option => $"选项 {option.Option.Name} 只能写一次。",
        CommandResult when parsed.UnmatchedTokens is [var word, ..] => $"不认识“{word}”。",
        CommandResult { Command.Arguments: [var argument, ..] } command when command.GetResult(argument) is not { Tokens.Count: > 0 } =>
            $"没有给出{argument.HelpName ?? argument.Name}。",
        ArgumentResult { Tokens.Count: 0 } argument => $"没有给出{argument.Argument.HelpName ?? argument.Argument.Name}。",
        _ => error.Message,
    };

    private static string Names(IEnumerable<Command> commands) => string.Join("、", commands.Select(command => command.Name));
}
