using System.CommandLine;
using Gongkai.Cli.Running;
using Gongkai.Platform.Audit;
using Gongkai.Platform.Operations;
using Gongkai.Platform.Storage.Backups;
using Npgsql;

namespace Gongkai.Cli.Commands;

/// <summary><c>gongkai backup</c>: the whole database in one file, while the program runs.</summary>
internal static class BackupCommand
{
    public static Command Build()
    {
        var command = new DocumentedCommand(
            "backup",
            "把整个数据库连同上传的文件备份成一个文件，系统不必停止",
            ("gongkai backup 备份.zip", "备份数据文件夹里的数据库"),
            ("gongkai backup 备份.zip --database \"Host=…;Database=gongkai\"", "备份一个 PostgreSQL 服务器上的数据库"));
        var file = SharedOptions.File("文件", "写到哪个文件");
        var database = Database.Option();
        var folder = Database.Folder();
        var force = SharedOptions.Force();
        command.Add(file);
        command.Add(database);
        command.Add(folder);
        command.Add(force);
        command.SetAction((parsed, cancellation) =>
        {
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            return File.Exists(path) && !parsed.GetValue(force)
                ? Task.FromResult(CommandLine.Refuse($"“{path}”已经存在；要覆盖它请加 --force。"))
                : Database.UseAsync(parsed.GetValue(database), parsed.GetValue(folder)!, source => WriteAsync(source, path, cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> WriteAsync(string connectionString, string path, CancellationToken cancellation)
    {
        var unfinished = $"{path}.{Guid.CreateVersion7():N}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            TakeBackup.Result result;
            await using (var source = NpgsqlDataSource.Create(connectionString))
            await using (var output = new FileStream(unfinished, Private()))
            {
                result = await new TakeBackup(source, TimeProvider.System).RunAsync(output, progress: null, cancellation);
                output.Flush(flushToDisk: true);
            }

            if (result.Manifest is not { } manifest)
            {
                return CommandLine.Refuse("这个数据库里没有 gongkai 的数据，没有可以备份的内容。");
            }

            File.Move(unfinished, path, overwrite: true);
            var bytes = new FileInfo(path).Length;
            await using var db = Database.Open(connectionString);
            await new RecordBackup(db, new InstallationSettings(db), new AuditTrail(db, TimeProvider.System)).TakenAsync(manifest, Path.GetFileName(path), bytes, cancellation);
            Console.WriteLine($"已备份：{manifest.Tables.Count} 张表，{manifest.Rows} 行，{bytes} 字节，写在 {path}。里面有账号和密钥，请妥善保管。");
            return CommandLine.Fine;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>A backup holds keys and accounts: nobody else may read it.</summary>
    private static FileStreamOptions Private()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
