using System.Diagnostics;

namespace Gongkai.Testing;

/// <summary>LibreOffice as a maker of the formats that only office programs write: pdf, doc, odt, rtf.</summary>
public static class OfficeProgram
{
    /// <summary>Whether <c>soffice</c> is on the path.</summary>
    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, "soffice")));

    /// <summary>Converts files, all in one run of the program, and returns them in the same order.</summary>
    /// <param name="files">Names with their extension, all different, and contents.</param>
    /// <param name="format">The new extension.</param>
    public static IReadOnlyList<byte[]> Convert(IReadOnlyList<(string Name, byte[] Bytes)> files, string format)
    {
        var scratch = Directory.CreateTempSubdirectory("gongkai-");
        try
        {
            var output = scratch.CreateSubdirectory("out").FullName;
            var paths = new List<string>();
            foreach (var (name, bytes) in files)
            {
                paths.Add(Path.Combine(scratch.FullName, name));
                File.WriteAllBytes(paths[^1], bytes);
            }

            using var office = Process.Start(new ProcessStartInfo(
                "soffice",
                ["--headless", $"-env:UserInstallation=file://{scratch.FullName}/profile", "--convert-to", format, "--outdir", output, .. paths])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            office.BeginOutputReadLine();
            office.BeginErrorReadLine();
            office.WaitForExit();
            return [.. files.Select(file => File.ReadAllBytes(Path.Combine(output, Path.ChangeExtension(file.Name, format))))];
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }
}
