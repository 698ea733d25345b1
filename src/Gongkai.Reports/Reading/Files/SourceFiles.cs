using System.IO.Enumeration;

namespace Gongkai.Reports.Reading.Files;

/// <summary>Finds the files that a command line names: files, folders, patterns, zips, and <c>-</c> for standard input.</summary>
public static class SourceFiles
{
    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".txt", ".md", ".htm", ".html", ".shtml", ".xhtml", ".docx", ".pdf", ".xlsx", ".xls", ".et", ".json", ".csv", ".doc", ".wps", ".odt", ".rtf", ".zip",
    };

    private static readonly EnumerationOptions OneFolder = new()
    {
        IgnoreInaccessible = true,
        RecurseSubdirectories = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>
    /// The files, lazily and in a fixed order: as named, and within a folder by name. A folder is searched through and through for
    /// known extensions; a zip yields what it holds. What cannot be found or opened yields one file that says so when it is read.
    /// </summary>
    public static IEnumerable<SourceFile> Enumerate(IEnumerable<string> paths, ReadLimits limits) =>
        paths.SelectMany(path => OfPath(path, limits));

    /// <summary>What a zip that is at hand holds, in a fixed order; the stream has to stay open until the last of them was read.</summary>
    /// <param name="name">What to call the zip.</param>
    /// <param name="zip">The zip, which can be read at any place.</param>
    /// <param name="limits">The bounds.</param>
    public static IEnumerable<SourceFile> InZip(string name, Stream zip, ReadLimits limits) => ZipSource.Enumerate(name, zip, limits, mayHoldZips: true);

    /// <summary>Whether a folder or a zip is searched for files with this extension.</summary>
    internal static bool IsKnown(string name) =>
        Extensions.Contains(Path.GetExtension(name)) && !Path.GetFileName(name).StartsWith("~$", StringComparison.Ordinal);

    private static IEnumerable<SourceFile> OfPath(string path, ReadLimits limits)
    {
        if (path == "-")
        {
            return [new SourceFile("标准输入", static limits =>
            {
                using var input = Console.OpenStandardInput();
                return SourceFile.ReadBounded(input, limits);
            })];
        }

        if (File.Exists(path))
        {
            return OfFile(path, limits);
        }

        if (Directory.Exists(path))
        {
            return OfFolder(path, limits);
        }

        return path.AsSpan().IndexOfAny('*', '?') >= 0
            ? OfPattern(path, limits)
            : [SourceFile.Unreadable(path, "没有找到这个文件或文件夹；请检查路径是否写对。")];
    }

    private static IEnumerable<SourceFile> OfFile(string path, ReadLimits limits) =>
        IsZip(path) ? ZipSource.Enumerate(path, limits) : [SourceFile.OnDisk(path)];

    private static IEnumerable<SourceFile> OfFolder(string folder, ReadLimits limits)
    {
        foreach (var file in Sorted(Directory.EnumerateFiles(folder, "*", OneFolder)).Where(IsKnown))
        {
            foreach (var source in OfFile(file, limits))
            {
                yield return source;
            }
        }

        foreach (var inner in Sorted(Directory.EnumerateDirectories(folder, "*", OneFolder)))
        {
            // A linked folder may lead back up.
            if ((File.GetAttributes(inner) & FileAttributes.ReparsePoint) == 0)
            {
                foreach (var source in OfFolder(inner, limits))
                {
                    yield return source;
                }
            }
        }
    }

    private static IEnumerable<SourceFile> OfPattern(string pattern, ReadLimits limits)
    {
        var segments = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var isRooted = Path.IsPathRooted(pattern);
        var start = isRooted ? Path.GetPathRoot(pattern)! : "";
        var found = false;
        foreach (var path in Expand(start, isRooted ? segments[1..] : segments))
        {
            found = true;
            foreach (var source in Directory.Exists(path) ? OfFolder(path, limits) : OfFile(path, limits))
            {
                yield return source;
            }
        }

        if (!found)
        {
            yield return SourceFile.Unreadable(pattern, "没有文件符合这个通配路径；请检查路径是否写对。");
        }
    }

    private static IEnumerable<string> Expand(string folder, ReadOnlyMemory<string> segments)
    {
        if (segments.IsEmpty)
        {
            return [folder];
        }

        var segment = segments.Span[0];
        var rest = segments[1..];
        if (segment == "**")
        {
            return Expand(folder, rest).Concat(Entries(folder, "*", onlyFolders: true).SelectMany(inner => Expand(inner, segments)));
        }

        if (segment.AsSpan().IndexOfAny('*', '?') < 0)
        {
            var next = Path.Combine(folder, segment);
            return rest.IsEmpty
                ? File.Exists(next) ? [next] : []
                : Directory.Exists(next) ? Expand(next, rest) : [];
        }

        return Entries(folder, segment, onlyFolders: !rest.IsEmpty).SelectMany(next => Expand(next, rest));
    }

    private static IEnumerable<string> Entries(string folder, string pattern, bool onlyFolders)
    {
        var where = folder.Length == 0 ? "." : folder;
        if (!Directory.Exists(where))
        {
            return [];
        }

        var entries = onlyFolders ? Directory.EnumerateDirectories(where, "*", OneFolder) : Directory.EnumerateFileSystemEntries(where, "*", OneFolder);
        return Sorted(entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(entry), ignoreCase: false))
            .Select(entry => folder.Length == 0 ? Path.GetFileName(entry) : entry));
    }

    private static List<string> Sorted(IEnumerable<string> paths)
    {
        List<string> list = [.. paths];
        list.Sort(StringComparer.Ordinal);
        return list;
    }

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
}
