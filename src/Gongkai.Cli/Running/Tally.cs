using Gongkai.Reports;

namespace Gongkai.Cli.Running;

/// <summary>How the files of a run came out.</summary>
/// <param name="isExamining">Whether the run looks for findings; one that does not says nothing of them.</param>
internal sealed class Tally(bool isExamining)
{
    private int files;
    private int clean;
    private int withErrors;
    private int withLast;
    private bool isLookingForLast;
    private int withWarnings;
    private int failed;

    public bool IsEmpty => files == 0;

    public int ExitCode =>
        failed > 0 ? CommandLine.CouldNotRun
        : withErrors + withWarnings > 0 ? CommandLine.Findings
        : CommandLine.Fine;

    public void Add(FileResult result)
    {
        files++;
        if (result.Failure is not null)
        {
            failed++;
            return;
        }

        isLookingForLast |= result.HasLast is not null;
        withLast += result.HasLast is true ? 1 : 0;
        switch (result.Gravest)
        {
            case Severity.Error:
                withErrors++;
                break;
            case Severity.Warning:
                withWarnings++;
                break;
            case Severity.Note or null:
                clean++;
                break;
        }
    }

    public override string ToString() =>
        $"文件 {files} 个：读出 {files - failed}，{(isExamining ? $"无误 {clean}，有{Severity.Error.Word()} {withErrors}，只有{Severity.Warning.Word()} {withWarnings}，" : "")}未能读取 {failed}。{(isLookingForLast ? $"找到上年报告的 {withLast} 个。" : "")}";
}
