using Gongkai.Reports;
using Gongkai.Reports.Writing;

namespace Gongkai.Cli.Running;

/// <summary>Writes a report to a file: whole or not at all, never over a source, over another file only when told to.</summary>
/// <param name="sources">The paths that are read, which no output may replace.</param>
/// <param name="force">Whether a file that exists is replaced.</param>
internal sealed class OutputFile(IEnumerable<string> sources, bool force)
{
    private readonly HashSet<string> sources = [.. sources.Where(File.Exists).Select(Final)];

    /// <summary>Why a path may not be written, or null where it may.</summary>
    public string? Objection(string path)
    {
        if (Directory.Exists(path))
        {
            return $"“{path}”是文件夹。";
        }

        if (!File.Exists(path))
        {
            return null;
        }

        return sources.Contains(Final(path)) ? $"“{path}”就是来源文件，不会覆盖它；请换一个文件名。"
            : force ? null
            : $"“{path}”已经存在；要覆盖它请加 --force。";
    }

    /// <summary>Writes the report.</summary>
    /// <returns>Why it was not written, or null.</returns>
    public string? Write(AnnualReport report, WriteFormat format, string path)
    {
        if (Objection(path) is { } objection)
        {
            return objection;
        }

        var whole = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(whole)!;
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(whole)}.{Guid.CreateVersion7():N}");
        try
        {
            Directory.CreateDirectory(folder);
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                ReportWriter.Write(report, format, stream);
            }

            File.Move(unfinished, whole, force);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"“{path}”不能写入：{exception.Message}";
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static string Final(string path) => File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
}
