using Microsoft.Win32.SafeHandles;

namespace Gongkai.Cli.Running;

/// <summary>Standard output as a stream that says when its reader has gone.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;
    private const int WindowsNoData = unchecked((int)0x800700E8);
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);

    public static Stream Open()
    {
        if (OperatingSystem.IsWindows())
        {
            return Console.OpenStandardOutput();
        }

        // The console's own stream swallows a broken pipe. A file must still go through it: a FileStream keeps a
        // position of its own, and two commands that write to one file would overwrite each other.
        var direct = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        if (!direct.CanSeek)
        {
            return direct;
        }

        direct.Dispose();
        return Console.OpenStandardOutput();
    }

    /// <summary>Writes all of it.</summary>
    public static void Write(ReadOnlySpan<byte> bytes)
    {
        using var output = Open();
        output.Write(bytes);
    }

    public static bool IsBrokenPipe(IOException exception) => exception.HResult is BrokenPipe or WindowsNoData or WindowsBrokenPipe;
}
