using Gongkai.Reports.Writing;

namespace Gongkai.Cli.Running;

/// <summary>Names the files that many reports are written to: as the source, with the new extension; a name that is taken gets a number.</summary>
internal sealed class OutputNames(string folder, WriteFormat format)
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Of(string source)
    {
        var name = Path.GetFileNameWithoutExtension(source);
        var extension = Extension(format);
        var candidate = name + extension;
        for (var number = 2; !taken.Add(candidate); number++)
        {
            candidate = $"{name}-{number}{extension}";
        }

        return Path.Combine(folder, candidate);
    }

    private static string Extension(WriteFormat format) => format switch
    {
        WriteFormat.Json => ".json",
        WriteFormat.Docx => ".docx",
        WriteFormat.Html => ".html",
        WriteFormat.Csv => ".csv",
        WriteFormat.Xlsx => ".xlsx",
    };
}
