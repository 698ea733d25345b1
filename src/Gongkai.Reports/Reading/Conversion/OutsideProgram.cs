using System.ComponentModel;
using System.Diagnostics;

namespace Gongkai.Reports.Reading.Conversion;

/// <summary>Runs a program that is installed beside ours, for a bounded time, and ends it with all that it started.</summary>
public static class OutsideProgram
{
    /// <summary>The path of the first of these programs that can be found, or null.</summary>
    public static string? FindOrNull(params ReadOnlySpan<string> names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names)
        {
            foreach (var folder in Path.IsPathRooted(name) ? [""] : folders)
            {
                foreach (var suffix in OperatingSystem.IsWindows() ? [".exe", ".com"] : (string[])[""])
                {
                    var path = Path.Combine(folder, name + suffix);
                    if (File.Exists(path))
                    {
                        return path;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Runs it and hands its output to <paramref name="read"/> while it runs.</summary>
    /// <returns>What was read, the exit code, and the start of what it wrote to standard error.</returns>
    /// <exception cref="UnreadableSourceException">It took too long or cannot be started.</exception>
    public static (T Result, int ExitCode, string Errors) Run<T>(
        string program, IEnumerable<string> arguments, TimeSpan limit, Func<Stream, T> read)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        using var process = StartOrRefuse(start);
        process.StandardInput.Close();
        var tooLate = false;
        using var alarm = new Timer(_ =>
        {
            tooLate = true;
            Kill(process);
        }, null, limit, Timeout.InfiniteTimeSpan);
        var errors = new ErrorStart();
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data);
        process.BeginErrorReadLine();
        try
        {
            var result = read(process.StandardOutput.BaseStream);
            process.WaitForExit();
            return tooLate ? throw TooLate(limit) : (result, process.ExitCode, errors.Text);
        }
        catch (Exception exception) when (tooLate && exception is IOException or System.Xml.XmlException or InvalidDataException)
        {
            throw TooLate(limit);
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process StartOrRefuse(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            throw new UnreadableSourceException($"无法启动 {Path.GetFileName(start.FileName)}；请检查它是否安装完整、能否单独运行。");
        }
    }

    private static UnreadableSourceException TooLate(TimeSpan limit) =>
        new($"处理这个文件超过 {limit.TotalSeconds:0} 秒，已停止；请用能打开它的程序（Word、WPS、PDF 阅读器）另存一份再试。");

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended in between.
        }
    }

    private sealed class ErrorStart
    {
        private const int Most = 4_000;

        private readonly System.Text.StringBuilder text = new();

        public string Text
        {
            get
            {
                lock (text)
                {
                    return text.ToString();
                }
            }
        }

        public void Add(string? line)
        {
            lock (text)
            {
                if (line is not null && text.Length < Most)
                {
                    text.AppendLine(line);
                }
            }
        }
    }
}
