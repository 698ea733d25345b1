using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gongkai.Platform.Storage.Embedded;

/// <summary>The folder of one embedded server: the cluster, and beside it what several programs need to share it.</summary>
internal sealed class ServerFolder
{
    private const string UnfinishedName = "cluster.new-";
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Enterable = Private | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private ServerFolder(string path)
    {
        Path = path;
    }

    public string Path { get; }

    public string Cluster => In("cluster");

    /// <summary>Where a cluster is made: a new name each time, as what made the last one may not have ended with its program.</summary>
    public string NewUnfinished() => In($"{UnfinishedName}{Guid.CreateVersion7():N}");

    public string Log => In("server.log");

    public string Programs => In("programs");

    private string PasswordFile => In("password");

    private string PortFile => In("port");

    public static bool IsMade(string dataFolder) =>
        Directory.Exists(System.IO.Path.Combine(dataFolder, "cluster")) || File.Exists(System.IO.Path.Combine(dataFolder, "place"));

    /// <summary>The data folder, or where its pointer leads when the server's user may not enter it.</summary>
    public static async Task<ServerFolder> OpenAsync(EmbeddedPostgresOptions options, CancellationToken cancellationToken)
    {
        var wanted = System.IO.Path.GetFullPath(options.DataFolder);
        var pointer = System.IO.Path.Combine(wanted, "place");
        if (File.Exists(pointer))
        {
            return Pointed(pointer);
        }

        var folder = new ServerFolder(Create(wanted));
        if (await ServerUser.ForAsync(folder.Cluster, cancellationToken) is not { } user || await user.MayEnterAsync(wanted, cancellationToken))
        {
            return folder;
        }

        if (Directory.Exists(folder.Cluster))
        {
            throw new DatabaseUnavailableException(
                $"数据库以用户 {user.Name} 运行，但这个用户进不了“{wanted}”。请用 chmod o+x 放开它上面各层文件夹的进入权限，或者把项目移到别处。");
        }

        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)))[..16];
        var elsewhere = new ServerFolder(Create(System.IO.Path.Combine(Create(options.ServiceFolder), key)));
        if (!await user.MayEnterAsync(elsewhere.Path, cancellationToken))
        {
            throw new DatabaseUnavailableException($"用户 {user.Name} 进不了“{wanted}”，也进不了“{options.ServiceFolder}”，数据库没有地方可放。请把项目移到普通用户可以进入的文件夹。");
        }

        WriteWhole(pointer, elsewhere.Path + "\n");
        return elsewhere;
    }

    /// <summary>Removes what was left by a program that was killed while it made a cluster.</summary>
    public void RemoveUnfinished()
    {
        foreach (var left in new DirectoryInfo(Path).GetFileSystemInfos(UnfinishedName + "*"))
        {
            try
            {
                if (left is DirectoryInfo directory)
                {
                    directory.Delete(recursive: true);
                }
                else
                {
                    left.Delete();
                }
            }
            catch (IOException)
            {
                // Something still writes into it; the next start removes it.
            }
        }
    }

    /// <summary>Keeps every other program from starting or stopping this server until it is released.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            if (OpenOrNull("lock", FileAccess.ReadWrite, FileShare.None) is { } held)
            {
                return held;
            }

            if (waited.Elapsed > LongestWait)
            {
                throw new DatabaseUnavailableException($"另一个程序正在启动或停止“{Path}”里的数据库，等了两分钟还没有结束。请稍后再启动；若一直如此，请检查是否有卡住的 gongkai 程序。");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>Says that this program uses the server, until disposed or until the program ends in whatever way.</summary>
    public IDisposable Join() =>
        OpenOrNull("users", FileAccess.Read, FileShare.Read) ?? throw new DatabaseUnavailableException($"“{Path}”里的数据库正在被独占使用。请稍后再启动。");

    /// <summary>Whether no program uses the server.</summary>
    public bool IsUnused()
    {
        using var alone = OpenOrNull("users", FileAccess.ReadWrite, FileShare.None);
        return alone is not null;
    }

    public string? PasswordOrNull() => File.Exists(PasswordFile) && File.ReadAllText(PasswordFile).Trim() is { Length: > 0 } password ? password : null;

    public static string MakePassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public void KeepPassword(string password)
    {
        CreatePrivate(PasswordFile + ".new");
        WriteWhole(PasswordFile, password + "\n");
    }

    public int? LastPortOrNull() =>
        File.Exists(PortFile) && int.TryParse(File.ReadAllText(PortFile), CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65_536 ? port : null;

    public void KeepPort(int port) => WriteWhole(PortFile, string.Create(CultureInfo.InvariantCulture, $"{port}\n"));

    /// <summary>A file that only its owner may read, empty.</summary>
    public static void CreatePrivate(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        new FileStream(path, options).Dispose();
    }

    private static ServerFolder Pointed(string pointer)
    {
        var target = File.ReadAllText(pointer).Trim();
        return Directory.Exists(target)
            ? new ServerFolder(target)
            : throw new DatabaseUnavailableException($"数据库应当在“{target}”，但那里没有这个文件夹。请把它恢复到原处；如果确定不要原来的数据，请删除“{pointer}”后重新启动。");
    }

    private static string Create(string path)
    {
        if (Directory.Exists(path))
        {
            return path;
        }

        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Enterable);
        }

        return path;
    }

    private static void WriteWhole(string path, string text)
    {
        var unfinished = path + ".new";
        File.WriteAllText(unfinished, text);
        File.Move(unfinished, path, overwrite: true);
    }

    private FileStream? OpenOrNull(string name, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(In(name), FileMode.OpenOrCreate, access, share);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, the sharing violation of Windows.</summary>
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
