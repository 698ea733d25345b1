using System.CommandLine;
using System.Globalization;
using System.Text;
using Gongkai.Cli.Commands;
using Gongkai.Cli.Printing;
using Gongkai.Cli.Running;

namespace Gongkai.Cli;

/// <summary>The program from its arguments to its exit code: 0 fine, 1 findings, 2 something could not be read or done.</summary>
internal static class CommandLine
{
    public const int Fine = 0;
    public const int Findings = 1;
    public const int CouldNotRun = 2;

    /// <summary>What a shell reports for a program that Ctrl C ended.</summary>
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        // The parser's own sentences stay in one language, so that those of ours can be told from them.
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Complaint.About(parsed) is { } complaint)
        {
            return Refuse(complaint);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("已中断。");
            return Interrupted;
        }
        catch (IOException exception) when (StandardOutput.IsBrokenPipe(exception))
        {
            return Fine;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse($"无法读写文件：{exception.Message}");
        }
    }

    /// <summary>Says in one sentence why the command does not run.</summary>
    public static int Refuse(string sentence)
    {
        Console.Error.WriteLine(Shown.Plain($"gongkai: {sentence}"));
        return CouldNotRun;
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("读取、检查、修正和编写政府信息公开工作年度报告。");
        root.Add(ReadCommand.Build());
        root.Add(CheckCommand.Build());
        root.Add(MendCommand.Build());
        root.Add(WriteCommand.Build());
        root.Add(CompareCommand.Build());
        root.Add(SumCommand.Build());
        root.Add(BackupCommand.Build());
        root.Add(RestoreCommand.Build());
        root.Add(AuditCommand.Build());
        root.Add(SearchCommand.Build());
        Help.ReplaceIn(root);
        return root;
    }
}
